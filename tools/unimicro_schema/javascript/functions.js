/**
 * The functions of the package, by the data that they read.
 *
 * @import { Data } from "./contract.js"
 * @import { Options } from "./check.js"
 */

import { validate } from "./check.js";
import { Contract } from "./contract.js";
import { explainError } from "./explain.js";
import { minimalUpdate } from "./updates/minimal.js";
import { checkQuery } from "./query/check.js";

/**
 * The functions that read some data of the contract.
 *
 * @param {Data} data
 */
export function functionsOf(data) {
  const contract = new Contract(data);
  return {
    /**
     * @param {unknown} value
     * @param {string} operation
     * @param {Options} [options]
     */
    validate: (value, operation, options) => validate(contract, value, operation, options),

    /**
     * @param {string} text
     * @param {string} [operation]
     * @param {{ strict?: boolean }} [options]
     */
    checkQuery: (text, operation, options) => checkQuery(contract, text, operation, options),

    /**
     * @param {unknown} body
     * @param {string | number | null} [status]
     */
    explainError: (body, status) => explainError(contract, body, status),

    /**
     * @param {unknown} before
     * @param {unknown} after
     */
    minimalUpdate: (before, after) => minimalUpdate(contract, before, after),

    operations: () => data.operations,
  };
}
