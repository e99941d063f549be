/** Applies the suggestion of a finding to a query, in the ways there are; what the checker likes better is taken. */

const WORD = /^(?:'(?:[^']|'')*'|[^\s&=,()']+|.)/s;
const HOLE = "'...'";
const MORE = "=...,";

/**
 * The query with a suggestion applied; null if that takes away no finding.
 *
 * @param {string} text
 * @param {{ column: number | null, suggestion: string | null }} finding
 * @param {(text: string) => unknown[]} findings
 * @returns {string | null}
 */
export function corrected(text, { column, suggestion }, findings) {
  if (!suggestion || column === null) return null;
  const before = findings(text).length;
  return candidates(text, column - 1, suggestion).find((next) => findings(next).length < before) ?? null;
}

/**
 * @param {string} text
 * @param {number} at
 * @param {string} suggestion
 * @returns {string[]}
 */
function candidates(text, at, suggestion) {
  const word = WORD.exec(text.slice(at))?.[0] ?? "";
  /** @param {string} next */
  const instead = (next) => text.slice(0, at) + next + text.slice(at + word.length);
  const [option = ""] = suggestion.split("=");
  const added = suggestion.includes(MORE)
    ? text.replace(new RegExp(`(${option}=[^&]*)`, "i"), (part) => `${part},${suggestion.split(MORE)[1]}`)
    : `${text}&${suggestion}`;
  const comparison = text.slice(0, at).search(/[^\s&=(]+\s+\w+\s+$/);
  return [
    instead(suggestion),
    ...(suggestion.includes(HOLE) ? [instead(`'${word.replaceAll(/^["']|["']$/g, "")}'`)] : []),
    ...(comparison >= 0 ? [text.slice(0, comparison) + suggestion + text.slice(at + word.length)] : []),
    ...(suggestion.includes("=") ? [added] : []),
  ];
}
