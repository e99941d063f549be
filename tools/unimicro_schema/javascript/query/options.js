/**
 * Compares the options of a query with those that its operation takes.
 *
 * @import { Contract, Operation, Parameter } from "../contract.js"
 * @import { Flaw } from "./flaws.js"
 * @import { Option } from "./url.js"
 *
 * @typedef {object} Given An option of a query that the operation takes, or its action.
 * @property {string} name The documented one.
 * @property {Parameter | null} parameter What is documented of it; null for the action.
 * @property {Decoded} value It may be empty.
 * @property {string} text The value without the spaces around it.
 *
 * @typedef {object} Misplaced What is wrong with an option as such: its name or its number.
 * @property {Flaw} flaw
 * @property {number} place
 * @property {string} name
 */

import { strip } from "../characters.js";
import { nearest } from "../suggestions.js";
import { Decoded } from "./encoding.js";
import { broken, shown } from "./flaws.js";
import { FILTER } from "./url.js";

export const ACTION = "action";

/**
 * The names of all options of all operations, in lowercase.
 *
 * @param {Contract} contract
 * @returns {Set<string>}
 */
export function documentedOptions(contract) {
  return contract.once("options", () => {
    const names = contract.data.operations.flatMap((entry) => taken(entry).map(({ name }) => name.toLowerCase()));
    return new Set([...names, ACTION]);
  });
}

/**
 * The options that an operation takes, and what is wrong with the others, the repeated and the empty ones.
 *
 * @param {Contract} contract
 * @param {Operation} entry
 * @param {Option[]} options
 * @returns {{ given: Given[], misplaced: Misplaced[] }}
 */
export function sortOut(contract, entry, options) {
  /** @type {Map<string, Parameter | null>} */
  const takes = new Map([[ACTION, null]]);
  for (const parameter of taken(entry)) takes.set(parameter.name.toLowerCase(), parameter);
  /** @type {Map<string, Given>} */
  const given = new Map();
  /** @type {Given[]} */
  const repeated = [];
  /** @type {Misplaced[]} */
  const misplaced = [];
  for (const option of options) {
    const place = option.name.place(0);
    const parameter = takes.get(option.name.value.toLowerCase());
    if (parameter === undefined) {
      const name = shown(option.name.value);
      misplaced.push({ flaw: unknown(contract, entry, option), place, name: name === "this" ? "" : name });
      continue;
    }
    const name = parameter ? parameter.name : ACTION;
    const value = option.value ?? new Decoded("", option.name.places);
    const item = { name, parameter, value, text: strip(value.value) };
    if (given.has(name)) {
      misplaced.push({ flaw: broken(contract, "duplicate-option", 0, "repeated", null, { name }), place, name });
      repeated.push(item);
    } else {
      given.set(name, item);
    }
    if (!item.text) misplaced.push({ flaw: broken(contract, "empty-option", 0, "empty", null, { name }), place, name });
  }
  return { given: [...given.values(), ...repeated], misplaced };
}

/**
 * That the operation needs an option, or its action, which the query does not have, not even misspelt.
 *
 * @param {Contract} contract
 * @param {Operation} entry
 * @param {Given[]} given
 * @param {Misplaced[]} misplaced
 * @returns {Flaw[]}
 */
export function missing(contract, entry, given, misplaced) {
  const names = new Set([...given.map(({ name }) => name), ...misplaced.map(({ flaw }) => flaw.suggestion)]);
  /** @type {(name: string, sentence: string, hint: string) => Flaw[]} */
  const lacks = (name, sentence, hint) =>
    names.has(name) ? [] : [broken(contract, "missing-option", 0, sentence, hint, { operation: entry.id, name })];
  return [
    ...(entry.action ? lacks(ACTION, "action", `${ACTION}=${entry.action}`) : []),
    ...taken(entry)
      .filter(({ required }) => required)
      .flatMap(({ name }) => lacks(name, "option", `${name}=...`)),
  ];
}

/** @param {Operation} entry */
function taken({ parameters }) {
  return parameters.filter(({ location }) => location === "query");
}

/**
 * What is wrong with an option that an operation does not take.
 *
 * @param {Contract} contract
 * @param {Operation} entry
 * @param {Option} option
 * @returns {Flaw}
 */
function unknown(contract, entry, option) {
  const written = option.name.value;
  const name = strip(written).replace(/^\$/, "").toLowerCase();
  const takes = taken(entry).map((parameter) => parameter.name);
  const known = entry.action ? [...takes, ACTION] : takes;
  const values = { name: shown(written), operation: entry.id, options: known.join(", ") };
  /** @type {(sentence: string, hint?: string | null) => Flaw} */
  const flaw = (sentence, hint = null) => broken(contract, "unknown-option", 0, sentence, hint, values);
  if (!option.value && name.includes(" ") && takes.includes(FILTER)) return flaw("nameless", `${FILTER}=...`);
  if (written !== strip(written) && known.includes(name)) return flaw("spaces", name);
  const isOfPath = entry.parameters.some((item) => item.name.toLowerCase() === name && item.location === "path");
  if (isOfPath) return flaw("of-path", entry.path);
  if (documentedOptions(contract).has(name) && !known.some((item) => item.toLowerCase() === name)) {
    return flaw(known.length > 0 ? "not-taken" : "none-taken");
  }
  const others = contract.data.language.meant.options ?? {};
  const hint = (Object.hasOwn(others, name) ? others[name] : null) ?? nearest(name, known, 0.6);
  return flaw(known.length > 0 ? "unknown" : "none-known", hint !== null && known.includes(hint) ? hint : null);
}
