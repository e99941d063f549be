/** All functions of the package, with all data, ready at once. */

import { functionsOf } from "./functions.js";
import contract from "./data/contract.js";
import errors from "./data/errors.js";
import explanations from "./data/explanations.js";
import received from "./data/received.js";
import rules from "./data/rules.js";
import sent from "./data/sent.js";

export * from "./codes.js";
export { UnknownNameError } from "./operations.js";
export { UpdateError } from "./updates/rows.js";

export const { validate, checkQuery, explainError, minimalUpdate, operations } = functionsOf({ ...contract, rules, explanations, pools: { sent, received, errors } });
