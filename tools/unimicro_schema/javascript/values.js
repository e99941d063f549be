/**
 * Values as the modules read them: objects are maps, so that keys keep their order and none is special.
 *
 * @typedef {null | boolean | number | bigint | string | JsonArray | JsonObject} Json
 * @typedef {Json[]} JsonArray
 * @typedef {Map<string, Json>} JsonObject
 * @typedef {(string | number)[]} Place The keys and indexes that lead to a place in a payload.
 */

/**
 * The type that JSON Schema has for a value. A number without a fraction is an integer, however it is written.
 *
 * @param {Json} value
 * @returns {string}
 */
export function kindOf(value) {
  switch (typeof value) {
    case "string":
      return "string";
    case "number":
      return Number.isInteger(value) ? "integer" : "number";
    case "boolean":
      return "boolean";
    case "bigint":
      return "integer";
    default:
      return value === null ? "null" : Array.isArray(value) ? "array" : "object";
  }
}

/**
 * @param {Json | undefined} value
 * @returns {value is JsonObject}
 */
export function isObject(value) {
  return value instanceof Map;
}

/**
 * The number of characters of a text, as JSON Schema counts them.
 *
 * @param {string} text
 */
export function lengthOf(text) {
  let length = text.length;
  for (let index = 1; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xdc00 && unit <= 0xdfff && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800) length -= 1;
  }
  return length;
}

/**
 * Whether a value says anything: not null, false, 0, an empty text, list or object, and not absent.
 *
 * @param {Json | undefined} value
 */
export function isSaid(value) {
  if (Array.isArray(value)) return value.length > 0;
  return value instanceof Map ? value.size > 0 : Boolean(value);
}

/**
 * Whether two values are equal: numbers by what they are worth, true and false among them as 1 and 0.
 *
 * @param {Json | undefined} one
 * @param {Json | undefined} other
 * @returns {boolean}
 */
export function isEqual(one, other) {
  if (Array.isArray(one) || Array.isArray(other)) {
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((item, index) => isEqual(item, other[index]))
    );
  }
  if (one instanceof Map || other instanceof Map) {
    return (
      one instanceof Map &&
      other instanceof Map &&
      one.size === other.size &&
      [...one].every(([key, item]) => other.has(key) && isEqual(item, other.get(key)))
    );
  }
  // Between numbers the loose comparison is exact, and between other types it is not made.
  return one === other || (isNumeric(one) && isNumeric(other) && /** @type {any} */ (one) == other);
}

/** @param {unknown} value */
function isNumeric(value) {
  return typeof value === "number" || typeof value === "bigint" || typeof value === "boolean";
}
