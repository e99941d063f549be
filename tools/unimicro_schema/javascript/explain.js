/**
 * What an error body means: its messages, the likely cause, what to do, and whether the request may be sent again.
 *
 * @import { Contract } from "./contract.js"
 * @import { Message } from "./messages.js"
 * @import { Json } from "./values.js"
 *
 * @typedef {object} Explanation What an error body means.
 * @property {boolean} recognised Whether the body is one of the documented ones.
 * @property {string | null} name The name of the documented error body; null where it is not one of them.
 * @property {string} title
 * @property {string | null} status
 * @property {Message[]} messages
 * @property {string | null} foreign_key The property that a message names as the wrong id, with its entity, where one does.
 * @property {string} cause
 * @property {string} action
 * @property {{ id: string, sentence: string }} retry Whether the request may be sent again.
 * @property {string} docs The page that explains the error body.
 *
 * @typedef {Partial<Explanation> & { title: string, cause: string, action: string }} Said
 */

import { cut, strip, wordsOf } from "./characters.js";
import { filled } from "./contract.js";
import { allMessages, messagesOf } from "./messages.js";
import { UnknownNameError } from "./operations.js";
import { fromProgram } from "./programs.js";
import { Refusal, read } from "./reader.js";
import { alike, fitting, shapeOf } from "./shapes.js";
import { Undecodable, decoded, isBytes } from "./text.js";
import { isObject } from "./values.js";

const STATUS = /^[1-5][0-9][0-9]$/;
const SHOWN = 300; // characters of what an answer says that is not JSON
const NO_TEXT = "\0";

/**
 * What the body of an error means, with a status or by its shape alone.
 *
 * `body` is what came back, a text or bytes, or a value that JSON can hold; a text need not be JSON.
 *
 * @param {Contract} contract
 * @param {unknown} body
 * @param {string | number | null} [status]
 * @returns {Explanation}
 * @throws {UnknownNameError} for a status that is not one of HTTP.
 */
export function explainError(contract, body, status = null) {
  const code = statusOf(contract, status);
  if (typeof body !== "string" && !isBytes(body)) return ofJson(contract, fromProgram(body), code);
  const text = textOf(body);
  try {
    return ofJson(contract, read(decoded(text)).value, code);
  } catch (error) {
    if (error instanceof Refusal || error instanceof Undecodable) return notJson(contract, text, code);
    throw error;
  }
}

/**
 * @param {Contract} contract
 * @param {string | number | null} status
 */
function statusOf({ data }, status) {
  if (status === null || STATUS.test(String(status))) return status === null ? null : String(status);
  const { sentences, errors } = data.explanations;
  throw new UnknownNameError(filled(sentences.status, { status, example: errors[0]?.statuses[0] ?? "" }));
}

/**
 * A body as text, without the byte order mark. What is not UTF-8 becomes a text that is not one.
 *
 * @param {string | ArrayBufferView | ArrayBuffer} body
 */
function textOf(body) {
  if (typeof body === "string") return body.replace(/^\ufeff/, "");
  try {
    return decoded(body);
  } catch {
    return NO_TEXT;
  }
}

/**
 * @param {Contract} contract
 * @param {Json} value
 * @param {string | null} code
 * @returns {Explanation}
 */
function ofJson(contract, value, code) {
  const shape = shapeOf(contract, value);
  const known = code ? fitting(contract, value, code) : shape;
  if (known === null || (other(contract, value) && messagesOf(value, known).length === 0)) {
    return unknown(contract, code, value, allMessages(contract, value, shape));
  }
  const { explanations } = contract.data;
  const messages = allMessages(contract, value, messagesOf(value, known).length > 0 ? known : shape);
  const key = messages.map(({ text }) => foreignKey(contract, text)).find(Boolean) ?? null;
  let { cause, action } = refusal(contract, messages) ?? known;
  if (key) cause = filled(explanations.sentences["foreign-key"], { key });
  const others = code ? [] : alike(contract, value);
  if (others.length > 0) cause += ` ${filled(explanations.sentences.alike, { statuses: others.join(", ") })}`;
  return explanation(contract, known.retry, {
    name: known.name,
    title: known.title,
    status: code,
    messages,
    cause,
    action,
    foreign_key: key,
  });
}

/**
 * @param {Contract} contract
 * @param {string} retry
 * @param {Said} said
 * @returns {Explanation}
 */
function explanation(contract, retry, { name = null, title, status = null, messages = [], foreign_key = null, ...said }) {
  return {
    recognised: name !== null,
    name,
    title,
    status,
    messages,
    foreign_key,
    cause: said.cause,
    action: said.action,
    retry: { id: retry, sentence: contract.data.explanations.retry[retry] ?? "" },
    docs: `${contract.data.docs}reference/errors/${name === null ? "" : `${name}/`}`,
  };
}

/**
 * Cause and action where a message names the mark of new objects: the platform refuses a new child without one.
 *
 * @param {Contract} contract
 * @param {Message[]} messages
 */
