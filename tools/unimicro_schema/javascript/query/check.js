/**
 * The verdict on a query: the URL or the options that call an operation.
 *
 * The platform ignores a filter on a field that it does not know, and returns unfiltered rows. So every name is checked against
 * the entities of the contract, and every value against the field that it is compared with.
 *
 * @import { Contract, Operation } from "../contract.js"
 * @import { Finding, Report } from "../defects.js"
 * @import { Flaw, Judged } from "./flaws.js"
 * @import { Given } from "./options.js"
 * @import { Url } from "./url.js"
 *
 * @typedef {object} Defect A flaw with its index in the whole text, and the name of the option that has it, or "".
 * @property {Flaw} flaw
 * @property {number} place
 * @property {string} option
 *
 * @typedef {{ item: Given, verdict: Judged }} Verdict
 */

import { judged } from "../check.js";
import { known } from "../options.js";
import { operationOf } from "../operations.js";
import { encode } from "../pointers.js";
import { lengthOf } from "../values.js";
import { checkFilter } from "./filters.js";
import { broken, shown } from "./flaws.js";
import { checkExpand, checkOrderby, checkSelect } from "./lists.js";
import { ACTION, documentedOptions, missing, sortOut } from "./options.js";
import { parameterFlaws } from "./parameters.js";
import { actionFlaw, pathFlaws } from "./target.js";
import { FILTER, readUrl } from "./url.js";

const EXPAND = "expand";
const COMMAND = /^[ \t\r\n]*(?:\$ +)?curl(?:\.exe)?[ \t\r\n]/;

/**
 * What judges the options that name fields, each on an entity.
 *
 * @type {Map<string, (contract: Contract, root: string, value: string) => Judged>}
 */
const LANGUAGE = new Map([
  [EXPAND, checkExpand],
  ["select", checkSelect],
  [FILTER, checkFilter],
  ["orderby", checkOrderby],
]);

/**
 * Whether a query fits an operation, and what is wrong with it if not.
 *
 * `text` is a query string such as `expand=Info&top=10`, with or without a question mark in front, a path, or a URL; encoded, or as
 * it is before it is encoded. Columns count in it as it is given.
 *
 * @param {Contract} contract
 * @param {string | URL | URLSearchParams} given
 * @param {string} [operation]
 * @param {{ strict?: boolean }} [options]
 * @returns {Report}
 * @throws {UnknownNameError} for an operation that the contract does not have.
 * @throws {TypeError} for an option that does not exist, and for what is not a query.
 */
export function checkQuery(contract, given, operation = "listCustomers", options = {}) {
  known("checkQuery", options, ["strict"]);
  const { strict = false } = options;
  const text = textOf(given);
  const entry = operationOf(contract, operation);
  if (COMMAND.test(text)) {
    const flaw = broken(contract, "wrong-operation", 0, "command", null);
    return judged(operation, [finding(contract, text, { flaw, place: 0, option: "" })], strict);
  }
  const url = readUrl(contract, text, documentedOptions(contract));
  const found = defectsOf(contract, entry, url).map((defect) => finding(contract, text, defect));
  found.sort((one, other) => (one.column ?? 0) - (other.column ?? 0));
  return judged(operation, found, strict);
}

/**
 * @param {unknown} given
 * @returns {string}
 */
function textOf(given) {
  if (typeof given === "string") return given;
  if (given instanceof URL || given instanceof URLSearchParams) return String(given);
  throw new TypeError(`a query is text, a URL or URLSearchParams, not of type ${given === null ? "null" : typeof given}`);
}

/**
 * @param {Contract} contract
 * @param {string} text
 * @param {Defect} defect
 * @returns {Finding}
 */
function finding(contract, text, { flaw: { rule, message, suggestion }, place, option }) {
  const isInside = (text.charCodeAt(place) & 0xfc00) === 0xdc00 && (text.charCodeAt(place - 1) & 0xfc00) === 0xd800;
  const column = lengthOf(text.slice(0, isInside ? place - 1 : place)) + 1;
  return {
    rule,
    severity: contract.rule(rule).severity,
    pointer: option ? encode([option]) : "",
    line: 1,
    column: Math.max(1, Math.min(column, lengthOf(text))),
    message,
    suggestion,
    docs: contract.docs(rule),
  };
}

/**
 * @param {Contract} contract
 * @param {Operation} entry
 * @param {Url} url
 * @returns {Defect[]}
 */
