/** A box for the path of a field, which offers what fits the words in it. */

import { element } from "./elements.js";

const OFFERED = 40;
let made = 0;

/**
 * @param {string} label
 * @param {string} value
 * @param {(words: string, most: number) => string[]} find
 * @param {() => void} changed
 */
export function field(label, value, find, changed) {
  made += 1;
  const id = `tool-fields-${made}`;
  const list = element("datalist", { id });
  const offer = () => list.replaceChildren(...find(box.value, OFFERED).map((path) => element("option", { value: path })));
  const box = /** @type {HTMLInputElement} */ (
    element("input", { list: id, value, autocomplete: "off", autocapitalize: "off", spellcheck: "false", focus: offer })
  );
  box.addEventListener("input", () => {
    offer();
    changed();
  });
  return { box, node: element("label", {}, label, box, list) };
}
