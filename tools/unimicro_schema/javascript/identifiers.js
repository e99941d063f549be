/**
 * Checks of numbers and e-mail addresses that have a format or a check digit of their own.
 *
 * @typedef {object} Wrong What a check has to say: the rule and the name of the sentence.
 * @property {string} rule
 * @property {string} sentence
 */

const MOD_11 = [3, 2, 7, 6, 5, 4, 3, 2, 1];
const SPACES = /[ \u00a0]/g;
const DIGITS = /^[0-9]+$/;
const BLANK = "\\x00-\\x20\\x7f-\\xa0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff";
const EMAIL = new RegExp(`^[^@${BLANK}]+@[^@.${BLANK}]+(?:\\.[^@.${BLANK}]+)+$`);

const VAT = /^(?:no)?([0-9]{9})(?:mva)?$/i;
const ALL_BLANK = new RegExp(`^[${BLANK}]*$`);

/**
 * Whether a text has nothing but spaces.
 *
 * @param {string} text
 */
export function isBlank(text) {
  return ALL_BLANK.test(text);
}

/**
 * @param {string} text
 * @returns {Wrong | null}
 */
function orgNumber(text) {
  const digits = text.replaceAll(SPACES, "");
  const vat = VAT.exec(digits)?.[1];
  if (vat && vat !== digits && orgNumber(vat) === null) return { rule: "org-number-checksum", sentence: "vat" };
  if (digits.length !== 9 || !DIGITS.test(digits)) return null;
  const sum = MOD_11.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  if (sum % 11 !== 0) return { rule: "org-number-checksum", sentence: "checksum" };
  return digits === text ? null : { rule: "org-number-checksum", sentence: "spaces" };
}

/**
 * @param {string} text
 * @returns {Wrong | null}
 */
function gln(text) {
  const sum = [...text].reduce((total, digit, index) => total + (index % 2 ? 3 : 1) * Number(digit), 0);
  const isRight = text.length === 13 && DIGITS.test(text) && sum % 10 === 0;
  return isRight ? null : { rule: "gln-checksum", sentence: "checksum" };
}

/**
 * The checks by the value of `x-check`: what is wrong with a text, or null. Each takes a text that is not empty.
 *
 * @type {Record<string, (text: string) => Wrong | null>}
 */
export const CHECKS = {
  "org-number": orgNumber,
  gln,
  email: (text) => (EMAIL.test(text) ? null : { rule: "email-shape", sentence: "shape" }),
  digits: (text) => (DIGITS.test(text) ? null : { rule: "not-digits", sentence: "digits" }),
};
