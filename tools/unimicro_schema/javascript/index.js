/** All functions of the package, with all data, ready at once. */

import { functionsOf } from "./functions.js";
import { data } from "./whole.js";

export * from "./codes.js";
export { UnknownNameError } from "./operations.js";
export { UpdateError } from "./updates/rows.js";

export const { validate, checkQuery, explainError, minimalUpdate, operations } = functionsOf(data);
