/** Makes the elements that the tools show. Text is always text: what a reader pastes never becomes HTML. */

/**
 * An element with attributes and what is in it. An attribute that is a function listens to the event of its name; one that is
 * null, undefined or false is left out.
 *
 * @param {string} name
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node | string | null)} inside
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(key, /** @type {EventListener} */ (value));
    else if (value !== null && value !== undefined && value !== false) made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...inside.filter((part) => part !== null));
  return made;
}

/**
 * A button that does something.
 *
 * @param {string | Node} label
 * @param {() => void} act
 * @param {Record<string, unknown>} [attributes]
 */
export function button(label, act, attributes = {}) {
  return element("button", { type: "button", class: "tool-button", click: act, ...attributes }, label);
}

/**
 * A sentence of the contract, in which names are between backticks.
 *
 * @param {string} sentence
 * @returns {(Node | string)[]}
 */
export function withCode(sentence) {
  return sentence.split("`").map((part, index) => (index % 2 === 1 ? element("code", {}, part) : part));
}
