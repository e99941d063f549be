/**
 * The sides of a comparison, and the arguments of a function.
 *
 * @import { Word } from "./lexer.js"
 *
 * @typedef {object} Operand One side of a comparison, or its operator, at an index of the value.
 * @property {"name" | "number" | "text" | "boolean" | "null" | "bare" | "words" | "values" | "call" | "quoted" | "unclosed" |
 *   "symbol" | "joint"} kind
 *   `bare` is a value that is neither a name nor a number, such as a date without quotes; `words` are several of them.
 * @property {string} text
 * @property {number} at
 * @property {Operand[]} items The arguments of a `call`, whose name is the text, and the members of `values`.
 */

/** @type {Record<string, Operand["kind"]>} */
const KINDS = {
  NUMBER: "number",
  TEXT: "text",
  QUOTED: "quoted",
  UNCLOSED: "unclosed",
  SYMBOL: "symbol",
  JOINT: "joint",
};
/** @type {Map<string, Operand["kind"]>} */
const WORDS = new Map([
  ["true", "boolean"],
  ["false", "boolean"],
  ["null", "null"],
]);
const BARE = /^[-+.:#]?[0-9]/;

/**
 * A word as an operand.
 *
 * @param {Word} word
 * @returns {Operand}
 */
export function operandOf({ kind, text, at }) {
  const found = KINDS[kind] ?? WORDS.get(text.toLowerCase()) ?? (BARE.test(text) ? "bare" : "name");
  return { kind: found, text: found === "text" ? text.slice(1, -1) : text, at, items: [] };
}
