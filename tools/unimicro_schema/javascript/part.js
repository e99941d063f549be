/**
 * The data of one operation, for programs that load no more than they need.
 *
 * @import { Data, Definitions, Operation } from "./contract.js"
 */

import { answerOf } from "./readings.js";

/** @type {Record<string, () => Promise<{ default: Definitions }>>} */
const POOLS = {
  sent: () => import("./data/sent.js"),
  received: () => import("./data/received.js"),
  errors: () => import("./data/errors.js"),
};

/**
 * What is needed to judge the bodies of one operation; of an unknown one, what is needed to say so.
 *
 * @param {string} operation
 * @returns {Promise<Data>}
 */
export async function dataOf(operation) {
  const [{ default: contract }, { default: rules }, { default: explanations }] = await Promise.all([
    import("./data/contract.js"),
    import("./data/rules.js"),
    import("./data/explanations.js"),
  ]);
  const found = contract.operations.find((/** @type {Operation} */ { id }) => id === operation);
  const answer = found && answerOf(contract, found);
  const names = new Set(found ? [...poolsOf(found), ...(answer ? [answer.pool] : [])] : []);
  const parts = [...names].map(async (name) => [name, (await POOLS[name]?.())?.default]);
  return { ...contract, rules, explanations, pools: Object.fromEntries(await Promise.all(parts)) };
}

/**
 * @param {Operation} operation
 * @returns {string[]}
 */
function poolsOf({ request, responses }) {
  return [request, ...Object.values(responses).map(({ body }) => body)].flatMap((body) => (body ? [body.pool] : []));
}
