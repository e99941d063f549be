/**
 * A defect on its way to a finding: it knows its path and its sentence, not yet its line, nor the words.
 *
 * @import { Contract } from "./contract.js"
 * @import { Spot } from "./places.js"
 * @import { Place } from "./values.js"
 *
 * @typedef {object} Defect
 * @property {string} rule
 * @property {Place} path
 * @property {string} sentence The name of the sentence of the rule.
 * @property {Record<string, string | number | null>} [values] What fills the sentence.
 * @property {boolean} [isKey] Whether the key is meant rather than the value.
 * @property {string | null} [suggestion]
 * @property {"advice"} [severity] Where it is less serious than the table of the rules says.
 * @property {number} [at] The index in the text, where it is known already.
 *
 * @typedef {object} Finding One defect, as it is reported.
 * @property {string} rule The stable id of the rule.
 * @property {"error" | "advice"} severity
 * @property {string} pointer The place as a JSON pointer (RFC 6901).
 * @property {number | null} line From 1; null where the payload was given parsed.
 * @property {number | null} column From 1, in characters.
 * @property {string} message One sentence, without values of the payload.
 * @property {string | null} suggestion What was probably meant.
 * @property {string} docs Where the rule is explained.
 *
 * @typedef {object} Report The verdict on one payload.
 * @property {string} operation
 * @property {boolean} valid
 * @property {Finding[]} findings
 */

import { places } from "./places.js";
import { encode } from "./pointers.js";
import { lines } from "./text.js";

/**
 * The findings for defects, in the order of the text, or as they are where the payload was given parsed.
 *
 * @param {Contract} contract
 * @param {Defect[]} defects
 * @param {string | null} text
 * @returns {Finding[]}
 */
export function findings(contract, defects, text) {
  const located = text === null ? () => null : locator(text);
  const found = defects.map((defect) => finding(contract, defect, located(defect)));
  return found.sort((one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0));
}

/**
 * @param {string} text
 * @returns {(defect: Defect) => { line: number, column: number }}
 */
function locator(text) {
  const { root } = places(text);
  const place = lines(text);
  return (defect) => place(defect.at ?? indexOf(root, defect));
}

/**
 * @param {Spot} root
 * @param {Defect} defect
 */
function indexOf(root, { path, isKey = false }) {
  let spot = root;
  for (const token of path) spot = /** @type {Spot} */ (spot.inside?.get(token));
  return isKey ? spot.key : spot.value;
}

/**
 * @param {Contract} contract
 * @param {Defect} defect
 * @param {{ line: number, column: number } | null} place
 * @returns {Finding}
 */
function finding(contract, { rule, path, sentence, values, suggestion, severity }, place) {
  return {
    rule,
    severity: severity ?? contract.rule(rule).severity,
    pointer: encode(path),
    line: place?.line ?? null,
    column: place?.column ?? null,
    message: contract.say(rule, sentence, values),
    suggestion: suggestion ?? null,
    docs: contract.docs(rule),
  };
}
