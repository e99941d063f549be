/** A list of paths to choose from, with a search: those that are chosen first, then what fits the words. */

import { element } from "./elements.js";

const SHOWN = 12;

/**
 * @param {string} title
 * @param {(words: string, most: number) => string[]} find
 * @param {() => void} changed
 */
export function picker(title, find, changed) {
  /** @type {Set<string>} */
  let chosen = new Set();
  const list = element("ul", {});
  const search = element("input", { type: "search", placeholder: "Search", "aria-label": `${title}: search`, input: show });
  const node = element("fieldset", {}, element("legend", {}, title), search, list);

  function show() {
    const words = /** @type {HTMLInputElement} */ (search).value;
    const others = find(words, SHOWN + chosen.size).filter((path) => !chosen.has(path));
    list.replaceChildren(...[...chosen, ...others.slice(0, SHOWN)].map(item));
  }

  /** @param {string} path */
  function item(path) {
    const box = element("input", { type: "checkbox", checked: chosen.has(path), change: choose });
    function choose() {
      if (/** @type {HTMLInputElement} */ (box).checked) chosen.add(path);
      else chosen.delete(path);
      changed();
    }
    return element("li", {}, element("label", {}, box, element("code", {}, path)));
  }

  return {
    node,
    show,
    get chosen() {
      return [...chosen];
    },
    /** @param {string[]} paths */
    set chosen(paths) {
      chosen = new Set(paths);
      show();
    },
  };
}
