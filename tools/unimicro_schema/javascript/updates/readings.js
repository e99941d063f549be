/**
 * Takes a reading as it is given: a value, a JSON text or its bytes.
 *
 * @import { Contract } from "../contract.js"
 * @import { JsonObject } from "../values.js"
 */

import { parsed } from "../check.js";
import { isObject } from "../values.js";
import { UpdateError, kindOf, objects } from "./rows.js";

const DIGITS = /^[0-9]{1,9}$/;

/**
 * The JSON object of an entity that a reading is. A code that is in it as digits in quotes is the number, as in the models.
 *
 * @param {Contract} contract
 * @param {unknown} reading
 * @param {"first" | "second"} which
 * @param {string} entity
 * @returns {JsonObject}
 * @throws {UpdateError} for anything else.
 */
export function readingOf(contract, reading, which, entity) {
  const name = contract.data.updates[which] ?? "";
  const { value, refusal } = parsed(contract, reading);
  if (refusal) {
    const { message, line, column } = refusal;
    const sentence = line === null ? "unreadable" : "unreadable-at";
    throw new UpdateError(contract, [], sentence, { name, message, line, column });
  }
  if (!isObject(value)) throw new UpdateError(contract, [], "one-object", { name });
  for (const { kind, item } of objects(contract, kindOf(contract, entity), value)) {
    for (const key of kind.digits) {
      const code = item.get(key);
      if (typeof code === "string" && DIGITS.test(code)) item.set(key, Number(code));
    }
  }
  return value;
}
