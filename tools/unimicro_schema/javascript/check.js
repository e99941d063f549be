/**
 * The verdict on a payload: what the JSON Schema of its operation says, as one finding for each defect.
 *
 * @import { Body, Contract } from "./contract.js"
 * @import { Defect, Finding, Report } from "./defects.js"
 * @import { Json } from "./values.js"
 *
 * @typedef {object} Options
 * @property {string | number | null} [status] The status of a response; without it, the body is that of the request.
 * @property {boolean} [strict] Whether advice is an error too.
 * @property {boolean} [readBack] Whether the request was read, changed and is sent back: it is judged by what answers may hold.
 */

import { advise } from "./advice.js";
import { findings } from "./defects.js";
import { documented } from "./operations.js";
import { encode } from "./pointers.js";
import { known } from "./options.js";
import { places } from "./places.js";
import { fromProgram } from "./programs.js";
import { LEVELS, Refusal, read } from "./reader.js";
import { refuse, softened } from "./readings.js";
import { Undecodable, decoded, isBytes, lines } from "./text.js";
import { isObject } from "./values.js";
import { defectsOf } from "./walk.js";

/** What is in front of a command of curl in a text that does not begin like JSON. */
const COMMAND = /^(?![ \t\r\n]*[{["])(?:[^\n]*\n)*?[ \t]*(?:\$ +)?(?=curl(?:\.exe)?[ \t\r\n\\])/;

/**
 * Whether a payload fits the request body of an operation, or its response with a status, and what is wrong if not.
 *
 * `data` is JSON text, its bytes, or a value that JSON can hold. Where the contract documents no body for a status, any is
 * right, and so is no body.
 *
 * @param {Contract} contract
 * @param {unknown} data
 * @param {string} operation
 * @param {Options} [options]
 * @returns {Report}
 * @throws {UnknownNameError} for an operation or a status that the contract does not have.
 * @throws {RangeError} for a body that cannot be judged as read back.
 * @throws {TypeError} for an option that does not exist.
 * @throws {Error} if the data of the operation is not at hand.
 */
export function validate(contract, data, operation, options = {}) {
  known("validate", options, ["status", "strict", "readBack"]);
  const { status = null, strict = false, readBack = false } = options;
  if (readBack) refuse(contract, operation, status);
  const body = documented(contract, operation, status);
  if (body && !Object.hasOwn(contract.data.pools, body.pool)) {
    throw new Error(`the data of ${operation} is not loaded; use the functions of await load("${operation}")`);
  }
  const found = body ? findingsOf(contract, data, body, status, readBack ? operation : null) : [];
  return judged(operation, found, strict);
}

/**
 * The report with these findings. If `strict`, their advice is an error too.
 *
 * @param {string} operation
 * @param {Finding[]} found
 * @param {boolean} strict
 * @returns {Report}
 */
export function judged(operation, found, strict) {
  const findings = strict ? found.map((finding) => ({ ...finding, severity: /** @type {const} */ ("error") })) : found;
  return { operation, valid: findings.every(({ severity }) => severity !== "error"), findings };
}

/**
 * @param {Contract} contract
 * @param {unknown} data
 * @param {Body} body
 * @param {string | number | null} status
 * @param {string | null} readBack The operation of what is judged as read back.
 * @returns {Finding[]}
 */
function findingsOf(contract, data, body, status, readBack) {
  const { value, text, repeats, refusal } = parsed(contract, data);
  if (refusal) return [refusal];
  const found = defects(contract, value, body, status, readBack);
  if (repeats && text !== null) found.push(...duplicates(text));
  return found.length > 0 ? findings(contract, found, text) : [];
}

/**
 * A payload as it is read: its value, its text, if it is given as one, and whether keys repeat; or why it cannot be read.
 *
 * @param {Contract} contract
 * @param {unknown} data
 * @returns {{ value: Json, text: string | null, repeats: boolean, refusal: Finding | null }}
 */
export function parsed(contract, data) {
  if (typeof data !== "string" && !isBytes(data)) return { value: fromProgram(data), text: null, repeats: false, refusal: null };
  const unread = { value: null, text: null, repeats: false };
  let text = "";
  try {
    text = decoded(data);
    return { ...read(text), text, refusal: null };
  } catch (error) {
    if (error instanceof Undecodable) {
      return { ...unread, refusal: unreadable(contract, error.sentence, { byte: error.byte }) };
    }
    if (error instanceof Refusal) {
      const command = COMMAND.exec(text);
      const found = command ? new Refusal("command", command[0].length) : error;
      return { ...unread, refusal: refused(contract, found, text) };
    }
    throw error;
  }
}

/**
 * What is wrong, once each, and what to look at twice where nothing is wrong.
 *
 * @param {Contract} contract
 * @param {Json} value
 * @param {Body} body
 * @param {string | number | null} status
 * @param {string | null} readBack
 * @returns {Defect[]}
 */
function defects(contract, value, { model, pool, schema }, status, readBack) {
  const named = defectsOf(contract, contract.nodes(pool, schema), value);
  if (named.length > 0 && isRecording(value)) return [{ rule: "unreadable", path: [], sentence: "recording" }];
  const errors = readBack === null ? named : softened(contract, named, value, readBack);
  const updates = contract.entity(model).identity.length === 0;
  const advice = status === null ? advise(contract, value, model, updates) : [];
  if (errors.length === 0) return advice;
  if (errors[0]?.rule === "wrong-type" && errors[0].path.length === 0) return errors; // it is another body altogether
  const wrong = new Set(errors.filter(({ severity }) => !severity).map(({ path }) => encode(path)));
  return errors.concat(
    advice.filter(({ path }) => !path.some((_, index) => wrong.has(encode(path.slice(0, index + 1))))),
  );
}

/**
 * Whether a payload is a HAR file: its calls are payloads, it is none.
 *
 * @param {Json} value
 */
function isRecording(value) {
  const log = isObject(value) ? value.get("log") : null;
  return log instanceof Map && Array.isArray(log.get("entries"));
}

/**
 * The report on what could not be read at all.
 *
 * @param {Contract} contract
 * @param {string} operation
 * @param {string} fault
 * @returns {Report}
 */
export function unread(contract, operation, fault) {
  return { operation, valid: false, findings: [{ ...unreadable(contract, "fault", { fault }) }] };
}

/**
 * @param {string} text
 * @returns {Defect[]}
 */
function duplicates(text) {
  const place = lines(text);
  return places(text).repeated.map(({ path, first, last }) => ({
    rule: "duplicate-key",
    path,
    sentence: "duplicate",
    values: place(first),
    isKey: true,
    at: last,
  }));
}

/**
 * Why text cannot be read.
 *
 * @param {Contract} contract
 * @param {Refusal} refusal
 * @param {string} text
 */
function refused(contract, { sentence, at, bracket, begun }, text) {
  const place = lines(text);
  return { ...unreadable(contract, sentence, { bracket, levels: LEVELS, ...place(begun) }), ...place(at) };
}

/**
 * @param {Contract} contract
 * @param {string} sentence
 * @param {Record<string, string | number>} values
 * @returns {Finding}
 */
function unreadable(contract, sentence, values) {
  const rule = "unreadable";
  return {
    rule,
    severity: contract.rule(rule).severity,
    pointer: "",
    line: null,
    column: null,
    message: contract.say(rule, sentence, values),
    suggestion: null,
    docs: contract.docs(rule),
  };
}
