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
 * @throws {TypeError} for what is not a name.
 */
export function operationOf(contract, name) {
  const { operations } = contract.data;
  if (typeof name !== "string") {
    const type = name === null ? "null" : typeof name;
    throw new TypeError(contract.lookup("not-a-name", { example: operations[0]?.id ?? "", type }));
  }
  const found = operations.find(({ id }) => id === name);
  if (found) return found;
  const known = operations.map(({ id }) => id);
  const called = operations.filter(({ method, path }) => `${method} ${path}` === name.replace(/\/+$/, ""));
  const near = called.length > 0 ? called.map(({ id }) => id) : alike(name, known, ALIKE).slice(0, OFFERED);
  const hint =
    near.length > 0
      ? contract.lookup("similar", { names: near.join(" or ") })
      : contract.lookup("known", { names: known.join(", ") || "none" });
  throw new UnknownNameError(contract.lookup("unknown", { what: "operation", name, hint }));
}

/**
 * The request body of an operation, or that of its response with a status.
 *
 * It is null where an operation answers with a status and nothing is known of a body: any is right then, and none.
 *
 * @param {Contract} contract
 * @param {string} name
 * @param {string | number | null} status
 * @returns {Body | null}
 * @throws {UnknownNameError} for a name or a status that the contract does not have, and for a request without a body.
 */
export function documented(contract, name, status) {
  const { request, responses } = operationOf(contract, name);
  const having = Object.keys(responses).filter((key) => responses[key]?.body);
  if (status === null) {
    if (request) return request;
    throw new UnknownNameError(contract.lookup("no-request", { operation: name, statuses: having.join(", ") }));
  }
  if (Object.hasOwn(responses, status)) return responses[status]?.body ?? null;
  const statuses = Object.keys(responses).join(", ");
  throw new UnknownNameError(contract.lookup("no-response", { operation: name, status, statuses }));
}
