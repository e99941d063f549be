/** Applies the suggestion of a finding to a query, in the ways there are; what the checker likes better is taken. */

const NAME = /^[\w.]+/;
const WORD = /^(?:'(?:[^']|'')*'|"[^"&]*"|[^\s&=,;()']+|.)/s;
const ENCODED_WORD = /^(?:[^\s&=,;()'%]+|.)/s; // a percent sign begins the next character
const OPERATOR = /^[=<>!&|]+/;
const PATH = /^[^?#\s]+/;
const CHARACTER = /^./su;
const BETWEEN = /%[0-9a-f]{2}|[^\w.]/i; // names and paths
const COMPARED = /[^\s&=(]+\s+\w+\s+$/;
const LITERAL = /^.*?(?=%27|'|&|$)/is;
const PLUS = "%2B";
const HOLE = "...";
const ERROR = 1000; // advices are less than an error
const MORE = "=...,";

/**
 * The query with a suggestion applied; null if that takes away no finding, or only for another as bad.
 *
 * @param {string} text
 * @param {{ column: number | null, suggestion: string | null }} finding
 * @param {(text: string) => { severity: string }[]} findings
 * @returns {string | null}
 */
export function corrected(text, { column, suggestion }, findings) {
  if (!suggestion || column === null) return null;
  /** @param {string} query */
  const weight = (query) => findings(query).reduce((sum, { severity }) => sum + (severity === "error" ? ERROR : 1), 0);
  const before = weight(text);
  return candidates(text, indexOf(text, column), suggestion).find((next) => weight(next) < before) ?? null;
}

/**
 * The index of a column, which counts characters from 1.
 *
 * @param {string} text
 * @param {number} column
 */
export function indexOf(text, column) {
  return [...text].slice(0, column - 1).join("").length;
}

/**
 * @param {string} text
 * @param {number} at
 * @param {string} suggestion
 * @returns {string[]}
 */
function candidates(text, at, suggestion) {
  const [head, tail] = [text.slice(0, at), text.slice(at)];
  const words = /%[0-9a-f]{2}/i.test(text) ? ENCODED_WORD : WORD;
  const word = words.exec(tail)?.[0] ?? "";
  const compared = head.search(COMPARED);
  if (suggestion.includes(MORE)) return [extended(text, suggestion)];
  if (suggestion.includes(HOLE)) {
    // What is to be filled in is what is there already; where there are several, nobody knows which.
    if (suggestion.split(HOLE).length > 2) return [];
    const inner = word.startsWith('"') ? word.slice(1, -1).replaceAll("'", "''") : word.replaceAll(/^'|'$/g, "");
    const written = suggestion.replace(HOLE, () => inner);
    return [at, ...(compared >= 0 ? [compared] : [])].map((from) => text.slice(0, from) + written + tail.slice(word.length));
  }
  if (suggestion === PLUS) return [head + tail.replace(LITERAL, (literal) => literal.replaceAll("+", PLUS))];
  if (suggestion.startsWith("%")) return [head + tail.replace(CHARACTER, () => suggestion)];
  const begin = at - (head.split(BETWEEN).pop() ?? "").length; // of the path that the name is in
  const ends = suggestion.startsWith("/") ? [PATH] : [NAME, words, OPERATOR, CHARACTER];
  const lengths = ends.map((end) => end.exec(tail)?.[0].length ?? 0).filter((length) => length > 0);
  return [
    ...[at, begin].flatMap((from) => lengths.map((length) => text.slice(0, from) + suggestion + tail.slice(length))),
    ...(compared >= 0 ? [text.slice(0, compared) + suggestion + tail.slice(word.length)] : []),
    ...(suggestion.includes("=") ? [`${text}&${suggestion}`] : []),
  ];
}

/**
 * The query with one more path in an option, such as `expand=...,Info`.
 *
 * @param {string} text
 * @param {string} suggestion
 */
function extended(text, suggestion) {
  const [option = "", path = ""] = suggestion.split(MORE);
  return text.replace(new RegExp(`(${option}=[^&]*)`, "i"), (part) => `${part},${path}`);
}
