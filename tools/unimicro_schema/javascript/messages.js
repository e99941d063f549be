/**
 * The messages of a body: those of a documented error, and the texts that servers put beside them.
 *
 * @import { Contract, KnownError, Explanations } from "./contract.js"
 * @import { Json } from "./values.js"
 *
 * @typedef {object} Message What an error body says to people.
 * @property {string} text
 * @property {string | null} pointer The place in the body; null where the body is not JSON.
 * @property {string | null} about The pointer of the object that the message is beside, if it is beside a part of what was sent.
 * @property {string | null} property The property that the message names as the wrong one, where it names one.
 */

import { strip } from "./characters.js";
import { decode, escape } from "./pointers.js";
import { find } from "./wildcards.js";

const DECIMAL = /^\p{Nd}+$/u;

/**
 * The messages of a documented body.
 *
 * @param {Json} value
 * @param {KnownError | null} known
 * @returns {Message[]}
 */
export function messagesOf(value, known) {
  return known ? known.message.flatMap((template) => at(value, template, known)) : [];
}

/**
 * The messages that a pointer leads to, each with the property that is named beside it.
 *
 * @param {Json} value
 * @param {string} template
 * @param {KnownError} known
 * @returns {Message[]}
 */
function at(value, template, { property }) {
  const beside = property ? find(value, `${holder(template)}/${escape(property)}`) : [];
  const named = new Map(beside.map((match) => [holder(match.pointer), match.value]));
  return find(value, template).flatMap(({ value: text, pointer, about }) =>
    isText(text) ? [{ text, pointer, about, property: textOrNull(named.get(holder(pointer))) }] : [],
  );
}

/**
 * The messages of a documented body, and the texts that the web framework puts beside them.
 *
 * @param {Contract} contract
 * @param {Json} value
 * @param {KnownError | null} known
 * @returns {Message[]}
 */
export function allMessages(contract, value, known) {
  const found = new Map(messagesOf(value, known).map((message) => [message.pointer, message]));
  const { explanations } = contract.data;
  for (const template of explanations.texts) {
    for (const { value: text, pointer } of find(value, template)) {
      if (isText(text) && !found.has(pointer)) {
        found.set(pointer, { text, pointer, about: null, property: propertyOf(explanations, pointer) });
      }
    }
  }
  return [...found.values()];
}

/**
 * @param {Explanations} explanations
 * @param {string} pointer
 */
function propertyOf({ by_property, parameter }, pointer) {
  const [first = "", name] = decode(pointer);
  if (name === undefined || !by_property.includes(first) || DECIMAL.test(name)) return null;
  return name.replace(new RegExp(parameter, "u"), "") || null;
}

/** @param {string} pointer */
function holder(pointer) {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
}

/**
 * @param {Json | undefined} value
 * @returns {value is string}
 */
function isText(value) {
  return typeof value === "string" && strip(value) !== "";
}

/** @param {Json | undefined} value */
function textOrNull(value) {
  return isText(value) ? value : null;
}
