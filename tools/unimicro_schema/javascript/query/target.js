/**
 * Which operation a URL calls: by its path, and by its action.
 *
 * @import { Contract, Operation } from "../contract.js"
 * @import { Flaw } from "./flaws.js"
 */

import { nearest } from "../suggestions.js";
import { broken } from "./flaws.js";
import { parameterFlaws } from "./parameters.js";

const PLACEHOLDER = /^[{<:$][^\n]*$/;

/**
 * What is wrong with a path as that of an operation, by the index in it.
 *
 * Unless it is `isWhole`, its beginning may be missing, or be a placeholder for the host.
 *
 * @param {Contract} contract
 * @param {Operation} entry
 * @param {string} path
 * @param {string | null} action
 * @param {boolean} isWhole
 * @returns {Flaw[]}
 */
export function pathFlaws(contract, entry, path, action, isWhole) {
  const places = matched(entry.path, path, isWhole);
  if (places) {
    return [...places].flatMap(([name, { at, value }]) => {
      const parameter = entry.parameters.find((item) => item.name === name);
      return PLACEHOLDER.test(value) || !parameter ? [] : parameterFlaws(contract, parameter, value, at);
    });
  }
  const all = contract.data.operations.filter((other) => matched(other.path, path, isWhole));
  const same = all.filter((other) => other.action === action);
  const others = (same.length > 0 ? same : all).map(({ id }) => id);
  const values = { operation: entry.id, method: entry.method, path: entry.path, others: others.join(" or ") };
  if (others.length === 0) return [broken(contract, "wrong-operation", 0, "nowhere", entry.path, values)];
  const hint = others.length === 1 ? others[0] : null;
  return [{ ...broken(contract, "wrong-operation", 0, "elsewhere", hint, values), elsewhere: true }];
}

/**
 * What is wrong with an action as that of an operation.
 *
 * @param {Contract} contract
 * @param {Operation} entry
 * @param {string} action
 * @returns {Flaw | null}
 */
export function actionFlaw(contract, entry, action) {
  if (action === entry.action) return null;
  const { operations } = contract.data;
  const values = { action, operation: entry.id };
  const other = operations.find((item) => item.action === action)?.id;
  if (other !== undefined) {
    const flaw = broken(contract, "wrong-operation", 0, "action-of", other, { ...values, other });
    return { ...flaw, elsewhere: true };
  }
  if (entry.action) {
    return broken(contract, "wrong-operation", 0, "action-exact", entry.action, { ...values, action: entry.action });
  }
  const known = operations.flatMap((item) => (item.action ? [item.action] : []));
  return broken(contract, "wrong-operation", 0, "no-action", nearest(action, known), values);
}

/**
 * The values in a path, with their indexes, by the names that the template has for them; null if it does not fit.
 *
 * @param {string} template
 * @param {string} path
 * @param {boolean} isWhole
 * @returns {Map<string, { at: number, value: string }> | null}
 */
function matched(template, path, isWhole) {
  let wanted = template.replaceAll(/^\/+|\/+$/g, "").split("/");
  let given = Array.from(path.matchAll(/[^/]+/g), (match) => ({ at: match.index, value: match[0] }));
  if (path.includes("//") || (isWhole && given.length !== wanted.length)) return null;
  // A placeholder for the host, such as $HOST, may come before the path, and the path's own beginning may be missing.
  if (given.length === wanted.length + 1 && !isWhole && !path.startsWith("/")) given = given.slice(1);
  if (given.length > 0) wanted = wanted.slice(-given.length);
  if (given.length !== wanted.length || wanted.every(isVariable)) return null;
  const pairs = wanted.map((name, index) => ({ name, given: given[index] ?? { at: 0, value: "" } }));
  if (pairs.some(({ name, given: { value } }) => !isVariable(name) && name.toLowerCase() !== value.toLowerCase())) {
    return null;
  }
  return new Map(
    pairs.filter(({ name }) => isVariable(name)).map(({ name, given: place }) => [name.slice(1, -1), place]),
  );
}

/** @param {string} name */
function isVariable(name) {
  return name.startsWith("{");
}
