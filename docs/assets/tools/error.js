/** The tool that says what the body of an error means. */

import contract from "../unimicro-schema/data/contract.js";
import { load } from "../unimicro-schema/load.js";
import { explained, page } from "./anchors.js";
import { element, withCode } from "./elements.js";
import { patiently } from "./patience.js";
import { read } from "./transcript.js";

/**
 * @typedef {import("../unimicro-schema/explain.js").Explanation} Explanation
 * @typedef {import("../unimicro-schema/contract.js").Operation} Operation
 * @typedef {import("../unimicro-schema/messages.js").Message} Message
 */

/**
 * Makes a tool work.
 *
 * @param {HTMLElement} section
 */
export async function mount(section) {
  const { explainError } = await load(""); // errors are the same for all operations
  /** @param {string} selector */
  const part = (selector) => /** @type {any} */ (section.querySelector(selector));
  const [box, choice, result] = ["textarea", "[data-status]", "[data-result]"].map(part);

  let chosen = choice.value; // by the reader; what is pasted with its status has that

  function explain() {
    const text = box.value;
    if (text.trim() === "") return result.replaceChildren();
    const { status, body } = read(text);
    choose(status ?? chosen);
    result.replaceChildren(...shown(explainError(body, choice.value || null)));
  }

  /** @param {string} status */
  function choose(status) {
    const isListed = [...choice.options].some(({ value }) => value === status);
    if (!isListed) choice.append(element("option", { value: status }, status));
    choice.value = status;
  }

  choice.addEventListener("change", () => {
    chosen = choice.value;
    const { status, body } = read(box.value);
    if (status !== null && status !== chosen) box.value = body;
    explain();
  });
  part("[data-run]").addEventListener("click", explain);
  box.addEventListener("input", patiently(explain));
  explain();
}

/**
 * @param {Explanation} explanation
 * @returns {Node[]}
 */
function shown({ name, title, status, messages, foreign_key, cause, action, retry, docs }) {
  const heading = name ? element("a", { href: page(docs) }, title) : title;
  const [entity, key] = foreign_key?.split(".") ?? [];
  return [
    element("p", { class: "tool-verdict" }, heading, name ? element("code", {}, name) : null, status ? `status ${status}` : null),
    element(
      "dl",
      { class: "tool-facts" },
      ...row("What the server says", messages.length > 0 ? [element("ul", {}, ...messages.map(item))] : []),
      ...row("The id that is wrong", key ? [element("a", { href: property(entity, key) }, element("code", {}, `${entity}.${key}`))] : []),
      ...row("Likely cause", withCode(cause)),
      ...row("What to do", withCode(action)),
      ...row("Is it safe to send it again?", withCode(retry.sentence)),
    ),
  ];
}

/**
 * @param {string} term
 * @param {(Node | string)[]} inside
 */
function row(term, inside) {
  return inside.length > 0 ? [element("dt", {}, term), element("dd", {}, ...inside)] : [];
}

/** @param {Message} message */
function item({ text, pointer, about, property: named }) {
  /** @type {([string, HTMLElement] | null)[]} */
  const facts = [
    named ? ["Property", linked(named, about ?? "")] : null,
    about ? ["In", element("code", {}, about)] : null,
    pointer ? ["Place", element("code", {}, pointer)] : null,
  ];
  const told = facts.flatMap((fact) => (fact ? [element("span", {}, `${fact[0]} `, fact[1])] : []));
  return element("li", {}, element("q", {}, text), told.length > 0 ? element("div", { class: "tool-where" }, ...told) : null);
}

/**
 * The name of a property of an object of what was sent, with a link to what explains it.
 *
 * @param {string} name
 * @param {string} about The pointer of the object.
 */
function linked(name, about) {
  const place = explained(SENT, { pointer: `${about}/${name}`, suggestion: null }, { isRequest: false, errors: [] });
  const known = place?.endsWith(`-${name.toLowerCase()}`) ? place : null;
  const shownName = element("code", {}, name);
  return known ? element("a", { href: known }, shownName) : shownName;
}

/** The entity that requests hold, by its full name: that of the response to the first request with a body. */
const SENT = (() => {
  /** @type {Operation} */
  const { responses } = contract.operations.find((/** @type {Operation} */ { request }) => request);
  return Object.values(responses).find(({ body }) => body)?.body?.model ?? "";
})();

/**
 * @param {string | undefined} entity
 * @param {string} name
 */
function property(entity, name) {
  return page(`reference/entities/${entity}/#property-${name.toLowerCase()}`);
}
