/**
 * Values of a program as JSON has them: what `JSON.stringify` would send, but with nothing changed or lost silently.
 *
 * @import { Json, Place } from "./values.js"
 */

import { encode } from "./pointers.js";

const LONE = /\p{Cs}/u;

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
  if (hasToJson(value)) return converted(value.toJSON(String(path.at(-1) ?? "")), path, holders);
  switch (typeof value) {
    case "boolean":
    case "bigint":
      return value;
    case "string":
      if (!LONE.test(value)) return value;
      throw new TypeError(`${placed(path)} has half of a character (a lone surrogate); give text without it`);
    case "number":
      if (Number.isFinite(value)) return value;
      throw new TypeError(`${placed(path)} is ${value}, which JSON cannot hold; give a finite number or null`);
    case "object":
      return value === null ? null : held(value, path, holders);
    default:
      throw new TypeError(`${placed(path)} is of type ${typeof value}, which JSON cannot hold; leave it out`);
  }
}

/**
 * @param {object} value
 * @param {Place} path
 * @param {Set<object>} holders
 * @returns {Json}
 */
function held(value, path, holders) {
  if (holders.has(value)) throw new TypeError(`${placed(path)} contains itself, which JSON cannot hold`);
  holders.add(value);
  const found = Array.isArray(value)
    ? value.map((item, index) => converted(item, [...path, index], holders))
    : new Map(
        entries(value).map(([key, item]) => /** @type {const} */ ([key, converted(item, [...path, key], holders)])),
      );
  holders.delete(value);
  return found;
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
