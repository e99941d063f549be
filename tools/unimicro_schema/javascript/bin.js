#!/usr/bin/env node
/**
 * The command of the package: checks files, as the command of the Python package does.
 *
 * Exit codes: 0 all valid, 1 something is invalid, 2 something could not be checked.
 */

import { parseArgs } from "node:util";

import { unread, validate } from "./check.js";
import { Contract } from "./contract.js";
import { contentOf, expanded } from "./files.js";
import { UnknownNameError } from "./operations.js";
import { dataOf } from "./part.js";
import { PRINTERS, totalsOf } from "./reports.js";

const USAGE = `usage: unimicro-schema validate --as OPERATION [--response STATUS] [--read-back] [--strict] [--format text|json] [PATH ... | -]
       unimicro-schema operations`;
const COMMANDS = "validate and operations; the Python package has more";

/**
 * @param {string[]} words
 * @returns {Promise<number>}
 */
async function main(words) {
  const [command, ...rest] = words;
  if (words.includes("--help") || words.includes("-h")) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  try {
    if (command === "validate") return await check(rest);
    if (command === "operations" && rest.length === 0) {
      for (const { id, method, path, action } of (await dataOf("")).operations) {
        process.stdout.write(`${id}: ${method} ${path}${action ? `?action=${action}` : ""}\n`);
      }
      return 0;
    }
  } catch (error) {
    if (error instanceof UnknownNameError || isUsage(error)) return complain(error.message);
    if (error instanceof RangeError) return complain(`--read-back: ${error.message}`);
    throw error;
  }
  return complain(command === undefined ? USAGE : `there is no command ${command} here; there are ${COMMANDS}`);
}

/**
 * @param {string[]} words
 * @returns {Promise<number>}
 */
async function check(words) {
  const { values, positionals } = parseArgs({
    args: words,
    allowPositionals: true,
    options: {
      as: { type: "string" },
      response: { type: "string" },
      "read-back": { type: "boolean", default: false },
      strict: { type: "boolean", default: false },
      format: { type: "string", default: "text" },
    },
  });
  const { as: operation } = values;
  if (!operation) return complain("name the operation with --as OPERATION; `unimicro-schema operations` lists them");
  if (!Object.hasOwn(PRINTERS, values.format)) {
    return complain(`there is no format ${values.format} here; there are ${Object.keys(PRINTERS).join(" and ")}`);
  }
  const options = { status: values.response ?? null, strict: values.strict, readBack: values["read-back"] };
  const contract = new Contract(await dataOf(operation));
  validate(contract, "null", operation, options); // whatever is wrong with the options is said before a file is read
  const results = expanded(positionals.length > 0 ? positionals : ["-"]).map((input) => {
    const content = contentOf(input);
    const report = "data" in content ? validate(contract, content.data, operation, options) : unread(contract, operation, content.fault);
    return { file: input.name, report };
  });
  process.stdout.write(PRINTERS[values.format]?.(results) ?? "");
  const { unreadable, invalid } = totalsOf(results);
  return unreadable > 0 ? 2 : invalid > 0 ? 1 : 0;
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

process.stdout.on("error", (error) => {
  if (!("code" in error) || error.code !== "EPIPE") throw error; // who reads the output, such as `head`, has seen enough
});
process.exitCode = await main(process.argv.slice(2));
