/**
 * Which documented error a body is: by its status, or by its shape alone.
 *
 * @import { Contract, KnownError } from "./contract.js"
 * @import { Json } from "./values.js"
 */

import { messagesOf } from "./messages.js";
import { escape } from "./pointers.js";
import { isObject } from "./values.js";
import { find } from "./wildcards.js";

/**
 * The first error body of a status that a value can be. One that the status alone tells is any object.
 *
 * @param {Contract} contract
 * @param {Json} value
 * @param {string} status
 * @returns {KnownError | null}
 */
export function fitting(contract, value, status) {
  const { errors } = contract.data.explanations;
  return (
    errors.find(
      ({ statuses, recognised_by: by }) =>
        statuses.includes(status) && (by === null ? isObject(value) : evidence(value, by) > 0),
    ) ?? null
  );
}

/**
 * The error body that a value looks like: the first shape that fits, unless more keys tell it from a body of a status.
 *
 * @param {Contract} contract
 * @param {Json} value
 * @returns {KnownError | null}
 */
export function shapeOf(contract, value) {
  const { errors } = contract.data.explanations;
  const shape = errors.find(({ recognised_by: by }) => by && evidence(value, by) > 0) ?? null;
  let most = shape?.recognised_by ? evidence(value, shape.recognised_by) : 0;
  let found = shape;
  for (const known of errors.filter(({ recognised_by: by }) => by === null)) {
    const count = own(contract, value, known);
    if (count > most) [found, most] = [known, count];
  }
  return found;
}

/**
 * The statuses whose bodies have nothing of their own, if a value has no more than they do.
 *
 * @param {Contract} contract
 * @param {Json} value
 * @returns {string[]}
 */
export function alike(contract, value) {
  return contract.data.explanations.errors
    .filter(
      (known) =>
        known.recognised_by === null &&
        ownKeys(contract, known).length === 0 &&
        isObject(value) &&
        [...value.keys()].every((key) => keysOf(contract, known).includes(key)) &&
        messagesOf(value, known).length > 0,
    )
    .flatMap(({ statuses }) => statuses)
    .sort();
}

/**
 * How many keys tell a value from other bodies: its own and that of its message. A value without keys of its own counts as 0.
 *
 * @param {Contract} contract
 * @param {Json} value
 * @param {KnownError} known
 */
function own(contract, value, known) {
  const count = isObject(value) ? ownKeys(contract, known).filter((key) => value.has(key)).length : 0;
  return count > 0 && messagesOf(value, known).length > 0 ? count + 1 : count;
}

/**
 * The properties that no other error body has.
 *
 * @param {Contract} contract
 * @param {KnownError} known
 */
function ownKeys(contract, known) {
  return contract.once(`own keys ${known.name}`, () => {
    const others = contract.data.explanations.errors.filter(({ name }) => name !== known.name);
    const theirs = new Set(others.flatMap((other) => keysOf(contract, other)));
    return keysOf(contract, known).filter((key) => !theirs.has(key));
  });
}

/**
 * @param {Contract} contract
 * @param {KnownError} known
 */
function keysOf(contract, { name }) {
  return Object.keys(contract.entity(name).properties);
}

/**
 * How many marks of a shape a value has: 0 if it is not of that shape.
 *
 * @param {Json} value
 * @param {NonNullable<KnownError["recognised_by"]>} by
 */
function evidence(value, by) {
  /** @param {string} key */
  const has = (key) => isObject(value) && value.has(key);
  if (by.keys) return by.keys.every(has) ? by.keys.length : 0;
  if (by["any-key"]) return by["any-key"].some(has) ? 1 : 0;
  const kind = typeof value === "string" ? "string" : isObject(value) ? "object" : Array.isArray(value) ? "array" : "";
  if (kind !== by.kind) return 0;
  return by.anywhere === undefined || find(value, `/**/${escape(by.anywhere)}`).length > 0 ? 1 : 0;
}
