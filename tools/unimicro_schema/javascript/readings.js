/**
 * Judges what is sent back as it was read: by what answers may hold.
 *
 * A defect of a request is not an error here if a response may have it in the same place: a key or a code that the contract does not
 * know becomes advice, and null and digits in quotes are right. A key that is nearly a known one is a typing error.
 *
 * @import { Body, Contract, Data, Operation } from "./contract.js"
 * @import { Defect } from "./defects.js"
 * @import { Json } from "./values.js"
 */

import { operationOf } from "./operations.js";
import { encode } from "./pointers.js";
import { isNearly } from "./suggestions.js";
import { defectsOf } from "./walk.js";

/** The rules whose findings become advice, and the sentences that say so. */
const SOFTENED = new Map([
  ["unknown-key", "new"],
  ["not-in-enum", "new"],
]);

/**
 * The body that an answer has where the request of an operation has the same entity; null where what is sent is new.
 *
 * @param {Pick<Data, "operations" | "entities">} data
 * @param {Operation} operation
 * @returns {Body | null}
 */
export function answerOf({ operations, entities }, { request }) {
  if (!request || entities[request.model]?.identity.length !== 0) return null;
  const same = operations.filter((other) => other.request?.model === request.model);
  const bodies = same.flatMap(({ responses }) =>
    Object.entries(responses).flatMap(([status, { body }]) => (status.startsWith("2") && body ? [body] : [])),
  );
  return bodies.find(({ model, list }) => Object.hasOwn(entities, model) && !list) ?? null;
}

/**
 * Refuses an operation or a response that cannot be judged as read back.
 *
 * @param {Contract} contract
 * @param {string} name
 * @param {string | number | null} status
 * @throws {RangeError}
 */
export function refuse(contract, name, status) {
  const { data } = contract;
  if (status === null && answerOf(data, operationOf(contract, name))) return;
  const taken = data.operations.filter((entry) => answerOf(data, entry)).map(({ id }) => id);
  throw new RangeError(contract.lookup("read-back", { operations: taken.join(" and ") }));
}

/**
 * What is left of the defects of a request when it is judged as read back.
 *
 * @param {Contract} contract
 * @param {Defect[]} defects
 * @param {Json} value
 * @param {string} name
 * @returns {Defect[]}
 */
export function softened(contract, defects, value, name) {
  const operation = operationOf(contract, name);
  const answer = answerOf(contract.data, operation);
  if (!answer) return defects;
  const schema = operation.request?.list ? { type: "array", items: answer.schema } : answer.schema;
  const wrong = new Set(defectsOf(contract, contract.nodes(answer.pool, schema), value).map(({ path }) => encode(path)));
  return defects.flatMap((defect) => {
    const { rule, path, isKey, values } = defect;
    const known = isKey ? Object.keys(contract.entity(String(values?.entity)).properties) : [];
    if (wrong.has(encode(path)) || isNearly(String(path.at(-1)), known)) return [defect];
    const sentence = SOFTENED.get(rule);
    return sentence ? [{ ...defect, severity: /** @type {const} */ ("advice"), sentence, suggestion: null }] : [];
  });
}
