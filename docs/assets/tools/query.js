/** The tool that builds and checks queries. The fragment of the URL carries the query, so that it can be linked. */

import { Contract } from "../unimicro-schema/contract.js";
import { operationOf } from "../unimicro-schema/operations.js";
import { dataOf } from "../unimicro-schema/part.js";
import { checkQuery } from "../unimicro-schema/query/check.js";
import { page } from "./anchors.js";
import { builder } from "./builder.js";
import { button, element } from "./elements.js";
import { encoded, read } from "./options.js";
import { patiently } from "./patience.js";
import { program } from "./programs.js";
import { corrected, indexOf } from "./rewording.js";
import { TextBox } from "./textbox.js";
import { shown } from "./verdict.js";

/**
 * @typedef {import("../unimicro-schema/defects.js").Report} Report
 * @typedef {import("./programs.js").Template} Template
 * @typedef {import("./verdict.js").Ways} Ways
 */

const STATE = "#query=";

/**
 * Makes a tool work.
 *
 * @param {HTMLElement} section
 */
export async function mount(section) {
  const name = section.dataset.operation ?? "";
  const templates = fetch(page("reference/programs.json")).then((answer) => answer.json());
  const [data, found] = await Promise.all([dataOf(name), templates.catch(() => [])]);
  const contract = new Contract(data);
  const operation = operationOf(contract, name);
  const root = Object.values(operation.responses).find(({ body }) => body)?.body?.model ?? "";
  /** @param {string} selector */
  const part = (selector) => /** @type {any} */ (section.querySelector(selector));
  const [result, programs] = ["[data-result]", "[data-programs]"].map(part);
  const box = new TextBox(part("textarea"));
  const judged = (/** @type {string} */ text) => checkQuery(contract, text, name);
  const findings = (/** @type {string} */ text) => judged(text).findings;
  const optionsOf = (/** @type {string} */ text) => read(contract, text);
  const subject = { root, parameters: operation.parameters, language: data.language, findings, optionsOf };
  const controls = builder(subject, build);
  part("[data-builder]").append(controls.node);

  /** What was built becomes the text. */
  function build() {
    box.area.value = controls.text();
    show(judged(box.text));
  }

  /** What was typed, pasted or linked is shown in the controls too, once it is right. */
  function check() {
    const report = judged(box.text);
    if (report.valid) controls.fill(box.text);
    show(report);
  }

  /** @param {Report} report */
  function show(report) {
    const text = box.text.trim();
    remember(report.valid ? text : "");
    if (text === "") return clear();
    /** @type {Ways} */
    const ways = {
      show: ({ column: place }) => {
        const at = indexOf(box.text, place ?? 1);
        box.show(at, Math.max(at + 1, wordEnd(box.text, at)));
      },
      explain: () => page(`reference/operations/${name}/#parameters`),
      correct: (finding) => {
        const next = corrected(box.text, finding, findings);
        return next === null ? null : () => change(next);
      },
    };
    result.replaceChildren(...shown(report, "Query", ways));
    programs.hidden = !report.valid;
    if (report.valid) tell(optionsOf(text));
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

  const url = scrolling();
  /** @type {{ template: Template, code: HTMLElement }[]} */
  const texts = found.map((/** @type {Template} */ template) => ({ template, code: scrolling() }));
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

/** The query that the fragment carries; empty without one. One that is not encoded is taken as it is written. */
function linkedQuery() {
  const text = location.hash.startsWith(STATE) ? location.hash.slice(STATE.length) : "";
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
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

/** A line of code may be wider than the page, so the keyboard must be able to scroll it. */
function scrolling() {
  return element("code", { tabindex: 0 });
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
  return element("details", { open: isOpen, class: "tool-program" }, element("summary", {}, title), copy, element("pre", {}, code));
}
