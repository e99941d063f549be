/** The tool that builds and checks queries. The fragment of the URL carries the query, so that it can be linked. */

import contract from "../unimicro-schema/data/contract.js";
import { load } from "../unimicro-schema/load.js";
import { page } from "./anchors.js";
import { builder } from "./builder.js";
import { button, element } from "./elements.js";
import { encoded, read } from "./options.js";
import { patiently } from "./patience.js";
import { program } from "./programs.js";
import { corrected } from "./rewording.js";
import { TextBox } from "./textbox.js";
import { shown } from "./verdict.js";

const STATE = "#query=";

/**
 * Makes a tool work.
 *
 * @param {HTMLElement} section
 */
export async function mount(section) {
  const name = section.dataset.operation ?? "";
  const templates = fetch(page("reference/programs.json")).then((answer) => answer.json());
  const [{ checkQuery }, found] = await Promise.all([load(name), templates.catch(() => [])]);
  const operation = contract.operations.find(({ id }) => id === name);
  const root = Object.values(operation.responses).find(({ body }) => body)?.body.model;
  /** @param {string} selector */
  const part = (selector) => /** @type {any} */ (section.querySelector(selector));
  const [result, programs] = ["[data-result]", "[data-programs]"].map(part);
  const box = new TextBox(part("textarea"));
  const findings = (/** @type {string} */ text) => checkQuery(text, name).findings;
  const controls = builder({ root, parameters: operation.parameters, language: contract.language, findings }, build);
  part("[data-builder]").append(controls.node);

  /** What was built becomes the text. */
  function build() {
    box.area.value = controls.text();
    show(checkQuery(box.text, name));
  }

  /** What was typed, pasted or linked is shown in the controls too, once it is right. */
  function check() {
    const report = checkQuery(box.text, name);
    if (report.valid) controls.fill(box.text);
    show(report);
  }

  function show(report) {
    const text = box.text.trim();
    remember(report.valid ? text : "");
    if (text === "") return clear();
    const ways = {
      show: ({ column }) => box.show(column - 1, Math.max(column, wordEnd(box.text, column - 1))),
      explain: () => page(`reference/operations/${name}/#parameters`),
      correct: (finding) => {
        const next = corrected(box.text, finding, findings);
        return next === null ? null : () => change(next);
      },
    };
    result.replaceChildren(...shown(report, "Query", ways));
    programs.hidden = !report.valid;
    if (report.valid) tell(read(text));
  }

  /** @param {string} text */
  function change(text) {
    box.text = text;
    check();
  }

  function clear() {
    result.replaceChildren();
    programs.hidden = true;
  }

  const url = element("code", {});
  const texts = found.map((/** @type {any} */ template) => ({ template, code: element("code", {}) }));
  programs.replaceChildren(
    listing("The URL", url, true),
    ...texts.map(({ template, code }) => listing(template.title, code, false)),
  );

  /** @param {Map<string, string>} options */
  function tell(options) {
    url.textContent = `${operation.path}?${encoded(options)}`;
    for (const { template, code } of texts) code.textContent = program(template, options);
  }

  function arrive() {
    if (!section.isConnected) return removeEventListener("hashchange", arrive);
    const linked = linkedQuery();
    if (linked && linked !== box.text) {
      box.area.value = linked;
      check();
    }
  }

  addEventListener("hashchange", arrive);
  part("[data-run]").addEventListener("click", check);
  box.area.addEventListener("input", patiently(check));
  box.area.value ||= linkedQuery();
  check();
}

/** The query that the fragment carries; empty without one. */
function linkedQuery() {
  return location.hash.startsWith(STATE) ? decodeURIComponent(location.hash.slice(STATE.length)) : "";
}

/** Has the fragment carry a query. @param {string} text */
function remember(text) {
  if (text === "" && !location.hash.startsWith(STATE)) return;
  const fragment = text === "" ? "" : STATE + encodeURIComponent(text);
  history.replaceState(history.state, "", location.pathname + location.search + fragment);
}

/**
 * The index behind the word at an index.
 *
 * @param {string} text
 * @param {number} at
 */
function wordEnd(text, at) {
  return at + (/^(?:'(?:[^']|'')*'|[\w.$]+|.)/s.exec(text.slice(at))?.[0].length ?? 0);
}

/**
 * A text that can be copied, below its title.
 *
 * @param {string} title
 * @param {HTMLElement} code
 * @param {boolean} isOpen
 */
function listing(title, code, isOpen) {
  const copy = button("Copy", async () => {
    await navigator.clipboard.writeText(code.textContent ?? "");
    copy.textContent = "Copied";
    setTimeout(() => (copy.textContent = "Copy"), 2000);
  });
  return element("details", { open: isOpen, class: "tool-program" }, element("summary", {}, title), copy, element("pre", { tabindex: 0 }, code));
}
