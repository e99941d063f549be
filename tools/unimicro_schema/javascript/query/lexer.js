/**
 * The words of the query language. They take in more than the platform does, so that what is wrong can be said of the thing itself.
 *
 * @typedef {"WORD" | "NUMBER" | "TEXT" | "UNCLOSED" | "QUOTED" | "SYMBOL" | "JOINT" | "AND" | "OR" | "NOT" | "LPAR" | "RPAR" |
 *   "COMMA" | "END"} Kind
 *
 * @typedef {object} Word A word by its kind, and its index in the value.
 * @property {Kind} kind
 * @property {string} text
 * @property {number} at
 */

import { SPACES } from "../characters.js";

const MARKS = "\"“”„«»‘’‚`´";
const IN_WORD = `[^${SPACES}(),'${MARKS}=<>!&|]`;
const WORDS = new RegExp(
  [
    "(?<TEXT>'[^']*(?:''[^']*)*'(?!'))",
    `(?<NUMBER>-?[0-9]+(?:\\.[0-9]+)?(?!${IN_WORD}))`,
    "(?<UNCLOSED>'[^']*(?:''[^']*)*)",
    `(?<QUOTED>[${MARKS}][^${MARKS}]*[${MARKS}]?)`,
    `(?<WORD>${IN_WORD}+)`,
    "(?<SYMBOL>[=<>!]+)",
    "(?<JOINT>[&|]+)",
    "(?<LPAR>\\()",
    "(?<RPAR>\\))",
    "(?<COMMA>,)",
  ].join("|"),
  "gu",
);
const KEYWORDS = new Set(["AND", "OR", "NOT"]);

/**
 * The words of a value, whether or not it can be parsed.
 *
 * @param {string} value
 * @returns {Word[]}
 */
export function lexed(value) {
  return Array.from(value.matchAll(WORDS), (match) => {
    const [text] = match;
    const [kind] = Object.entries(match.groups ?? {}).find(([, found]) => found !== undefined) ?? ["WORD"];
    const keyword = text.toUpperCase();
    const named = kind === "WORD" && KEYWORDS.has(keyword) ? keyword : kind;
    return { kind: /** @type {Kind} */ (named), text, at: match.index };
  });
}
