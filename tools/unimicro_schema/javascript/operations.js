/**
 * The operations of the API, and the bodies that they send and receive.
 *
 * @import { Body, Contract, Operation } from "./contract.js"
 */

import { alike } from "./suggestions.js";

const ALIKE = 0.6; // how much alike names are of which several are offered
const OFFERED = 3;

/** There is no operation or body of that name. The message says which there are. */
export class UnknownNameError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message);
    this.name = "UnknownNameError";
  }
}

/**
 * The operation of that name.
 *
 * @param {Contract} contract
 * @param {string} name
 * @returns {Operation}
 * @throws {UnknownNameError} with the nearest names, if there is none.
 */
export function operationOf(contract, name) {
  const { operations } = contract.data;
  const found = operations.find(({ id }) => id === name);
  if (found) return found;
  const known = operations.map(({ id }) => id);
  const near = alike(name, known, ALIKE).slice(0, OFFERED);
  const hint =
    near.length > 0
      ? contract.lookup("similar", { names: near.join(" or ") })
      : contract.lookup("known", { names: known.join(", ") || "none" });
  throw new UnknownNameError(contract.lookup("unknown", { what: "operation", name, hint }));
}

/**
 * The request body of an operation, or that of its response with a status.
 *
 * @param {Contract} contract
 * @param {string} name
 * @param {string | number | null} status
 * @returns {Body}
 * @throws {UnknownNameError} with the nearest names or the statuses that there are, if there is no such body.
 */
export function bodyOf(contract, name, status) {
  const { request, responses } = operationOf(contract, name);
  const body = status === null ? request : responses[status]?.body;
  if (body) return body;
  const having = Object.keys(responses).filter((key) => responses[key]?.body);
  const values = { operation: name, status, statuses: having.join(", ") };
  if (status === null) throw new UnknownNameError(contract.lookup("no-request", values));
  if (Object.hasOwn(responses, status)) throw new UnknownNameError(contract.lookup("no-body", values));
  const statuses = Object.keys(responses).join(", ");
  throw new UnknownNameError(contract.lookup("no-response", { ...values, statuses }));
}
