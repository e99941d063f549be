/** The tool that checks a payload of the operation that its page is about. */

import contract from "../unimicro-schema/data/contract.js";
import { load } from "../unimicro-schema/load.js";
import { explained } from "./anchors.js";
import { corrected, endOf } from "./corrections.js";
import { patiently } from "./patience.js";
import { TextBox } from "./textbox.js";
import { shown } from "./verdict.js";

/**
 * @typedef {import("../unimicro-schema/contract.js").Operation} Operation
 * @typedef {import("./verdict.js").Ways} Ways
 */

const REQUEST = "request";

/**
 * Makes a tool work.
 *
 * @param {HTMLElement} section
 */
export async function mount(section) {
  const name = section.dataset.operation ?? "";
  const examples = fetch(new URL(`../unimicro-schema/examples/${name}.json`, import.meta.url)).then((answer) => answer.json());
  examples.catch(() => {}); // whoever asks for an example is told
  const { validate } = await load(name);
  const operation = contract.operations.find((/** @type {Operation} */ { id }) => id === name);
  const errors = (section.dataset.errors ?? "").split(" ");
  /** @param {string} selector */
  const part = (selector) => /** @type {any} */ (section.querySelector(selector));
  const box = new TextBox(part("textarea"));
  const [body, example, readBack, strict, result] = ["body", "example", "read-back", "strict", "result"].map((id) =>
    part(`[data-${id}]`),
  );

  /** The switch for what is sent back is there where a request changes what exists. */
  function offer() {
    const { model } = (body.value === REQUEST && operation.request) || {};
    const changes = model !== undefined && contract.entities[model].identity.length === 0;
    readBack.closest("label").hidden = !changes;
    return changes && readBack.checked;
  }

  function check() {
    const isReadBack = offer();
    const text = box.text;
    if (text.trim() === "") return result.replaceChildren();
    const isRequest = body.value === REQUEST;
    const status = isRequest ? null : body.value;
    const report = validate(text, name, { status, strict: strict.checked, readBack: isReadBack });
    const { model } = isRequest ? operation.request : operation.responses[body.value].body;
    /** @type {Ways} */
    const ways = {
      show: ({ line, column }) => {
        const at = box.indexOf(line ?? 1, column ?? 1);
        box.show(at, endOf(text, at));
      },
      explain: (finding) => explained(model, finding, { isRequest, errors }),
      correct: (finding) => {
        const next = corrected(text, finding);
        return next === null ? null : () => change(next);
      },
    };
    result.replaceChildren(...shown(report, body.selectedOptions[0].label, ways));
  }

  /** @param {string} text */
  function change(text) {
    box.text = text;
    check();
  }

  async function fill() {
    const [wanted, called] = example.value.split(" ");
    if (!called) return;
    try {
      const found = (await examples).find((/** @type {{ body: string, name: string }} */ item) => item.body === wanted && item.name === called);
      body.value = wanted;
      change(found.text);
    } catch {
      result.textContent = "The example could not be loaded. Check your connection.";
    }
  }

  for (const choice of [body, readBack, strict]) choice.addEventListener("change", check);
  example.addEventListener("change", fill);
  part("[data-run]").addEventListener("click", check);
  box.area.addEventListener("input", patiently(check));
  check();
  if (example.value) await fill();
}
