/**
 * What the checks of the single options say, before the place of their value in the whole text is known.
 *
 * @import { Contract } from "../contract.js"
 *
 * @typedef {object} Flaw A broken rule, at an index of a value.
 * @property {string} rule
 * @property {number} at
 * @property {string} message
 * @property {string | null} suggestion
 * @property {boolean} [elsewhere] Whether another operation is called, so that the options are not those of this one.
 *
 * @typedef {object} Use A field that is returned only if a related object is expanded.
 * @property {string[]} path
 * @property {number} at
 *
 * @typedef {object} Judged What is wrong with a value, the related objects that it needs expanded, and those that it expands.
 * @property {Flaw[]} flaws
 * @property {Use[]} [uses]
 * @property {string[][]} [expanded]
 */

import { cut } from "../characters.js";

const SHOWN = 100;
const WORD = /^[\p{L}\p{N}_$.\-/*]+$/u;
const OPERATOR = /^(?:[a-z]{1,12}|[=<>!&|]{1,4})$/;

/**
 * A broken rule, said with a sentence of the table.
 *
 * @param {Contract} contract
 * @param {string} rule
 * @param {number} at
 * @param {string} sentence
 * @param {string | null} [suggestion]
 * @param {Record<string, string | number | null>} [values]
 * @returns {Flaw}
 */
export function broken(contract, rule, at, sentence, suggestion = null, values = {}) {
  return { rule, at, message: contract.say(rule, sentence, values), suggestion };
}

/**
 * A name as a message shows it. Anything but a plain word may be a value, so it is not repeated.
 *
 * @param {string} name
 */
export function shown(name) {
  if (!WORD.test(name)) return "this";
  const short = cut(name, SHOWN);
  return short === name ? name : `${short}...`;
}

/**
 * Whether a word in the place of an operator looks like one, so that a message may repeat it. Another may be a part of a value.
 *
 * @param {string} text
 */
export function isLikeAnOperator(text) {
  return OPERATOR.test(text);
}
