/**
 * The functions of the package with the data of one operation only: for pages, which fetch no more than they need.
 *
 * @import { Definitions, Operation } from "./contract.js"
 */

import { functionsOf } from "./functions.js";
import { answerOf } from "./readings.js";

/** @type {Record<string, () => Promise<{ default: Definitions }>>} */
const POOLS = {
  sent: () => import("./data/sent.js"),
  received: () => import("./data/received.js"),
  errors: () => import("./data/errors.js"),
};

/** @type {Map<string, Promise<ReturnType<typeof functionsOf>>>} */
const loaded = new Map();

/**
 * The functions that read the data of one operation. The functions report an unknown operation.
 *
 * @param {string} operation
 */
export function load(operation) {
  const known = loaded.get(operation) ?? loading(operation);
  loaded.set(operation, known);
  return known;
}

/** @param {string} operation */
async function loading(operation) {
  const [{ default: contract }, { default: rules }, { default: explanations }] = await Promise.all([
    import("./data/contract.js"),
    import("./data/rules.js"),
    import("./data/explanations.js"),
  ]);
  const found = contract.operations.find((/** @type {Operation} */ { id }) => id === operation);
  const answer = found && answerOf(contract, found);
  const names = new Set(found ? [...poolsOf(found), ...(answer ? [answer.pool] : [])] : []);
  const parts = [...names].map(async (name) => [name, (await POOLS[name]?.())?.default]);
  return functionsOf({ ...contract, rules, explanations, pools: Object.fromEntries(await Promise.all(parts)) });
}

/**
 * @param {Operation} operation
 * @returns {string[]}
 */
function poolsOf({ request, responses }) {
  return [request, ...Object.values(responses).map(({ body }) => body)].flatMap((body) => (body ? [body.pool] : []));
}
