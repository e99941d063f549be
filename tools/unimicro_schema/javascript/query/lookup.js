/**
 * Looks a dotted name of a query up in the entities of the contract.
 *
 * @import { Contract } from "../contract.js"
 * @import { Flaw } from "./flaws.js"
 * @import { Wanted } from "./paths.js"
 */

import { broken } from "./flaws.js";
import { meant } from "./guesses.js";
import { Found, walk } from "./paths.js";

/**
 * What a path of a query leads to, or what is wrong with it. `at` is the index of the path in the value.
 *
 * @param {Contract} contract
 * @param {string} root
 * @param {string} path
 * @param {Wanted} wanted
 * @param {number} [at]
 * @returns {Found | Flaw}
 */
export function follow(contract, root, path, wanted, at = 0) {
  const segments = path.split(/[./]/);
  const empty = segments.indexOf("");
  if (empty >= 0) {
    const index = segments.slice(0, empty).reduce((sum, segment) => sum + segment.length + 1, 0);
    return broken(contract, "bad-syntax", at + Math.max(index - 1, 0), "dots");
  }
  const isExpanding = wanted === "related";
  const found = walk(contract, root, segments, isExpanding);
  const rule = isExpanding ? "unknown-path" : "unknown-field";
  if (!(found instanceof Found)) {
    return broken(contract, rule, at + found.at, found.sentence, meant(contract, root, found, wanted), found.values);
  }
  return path.includes("/") ? broken(contract, rule, at + path.indexOf("/"), "slash", String(found)) : found;
}
