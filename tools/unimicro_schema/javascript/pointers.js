/**
 * A key or an index as one token of a JSON pointer (RFC 6901).
 *
 * @param {string | number} token
 */
export function escape(token) {
  return String(token).replaceAll("~", "~0").replaceAll("/", "~1");
}

/**
 * The JSON pointer with these keys and indexes, from the outermost to the innermost.
 *
 * @param {(string | number)[]} tokens
 */
export function encode(tokens) {
  return tokens.map((token) => `/${escape(token)}`).join("");
}

/**
 * The keys and indexes of a JSON pointer, all as text.
 *
 * @param {string} pointer
 */
export function decode(pointer) {
  return pointer
    .split("/")
    .slice(1)
    .map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
}
