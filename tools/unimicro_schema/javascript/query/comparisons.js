/**
 * Judges a comparison: whether its operator fits the field, and its value both.
 *
 * @import { Contract } from "../contract.js"
 * @import { Flaw } from "./flaws.js"
 * @import { Operand } from "./operands.js"
 * @import { Found } from "./paths.js"
 *
 * @typedef {object} Comparison A comparison with a known operator, and the fields among its two sides: one of them, or both.
 * @property {Contract} contract
 * @property {Operand} left
 * @property {Operand} operator
 * @property {Operand} right
 * @property {Map<Operand, Found>} fields
 */

import { nearest } from "../suggestions.js";
import { broken } from "./flaws.js";
import { isRelated } from "./paths.js";

const EQUALITY = ["eq", "ne"];
const BITS = 32;

/** What the vendor's own clients write for true and false as well, by kind and text. */
const LOOSE_FLAGS = ["text true", "text false", "number 1", "number 0"];

/**
 * What is wrong with a comparison. It is one thing at most: with a wrong operator, the value does not matter.
 *
 * @param {Comparison} comparison
 * @returns {Flaw | null}
 */
export function comparisonFlaw(comparison) {
  const { contract, fields, left, right } = comparison;
  for (const [side, found] of fields) {
    const flaw = objectFlaw(contract, found, side.at);
    if (flaw) return flaw;
  }
  for (const found of fields.values()) {
    const flaw = operatorFlaw(comparison, found);
    if (flaw) return flaw;
  }
  const [one, other] = [fields.get(left), fields.get(right)];
  if (one && other) return pairFlaw(comparison, one, other);
  const found = /** @type {Found} */ (one ?? other);
  return valueFlaw(comparison, found, one ? right : left);
}

/**
 * That a path leads to an object, which cannot be compared or sorted by, and to its foreign key instead.
 *
 * @param {Contract} contract
 * @param {Found} found
 * @param {number} at
 * @returns {Flaw | null}
 */
export function objectFlaw(contract, found, at) {
  if (found.field === null || !(isRelated(found.field) || found.kind === "object")) return null;
  const { foreign_key: key } = found.field;
  const hint = key ? [...found.names.slice(0, -1), key].join(".") : null;
  const sentence = found.kind === "list" ? "list" : "object";
  return broken(contract, "wrong-operator", at, sentence, hint, { field: String(found) });
}

/** @param {Comparison} comparison */
function nameOf({ operator }) {
  return operator.text.toLowerCase();
}

/** @param {Comparison} comparison */
function isPattern(comparison) {
  return comparison.contract.data.language.patterns.includes(nameOf(comparison));
}

/**
 * How the same comparison of a field looks with another value.
 *
 * @param {Comparison} comparison
 * @param {Found} found
 * @param {string} value
 */
function written(comparison, found, value) {
  const { fields, left } = comparison;
  const [first, last] = fields.has(left) ? [found, value] : [value, found];
  return `${first} ${nameOf(comparison)} ${last}`;
}

/**
 * @param {Comparison} comparison
 * @param {Found} found
 * @returns {Flaw | null}
 */
function operatorFlaw(comparison, found) {
  const { contract, operator } = comparison;
  const name = nameOf(comparison);
  const field = String(found);
  if (found.kind === "boolean" && !EQUALITY.includes(name)) {
    return broken(contract, "wrong-operator", operator.at, "flag", null, { field });
  }
  if ((found.kind === "integer" || found.kind === "number") && isPattern(comparison)) {
    const hint = `${name === "like" ? "contains(" : "not contains("}${field}, '...')`;
    return broken(contract, "wrong-operator", operator.at, "number", hint, { name, field });
  }
  return null;
}

/**
 * Two fields fit each other if they are of one kind. A pattern is not a field.
 *
 * @param {Comparison} comparison
 * @param {Found} left
 * @param {Found} right
 * @returns {Flaw | null}
 */
function pairFlaw(comparison, left, right) {
  const { contract } = comparison;
  const { at } = comparison.right;
  if (isPattern(comparison)) {
    return broken(contract, "wrong-literal", at, "pattern", `${left} ${nameOf(comparison)} '...'`);
  }
  const kinds = new Set([left.kind, right.kind].map((kind) => (kind === "integer" ? "number" : kind)).filter(Boolean));
  const values = { left: String(left), right: String(right) };
  return kinds.size > 1 ? broken(contract, "wrong-literal", at, "types", null, values) : null;
}

/**
 * @param {Comparison} comparison
 * @param {Found} found
 * @param {Operand} value
 * @returns {Flaw | null}
 */
