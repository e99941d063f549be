/**
 * Takes a reading as it is given: a value, a JSON text or its bytes.
 *
 * @import { Contract } from "../contract.js"
 * @import { JsonObject } from "../values.js"
 */

import { parsed } from "../check.js";
import { isObject } from "../values.js";
import { UpdateError } from "./rows.js";

/**
 * The JSON object that a reading is.
 *
 * @param {Contract} contract
 * @param {unknown} reading
 * @param {"first" | "second"} which
 * @returns {JsonObject}
 * @throws {UpdateError} for anything else.
 */
export function readingOf(contract, reading, which) {
  const name = contract.data.updates[which] ?? "";
  const { value, refusal } = parsed(contract, reading);
  if (refusal) {
    const { message, line, column } = refusal;
    const sentence = line === null ? "unreadable" : "unreadable-at";
    throw new UpdateError(contract, [], sentence, { name, message, line, column });
  }
  if (!isObject(value)) throw new UpdateError(contract, [], "one-object", { name });
  return value;
}
