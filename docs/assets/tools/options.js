/** The options of a query: as text, and by their names. */

const ENCODED = /%[0-9a-f]{2}/i;
const BEFORE = /^(?:https?:\/\/|\/|[^=&?]*\?)[^?]*\??/i; // a URL or a path, up to its query
const KEPT = { "%2C": ",", "%3A": ":" };

/**
 * The options of a query string, a path or a URL, by their names in lowercase, decoded.
 *
 * @param {string} text
 * @returns {Map<string, string>}
 */
export function read(text) {
  const options = new Map();
  for (const [part] of text.trim().replace(BEFORE, "").matchAll(/(?:'(?:[^']|'')*'|[^&'])+/g)) {
    const [name = "", ...value] = part.split("=");
    options.set(name.trim().toLowerCase(), decoded(value.join("=")));
  }
  return options;
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

/** @param {string} value */
function decoded(value) {
  try {
    return ENCODED.test(value) ? decodeURIComponent(value) : value;
  } catch {
    return value; // the checker says what is wrong with it
  }
}
