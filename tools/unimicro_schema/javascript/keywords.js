/**
 * The closed set of keywords that the schemas of the contract are written in, and what those mean that only look at a value.
 *
 * @import { Schema } from "./contract.js"
 *
 * @typedef {object} Plain A keyword that looks at nothing but a value.
 * @property {string[]} kinds The types that it is about.
 * @property {(argument: any, value: any) => boolean} holds Whether a value of these types keeps to the argument.
 */

import { lengthOf } from "./values.js";

const ANY = ["object", "array", "string", "boolean", "integer", "number", "null"];
const NUMBERS = ["integer", "number"];

/** @type {Map<string, RegExp>} */
const patterns = new Map();

/**
 * The keywords that look at nothing but a value, `type` apart.
 *
 * @type {Record<string, Plain>}
 */
export const PLAIN = {
  enum: { kinds: ANY, holds: (codes, value) => codes.includes(value) },
  minLength: { kinds: ["string"], holds: (limit, value) => value.length >= limit && lengthOf(value) >= limit },
  maxLength: { kinds: ["string"], holds: (limit, value) => value.length <= limit || lengthOf(value) <= limit },
  pattern: { kinds: ["string"], holds: (pattern, value) => compiled(pattern).test(value) },
  minimum: { kinds: NUMBERS, holds: (limit, value) => value >= limit },
  maximum: { kinds: NUMBERS, holds: (limit, value) => value <= limit },
  required: { kinds: ["object"], holds: (keys, value) => keys.every((/** @type {string} */ key) => value.has(key)) },
};

/** @param {string} pattern */
function compiled(pattern) {
  const known = patterns.get(pattern);
  if (known) return known;
  const made = new RegExp(pattern, "u");
  patterns.set(pattern, made);
  return made;
}

/**
 * The types that a value may have by `type`, which may be absent.
 *
 * @param {string | string[] | undefined} types
 * @returns {string[]}
 */
export function allowed(types) {
  if (types === undefined) return ANY;
  const named = typeof types === "string" ? [types] : types;
  return named.includes("number") ? [...named, "integer"] : named;
}

/** The keywords about the keys of an object. */
export const KEYS = ["properties", "patternProperties", "additionalProperties"];

/**
 * The schema that a schema of an object has for a key: that of the property, of its pattern, or of all others.
 *
 * @param {Schema} schema
 * @param {string} key
 * @returns {Schema | boolean}
 */
export function schemaOfKey(schema, key) {
  const properties = schema.properties ?? {};
  if (Object.hasOwn(properties, key)) return properties[key];
  for (const [start, pattern] of Object.entries(schema.patternProperties ?? {})) {
    if (key.startsWith(start.replace("^", ""))) return pattern;
  }
  return schema.additionalProperties ?? true;
}

/**
 * The name at the end of a reference to a definition.
 *
 * @param {string} reference
 */
export function nameOf(reference) {
  return reference.slice(reference.lastIndexOf("/") + 1);
}