function defectsOf(contract, entry, url) {
  const { given, misplaced } = sortOut(contract, entry, url.options);
  const found = called(contract, entry, url, given);
  if (found.some(({ flaw }) => flaw.elsewhere)) return found;
  found.push(...misplaced.map(({ flaw, place, name }) => ({ flaw, place, option: name })));
  found.push(...url.flaws.map(([option, flaw]) => ({ flaw, place: flaw.at, option })));
  found.push(...missing(contract, entry, given, misplaced).map((flaw) => ({ flaw, place: 0, option: "" })));
  found.push(...given.flatMap((item) => item.value.flaws.map((flaw) => ofValue(item, flaw))));
  const verdicts = given
    .filter(({ text, value }) => text && !isGarbled(value))
    .map((item) => ({ item, verdict: verdictOn(contract, entry, item) }));
  found.push(...verdicts.flatMap(({ item, verdict }) => verdict.flaws.map((flaw) => ofValue(item, flaw))));
  return [...found, ...unexpanded(contract, verdicts)];
}

/**
 * What is wrong with the path and with the action.
 *
 * @param {Contract} contract
 * @param {Operation} entry
 * @param {Url} url
 * @param {Given[]} given
 * @returns {Defect[]}
 */
function called(contract, entry, { path, hasHost }, given) {
  const actions = given.filter(({ name, text }) => name === ACTION && text);
  /** @type {Defect[]} */
  const found = [];
  if (path) {
    for (const flaw of pathFlaws(contract, entry, path.value, actions[0]?.text ?? null, hasHost)) {
      found.push({ flaw, place: path.place(flaw.at), option: "" });
      if (flaw.elsewhere) return found;
    }
  }
  for (const item of actions) {
    const flaw = actionFlaw(contract, entry, item.text);
    if (flaw) found.push(ofValue(item, flaw));
  }
  return found;
}

/**
 * @param {Given} item
 * @param {Flaw} flaw
 * @returns {Defect}
 */
function ofValue({ name, value }, flaw) {
  return { flaw, place: value.place(flaw.at), option: name };
}

/**
 * Whether the encoding is broken outside of quotes, so that names and operators cannot be distinguished.
 *
 * @param {Given["value"]} value
 */
function isGarbled(value) {
  return value.flaws.some(({ rule, at }) => rule === "bad-syntax" && !value.isQuoted(at));
}

/**
 * What is wrong with the value of an option: of one that names fields, as a query; of any other, as a value.
 *
 * @param {Contract} contract
 * @param {Operation} entry
 * @param {Given} item
 * @returns {Judged}
 */
function verdictOn(contract, entry, { name, parameter, value: { value } }) {
  const root = rootOf(contract, entry);
  const check = LANGUAGE.get(name);
  if (check && root !== undefined) return check(contract, root, value);
  return { flaws: parameter ? parameterFlaws(contract, parameter, value) : [] };
}

/**
 * The entity that the operation answers with.
 *
 * @param {Contract} contract
 * @param {Operation} entry
 */
function rootOf(contract, { responses }) {
  const models = Object.entries(responses).flatMap(([status, { body }]) =>
    status.startsWith("2") && body ? [body.model] : [],
  );
  return models.find((name) => Object.hasOwn(contract.data.entities, name));
}

/**
 * Advice on each related object that `select` needs and `expand` does not name. A longer path expands what is on its way.
 *
 * @param {Contract} contract
 * @param {Verdict[]} verdicts
 * @returns {Defect[]}
 */
function unexpanded(contract, verdicts) {
  const expands = verdicts.filter(({ item }) => item.name === EXPAND).map(({ verdict }) => verdict);
  if (expands.some(({ flaws }) => flaws.length > 0)) return []; // what is misspelt there may be just what is missing
  const paths = expands.flatMap(({ expanded = [] }) => expanded);
  const seen = new Set(paths.flatMap((path) => path.map((_, index) => encode(path.slice(0, index + 1)))));
  /** @type {Defect[]} */
  const found = [];
  for (const { item, verdict } of verdicts) {
    for (const { path: names, at } of verdict.uses ?? []) {
      const key = encode(names);
      if (seen.has(key)) continue;
      seen.add(key);
      const path = shown(names.join("."));
      const hint = paths.length > 0 ? `${EXPAND}=...,${path}` : `${EXPAND}=${path}`;
      found.push(ofValue(item, broken(contract, "expand-missing", at, "select", hint, { option: item.name, path })));
    }
  }
  return found;
}
