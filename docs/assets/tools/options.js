/** The options of a query: as text, and by their names. */

import { documentedOptions } from "../unimicro-schema/query/options.js";
import { readUrl } from "../unimicro-schema/query/url.js";

/** @typedef {import("../unimicro-schema/contract.js").Contract} Contract */

const KEPT = { "%2C": ",", "%3A": ":" };

/**
 * The options of a query string, a path or a URL, by their names in lowercase, decoded as the checker decodes them.
 *
 * @param {Contract} contract
 * @param {string} text
 * @returns {Map<string, string>}
 */
export function read(contract, text) {
  const { options } = readUrl(contract, text, documentedOptions(contract));
  return new Map(options.map(({ name, value }) => [name.value.trim().toLowerCase(), value?.value.trim() ?? ""]));
}

/**
 * Options as a query string: as people read it where the checker finds nothing in that, else encoded.
 *
 * @param {[string, string][]} options
 * @param {(text: string) => unknown[]} problems
 */
export function written(options, problems) {
  const plain = options.map(([name, value]) => `${name}=${value}`).join("&");
  if (problems(plain).length === 0) return plain;
  const sent = encoded(options);
  return problems(sent).length < problems(plain).length ? sent : plain;
}

/**
 * Options as a URL carries them.
 *
 * @param {Iterable<[string, string]>} options
 */
export function encoded(options) {
  return [...options].map(([name, value]) => `${name}=${percent(value)}`).join("&");
}

/** @param {string} value */
function percent(value) {
  return encodeURIComponent(value)
    .replaceAll("'", "%27")
    .replaceAll(/%2C|%3A/g, (code) => KEPT[/** @type {keyof typeof KEPT} */ (code)]);
}