function refusal(contract, messages) {
  const properties = Object.values(contract.data.entities).flatMap((entity) => Object.entries(entity.properties));
  const marks = properties.filter(([, { role }]) => role === "create-guid").map(([name]) => name.toLowerCase());
  const isNamed = messages.some(({ text }) => marks.some((mark) => text.toLowerCase().includes(mark)));
  const { summary: cause, remedy: action } = contract.data.explanations.rules["new-child"] ?? { summary: "", remedy: "" };
  return isNamed ? { cause, action } : null;
}

/**
 * The entity and property that a message of the database names; null if it names none, or cuts the name too short.
 *
 * @param {Contract} contract
 * @param {string} text
 */
function foreignKey(contract, text) {
  const match = new RegExp(contract.data.explanations.foreign_key, "iu").exec(text);
  if (!match) return null;
  const [, entity = "", column = "", end] = match;
  const { properties } = contract.entity(entity);
  if (end || Object.hasOwn(properties, column)) return `${entity}.${column}`;
  const keys = new Set(Object.values(properties).flatMap(({ foreign_key }) => foreign_key ?? []));
  const longer = [...keys].filter((name) => name.startsWith(column));
  return longer.length === 1 ? `${entity}.${longer[0]}` : null;
}

/**
 * The kind of a body that the contract does not describe; null if it is of no known kind.
 *
 * @param {Contract} contract
 * @param {Json} value
 */
function other(contract, value) {
  if (!isObject(value)) return null;
  const isOf = (/** @type {{ error?: string, keys?: string[] }} */ { error, keys = [] }) =>
    error === undefined ? keys.every((key) => value.has(key)) : value.get("error") === error;
  return contract.data.explanations.others.find(isOf) ?? null;
}

/**
 * JSON that is not a documented error body, or not one of its status.
 *
 * @param {Contract} contract
 * @param {string | null} status
 * @param {Json} value
 * @param {Message[]} messages
 * @returns {Explanation}
 */
function unknown(contract, status, value, messages) {
  if (status && status < "400") return explanation(contract, "never", { status, ...answer(contract, "success", { status }) });
  const kind = other(contract, value);
  if (kind) {
    const { title, cause, action, retry } = kind;
    return explanation(contract, retry, { title, status, messages, cause, action });
  }
  const documented = [...new Set(contract.data.explanations.errors.flatMap(({ statuses }) => statuses))].sort();
  if (status && !documented.includes(status)) {
    const said = answer(contract, "undocumented", { status, statuses: documented.join(", ") });
    return explanation(contract, "after-check", { status, messages, ...said });
  }
  const said = answer(contract, status ? "unknown-of-status" : "unknown", {
    status,
    remedy: contract.data.explanations.rules["unknown-body"]?.remedy ?? "",
  });
  return explanation(contract, retryOf(contract, status), { status, messages, ...said });
}

/**
 * A body that is not JSON: it is from something between the caller and the API, or was cut off on the way.
 *
 * @param {Contract} contract
 * @param {string} text
 * @param {string | null} status
 * @returns {Explanation}
 */
function notJson(contract, text, status) {
  const { sentences, errors, not_json } = contract.data.explanations;
  const begun = strip(text);
  if (status && status < "300" && begun === "") {
    return explanation(contract, "never", { status, ...answer(contract, "empty-success", { status }) });
  }
  const kind = not_json.find(({ pattern }) => new RegExp(`^(?:${pattern})`, "iu").test(begun));
  const { title = "", sentence = "", said = null, answer: name = "not-json" } = kind ?? {};
  const shown = said === null ? null : new RegExp(said, "iu").exec(begun);
  const words = shown ? cut(wordsOf(shown[1] ?? "").join(" "), SHOWN) : "";
  const messages = words ? [{ text: words, pointer: null, about: null, property: null }] : [];
  const { cause, action } = answer(contract, name, { title, sentence });
  const same = errors.filter(({ statuses }) => status !== null && statuses.includes(status));
  const more = same.length === 1 ? ` ${filled(sentences["of-api"], { cause: same[0]?.cause ?? "" })}` : "";
  return explanation(contract, retryOf(contract, status), { title, status, messages, cause: cause + more, action });
}

/**
 * Whether a request may be sent again by its status alone: what all bodies of that status say, or the careful answer.
 *
 * @param {Contract} contract
 * @param {string | null} status
 */
function retryOf(contract, status) {
  const same = contract.data.explanations.errors.filter(({ statuses }) => status !== null && statuses.includes(status));
  const [first, ...rest] = new Set(same.map(({ retry }) => retry));
  return first !== undefined && rest.length === 0 ? first : "after-check";
}

/**
 * An answer of the table, its placeholders filled.
 *
 * @param {Contract} contract
 * @param {string} name
 * @param {Record<string, string | null>} values
 */
function answer(contract, name, values) {
  const { title, cause, action } = contract.data.explanations.answers[name] ?? { title: "", cause: "", action: "" };
  return { title: filled(title, values), cause: filled(cause, values), action: filled(action, values) };
}
