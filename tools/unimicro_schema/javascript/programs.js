/**
 * Values of a program as JSON has them: what `JSON.stringify` would send, but with nothing changed or lost silently.
 *
 * @import { Json, Place } from "./values.js"
 */

import { encode } from "./pointers.js";

const LONE = /\p{Cs}/u;
const BOXED = new Set(["String", "Number", "Boolean"]);
const HOLDERS = new Set(["Object", "Array", "Map", "Module"]);
const INSTEAD = "give text, a number, a list or a plain object";

/**
 * A value as the modules read it. A property that is undefined is absent, and `toJSON` gives what to read instead of a value.
 *
 * @param {unknown} value
 * @returns {Json}
 * @throws {TypeError} for what JSON cannot hold, with its pointer.
 */
export function fromProgram(value) {
  return converted(value, [], new Set());
}

/**
 * @param {unknown} value
 * @param {Place} path
 * @param {Set<object>} holders the objects that it is in
 * @returns {Json}
 */
function converted(value, path, holders) {
  if (value instanceof Date && Number.isNaN(value.getTime())) {
    throw new TypeError(`${placed(path)} is an invalid date, which JSON cannot hold; give a date or null`);
  }
  if (hasToJson(value)) return converted(value.toJSON(String(path.at(-1) ?? "")), path, holders);
  switch (typeof value) {
    case "boolean":
    case "bigint":
      return value;
    case "string":
      return textOf(value, path);
    case "number":
      if (Number.isFinite(value)) return value;
      throw new TypeError(`${placed(path)} is ${value}, which JSON cannot hold; give a finite number or null`);
    case "object":
      if (value === null) return null;
      if (BOXED.has(kindOf(value))) return converted(value.valueOf(), path, holders);
      return held(value, path, holders);
    default:
      throw new TypeError(
        `${placed(path)} is of type ${typeof value}, which JSON cannot hold; ${path.length > 0 ? "leave it out" : INSTEAD}`,
      );
  }
}

/**
 * The name of the type of an object, in whatever realm it was made: `Object` for what is made by literals and classes.
 *
 * @param {object} value
 */
function kindOf(value) {
  return Object.prototype.toString.call(value).slice("[object ".length, -1);
}

/**
 * Refuses an object that `JSON.stringify` would write as an empty one, with nothing of what it holds: a promise that was not
 * awaited, a response, a set.
 *
 * @param {object} value
 * @param {Place} path
 */
function refuseEmptied(value, path) {
  const isPromise = "then" in value && typeof value.then === "function";
  const kind = isPromise ? "Promise" : kindOf(value);
  if (!isPromise && (HOLDERS.has(kind) || Object.keys(value).length > 0)) return;
  throw new TypeError(
    `${placed(path)} is of type ${kind}, which JSON cannot hold; ${isPromise ? "await it" : INSTEAD}`,
  );
}

/**
 * @param {object} value
 * @param {Place} path
 * @param {Set<object>} holders
 * @returns {Json}
 */
function held(value, path, holders) {
  refuseEmptied(value, path);
  if (holders.has(value)) throw new TypeError(`${placed(path)} contains itself, which JSON cannot hold`);
  holders.add(value);
  const found = Array.isArray(value)
    ? Array.from(value, (item, index) => converted(item, [...path, index], holders)) // a gap is undefined, not left out
    : new Map(
        entries(value).map(([key, item]) => /** @type {const} */ ([keyOf(key, path), converted(item, [...path, key], holders)])),
      );
  holders.delete(value);
  return found;
}

/**
 * @param {unknown} key
 * @param {Place} path
 */
function keyOf(key, path) {
  if (typeof key === "string") return textOf(key, path);
  throw new TypeError(`${placed(path)} has a key of type ${typeof key}; keys of JSON are text`);
}

/**
 * @param {string} text
 * @param {Place} path
 */
function textOf(text, path) {
  if (!LONE.test(text)) return text;
  throw new TypeError(`${placed(path)} has half of a character (a lone surrogate); give text without it`);
}

/**
 * @param {object} value
 * @returns {[string, unknown][]}
 */
function entries(value) {
  const pairs = value instanceof Map ? [...value] : Object.entries(value);
  return pairs.filter(([, item]) => item !== undefined);
}

/**
 * @param {unknown} value
 * @returns {value is { toJSON: (key: string) => unknown }}
 */
function hasToJson(value) {
  return typeof value === "object" && value !== null && "toJSON" in value && typeof value.toJSON === "function";
}

/**
 * A value as programs have it and `JSON.stringify` takes it: with plain objects, and with numbers instead of big integers.
 *
 * @param {Json} value
 * @returns {unknown}
 */
export function asProgram(value) {
  if (Array.isArray(value)) return value.map(asProgram);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, asProgram(item)]));
  return typeof value === "bigint" ? Number(value) : value;
}

/** @param {Place} path */
function placed(path) {
  return path.length > 0 ? encode(path) : "the payload";
}
