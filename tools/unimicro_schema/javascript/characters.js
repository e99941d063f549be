/** Characters as Python tells them apart, so that both languages trim, split and cut a text at the same places. */

/** What is a space, as the inside of a class of a regular expression. JavaScript's own `\s` differs in a few characters. */
export const SPACES = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

const LEADING = new RegExp(`^[${SPACES}]+`);
const TRAILING = new RegExp(`(?<![${SPACES}])[${SPACES}]+$`);
const BETWEEN = new RegExp(`[${SPACES}]+`);

/**
 * A text without the spaces in front.
 *
 * @param {string} text
 */
export function stripStart(text) {
  return text.replace(LEADING, "");
}

/**
 * A text without the spaces behind it.
 *
 * @param {string} text
 */
export function stripEnd(text) {
  return text.replace(TRAILING, "");
}

/**
 * A text without the spaces around it.
 *
 * @param {string} text
 */
export function strip(text) {
  return stripEnd(stripStart(text));
}

/**
 * The words of a text, which spaces separate.
 *
 * @param {string} text
 */
export function wordsOf(text) {
  return text.split(BETWEEN).filter(Boolean);
}

/**
 * The first characters of a text. A character is never cut in halves.
 *
 * @param {string} text
 * @param {number} count
 */
export function cut(text, count) {
  return text.length <= count ? text : [...text.slice(0, 2 * count)].slice(0, count).join("");
}
