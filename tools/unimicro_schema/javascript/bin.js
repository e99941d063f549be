#!/usr/bin/env node
/**
 * The command of the package: checks files, as the command of the Python package does.
 *
 * Exit codes: 0 all valid, 1 something is invalid, 2 something could not be checked.
 *
 * @import { Report } from "./defects.js"
 *
 * @typedef {{ file: string, report: Report }} Result
 */

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { UnknownNameError, operations, validate } from "./index.js";

const USAGE = `usage: unimicro-schema validate --as OPERATION [--response STATUS] [--strict] [--format text|json] [FILE ... | -]
       unimicro-schema operations`;
const LISTED = 20; // with more valid inputs than these, they are counted instead of listed
const STANDARD_INPUT = 0;

/**
 * @param {string[]} words
 * @returns {number}
 */
function main(words) {
  const [command, ...rest] = words;
  try {
    if (command === "validate") return check(rest);
    if (command === "operations" && rest.length === 0) {
      for (const { id, method, path, action } of operations()) {
        process.stdout.write(`${id}: ${method} ${path}${action ? `?action=${action}` : ""}\n`);
      }
      return 0;
    }
  } catch (error) {
    if (error instanceof UnknownNameError || isUsage(error)) return complain(error.message);
    throw error;
  }
  if (command === "--help" || command === "-h") process.stdout.write(`${USAGE}\n`);
  return command === "--help" || command === "-h" ? 0 : complain(USAGE);
}

/**
 * @param {string[]} words
 * @returns {number}
 */
function check(words) {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      as: { type: "string" },
      response: { type: "string" },
      strict: { type: "boolean", default: false },
      format: { type: "string", default: "text" },
    },
  });
  const print = PRINTERS[values.format];
  if (!values.as || !print) return complain(USAGE);
  const options = { status: values.response ?? null, strict: values.strict };
  /** @type {Result[]} */
  const results = [];
  let code = 0;
  for (const file of positionals.length > 0 ? positionals : ["-"]) {
    const data = contentOf(file);
    if (data === null) {
      code = complain(`${printable(file)} cannot be read`);
      continue;
    }
    const report = validate(data, values.as, options);
    const isRead = report.findings.every(({ rule }) => rule !== "unreadable");
    code = Math.max(code, report.valid ? 0 : isRead ? 1 : 2);
    results.push({ file: file === "-" ? "<stdin>" : file, report });
  }
  process.stdout.write(print(results));
  return code;
}

/**
 * @param {string} file
 * @returns {Uint8Array | null}
 */
function contentOf(file) {
  try {
    return readFileSync(file === "-" ? STANDARD_INPUT : file);
  } catch {
    return null;
  }
}

/** @type {Record<string, (results: Result[]) => string>} */
const PRINTERS = {
  text: (results) => {
    const valid = results.filter(({ report }) => report.valid);
    const listed = valid.length > LISTED ? [`${valid.length} of ${results.length} valid`] : valid.map(verdict);
    return [...results.flatMap(lines), ...listed].map((line) => `${line}\n`).join("");
  },
  json: (results) =>
    `${JSON.stringify({ version: 1, results: results.map(({ file, report }) => ({ file, ...report })) }, null, 2)}\n`,
};

/** @param {Result} result */
function verdict({ file, report }) {
  return `${printable(file)}: valid ${report.operation}`;
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
function printable(text) {
  return text.replaceAll(/[^\P{C}]|[^\P{Z} ]/gu, (char) => {
    const code = /** @type {number} */ (char.codePointAt(0));
    return code < 0x10000 ? `\\u${code.toString(16).padStart(4, "0")}` : `\\U${code.toString(16).padStart(8, "0")}`;
  });
}

/** @param {string} message */
function complain(message) {
  process.stderr.write(`${message.startsWith("usage") ? "" : "unimicro-schema: "}${message}\n`);
  return 2;
}

/**
 * @param {unknown} error
 * @returns {error is Error}
 */
function isUsage(error) {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}

process.exitCode = main(process.argv.slice(2));
