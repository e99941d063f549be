/**
 * Prints results, as the command of the Python package does: as text for people, or as one JSON object.
 *
 * @import { Report } from "./defects.js"
 *
 * @typedef {{ file: string, report: Report }} Result
 *
 * @typedef {object} Totals How many inputs there were. `advice` counts findings.
 * @property {number} checked
 * @property {number} valid
 * @property {number} invalid
 * @property {number} unreadable
 * @property {number} advice
 */

const LISTED = 20; // with more inputs than these, the valid ones are counted instead of listed
const NOT_PRINTABLE = /[^\P{C}]|[^\P{Z} ]/gu;

/**
 * The counts of some results.
 *
 * @param {Result[]} results
 * @returns {Totals}
 */
export function totalsOf(results) {
  const totals = { checked: results.length, valid: 0, invalid: 0, unreadable: 0, advice: 0 };
  for (const { report } of results) {
    totals.advice += report.findings.filter(({ severity }) => severity === "advice").length;
    if (report.findings.some(({ rule }) => rule === "unreadable")) totals.unreadable += 1;
    else if (report.valid) totals.valid += 1;
    else totals.invalid += 1;
  }
  return totals;
}

/**
 * The formats by the name that `--format` takes.
 *
 * @type {Record<string, (results: Result[]) => string>}
 */
export const PRINTERS = {
  text(results) {
    const totals = totalsOf(results);
    const valid = results.filter(({ report }) => report.valid);
    const verdicts = valid.map(({ file, report }) => `${printable(file)}: valid ${report.operation}`);
    const end = results.length > LISTED ? [counted(totals)] : verdicts;
    return [...results.flatMap(lines), ...end].map((line) => `${line}\n`).join("");
  },

  json(results) {
    const rows = results.map(({ file, report }) => ({ file, ...report }));
    const text = JSON.stringify({ version: 1, results: rows, totals: totalsOf(results) }, null, 2);
    const spelled = text.replaceAll(/[^\n\x20-\x7e]/gu, (char) => (char === printable(char) ? char : escaped(char)));
    return `${spelled}\n`;
  },
};

/** @param {Totals} totals */
function counted({ checked, advice, ...counts }) {
  const number = new Intl.NumberFormat("en");
  const parts = Object.entries(counts).flatMap(([name, count]) => (count > 0 ? [`${number.format(count)} ${name}`] : []));
  const noted = advice > 0 ? `; advice: ${number.format(advice)}` : "";
  return `${number.format(checked)} checked${parts.length > 0 ? `: ${parts.join(", ")}` : ""}${noted}`;
}

/** @param {Result} result */
function lines({ file, report }) {
  return report.findings.map(({ line, column, severity, rule, pointer, message, suggestion }) => {
    const place = line === null ? "" : `:${line}:${column}`;
    const meant = suggestion === null ? "" : `; did you mean ${suggestion}?`;
    return printable(`${file}${place}: ${severity} ${rule}${pointer && ` ${pointer}`}: ${message}${meant}`);
  });
}

/**
 * Text in which each character that a terminal would act on is spelled out by its number.
 *
 * @param {string} text
 */
export function printable(text) {
  return text.replaceAll(NOT_PRINTABLE, (char) => {
    const code = /** @type {number} */ (char.codePointAt(0));
    return code < 0x10000 ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`;
  });
}

/**
 * A character as JSON can spell it.
 *
 * @param {string} char
 */
function escaped(char) {
  return Array.from(char.split(""), (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
}
