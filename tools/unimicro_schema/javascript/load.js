/** The functions of the package with the data of one operation only: for pages, which fetch no more than they need. */

import { functionsOf } from "./functions.js";
import { dataOf } from "./part.js";

/** @type {Map<string, Promise<ReturnType<typeof functionsOf>>>} */
const loaded = new Map();

/**
 * The functions that read the data of one operation. The functions report an unknown operation.
 *
 * @param {string} operation
 */
export function load(operation) {
  const known = loaded.get(operation) ?? dataOf(operation).then(functionsOf);
  loaded.set(operation, known);
  return known;
}
