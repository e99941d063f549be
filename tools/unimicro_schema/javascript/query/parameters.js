/**
 * Judges the value of a parameter that is not an expression: by its type, its codes and its length.
 *
 * @import { Contract, Parameter } from "../contract.js"
 * @import { Flaw } from "./flaws.js"
 */

import { strip, stripStart } from "../characters.js";
import { CHECKS } from "../identifiers.js";
import { nearest } from "../suggestions.js";
import { lengthOf } from "../values.js";
import { isInt32, listed } from "./comparisons.js";
import { broken, shown } from "./flaws.js";

const LARGEST = 2 ** 31 - 1;

/**
 * What is wrong with the value of a parameter, which starts at an index. Spaces around it do not count.
 *
 * @param {Contract} contract
 * @param {Parameter} parameter
 * @param {string} value
 * @param {number} [at]
 * @returns {Flaw[]}
 */
export function parameterFlaws(contract, parameter, value, at = 0) {
  const begin = at + value.length - stripStart(value).length;
  return BY_TYPE[parameter.type]?.(contract, parameter, strip(value), begin) ?? [];
}

/** @type {Record<string, (contract: Contract, parameter: Parameter, value: string, at: number) => Flaw[]>} */
const BY_TYPE = {
  integer(contract, { name: written, codes }, value, at) {
    const name = shown(written);
    const plain = Object.values(codes).map(String);
    if (plain.length > 0 && !plain.includes(value.replace(/^0+/, ""))) {
      const named = Object.entries(codes).findLast(([code]) => code.toLowerCase() === value.toLowerCase())?.[1];
      const hint = named === undefined ? nearest(value, plain) : String(named);
      return [broken(contract, "wrong-literal", at, "code", hint, { field: name, codes: listed(codes) })];
    }
    if (/^[0-9]+$/.test(value) && isInt32(value)) return [];
    return [broken(contract, "bad-number", at, "range", null, { name, limit: LARGEST })];
  },

  boolean(contract, { name }, value, at) {
    const isFlag = ["true", "false"].includes(value.toLowerCase());
    return isFlag ? [] : [broken(contract, "wrong-literal", at, "boolean", null, { field: name })];
  },

  string(contract, { name, max_length: limit, check }, value, at) {
    const length = lengthOf(value);
    const isLong = limit !== null && length > limit;
    const flaws = isLong ? [broken(contract, "too-long", at, "parameter", null, { name, limit, length })] : [];
    const wrong = check && value ? CHECKS[check]?.(value) : null;
    if (wrong) {
      const message = `${name} ${contract.say(wrong.rule, wrong.sentence)}`;
      flaws.push({ rule: wrong.rule, at, message, suggestion: null });
    }
    return flaws;
  },
};