function valueFlaw(comparison, found, value) {
  const { contract, operator, left } = comparison;
  const name = nameOf(comparison);
  if (isPattern(comparison) && value === left) {
    return broken(contract, "bad-syntax", value.at, "pattern-last", `${found} ${name} '...'`, { name });
  }
  if (value.kind === "null" && !isPattern(comparison)) {
    return EQUALITY.includes(name) ? null : broken(contract, "wrong-operator", operator.at, "null");
  }
  return BY_KIND[found.kind ?? "unknown"]?.(comparison, found, value) ?? null;
}

/**
 * What judges a value, by the type of the field that it is compared with.
 *
 * @type {Record<string, (comparison: Comparison, found: Found, value: Operand) => Flaw | null>}
 */
const BY_KIND = {
  string(comparison, found, value) {
    const { contract } = comparison;
    const isMoment = found.field?.format === "date-time";
    if (value.kind === "text") {
      if (!isMoment || isPattern(comparison) || new RegExp(contract.data.language.moment, "u").test(value.text)) return null;
    }
    const hint = written(comparison, found, "'...'");
    return broken(contract, "wrong-literal", value.at, isMoment ? "moment" : "text", hint, { field: String(found) });
  },

  integer: numberFlaw,
  number: numberFlaw,

  boolean(comparison, found, value) {
    const { contract } = comparison;
    if (value.kind === "boolean") return null;
    const text = value.text.toLowerCase();
    const { flags } = contract.data.language;
    const flag = value.kind !== "words" && Object.hasOwn(flags, text) ? flags[text] : undefined;
    const hint = flag ? written(comparison, found, flag) : null;
    const rule = LOOSE_FLAGS.includes(`${value.kind} ${text}`) ? "loose-literal" : "wrong-literal";
    return broken(contract, rule, value.at, "flag", hint, { field: String(found) });
  },

  /** Of a field whose type is not known, only that a word is not a value. */
  unknown(comparison, found, value) {
    const isValue = value.kind === "text" || (["number", "boolean"].includes(value.kind) && !isPattern(comparison));
    const hint = written(comparison, found, "'...'");
    return isValue ? null : broken(comparison.contract, "wrong-literal", value.at, "quotes", hint);
  },
};

/**
 * @param {Comparison} comparison
 * @param {Found} found
 * @param {Operand} value
 * @returns {Flaw | null}
 */
function numberFlaw(comparison, found, value) {
  const { contract } = comparison;
  const codes = Object.entries(found.field?.codes ?? {});
  const isWhole = found.kind === "integer";
  const values = { field: String(found), codes: listed(found.field?.codes), bits: BITS };
  /** @type {(sentence: string, hint?: string | null) => Flaw} */
  const flaw = (sentence, hint) => broken(contract, "wrong-literal", value.at, sentence, hint, values);
  if (value.kind !== "number") {
    const named = codes.findLast(([name]) => name.toLowerCase() === value.text.toLowerCase())?.[1];
    const number = named === undefined ? (value.kind === "text" && codes.length === 0 ? "..." : "") : String(named);
    const sentence = codes.length > 0 ? "bare-code" : isWhole ? "bare-integer" : "bare-number";
    return flaw(sentence, number ? written(comparison, found, number) : null);
  }
  const [digits = "", fraction = ""] = value.text.split(".");
  if (isWhole && /[^0]/.test(fraction)) return flaw("integer");
  if (isWhole && !isInt32(digits)) return flaw("bits");
  const plain = codes.map(([, code]) => String(code));
  const isCode = plain.map(withoutZeros).includes(withoutZeros(digits));
  if (codes.length > 0 && EQUALITY.includes(nameOf(comparison)) && !isCode) {
    const near = nearest(digits, plain);
    return flaw("code", near === null ? null : written(comparison, found, near));
  }
  return null;
}

/** @param {string} digits */
function withoutZeros(digits) {
  return digits.replace(/^0+/, "");
}

/**
 * Whether decimal digits, with or without a minus, are a number of 32 bits. They may be any number of digits.
 *
 * @param {string} digits
 */
export function isInt32(digits) {
  const significant = digits.replace(/^-+/, "").replace(/^0+/, "");
  const limit = 2 ** (BITS - 1) - (digits.startsWith("-") ? 0 : 1);
  return significant.length <= String(limit).length && Number(significant) <= limit;
}

/**
 * The codes as a message has them.
 *
 * @param {Record<string, number>} [codes]
 */
export function listed(codes = {}) {
  return Object.values(codes).join(", ");
}
