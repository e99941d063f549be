/**
 * Whether a value fits a schema that only asks: `if`, `not`, `contains` and the ways of an identity.
 *
 * Only the answer matters, so no defect is named. A condition may look for a key at any depth, so nothing recurses.
 *
 * @import { Definitions, Schema } from "./contract.js"
 * @import { Json } from "./values.js"
 *
 * @typedef {Generator<[Schema | boolean, Json], boolean, boolean>} Asking
 *   Asks whether other values fit other schemas, and then answers whether its own value fits.
 */

import { KEYS, PLAIN, allowed, nameOf, schemaOfKey } from "./keywords.js";
import { isObject, kindOf } from "./values.js";

/**
 * Whether a value fits a schema, whose references lead into `definitions`.
 *
 * @param {Schema | boolean} schema
 * @param {Json} value
 * @param {Definitions} definitions
 * @returns {boolean}
 */
export function fits(schema, value, definitions) {
  const asking = [judge(schema, value, definitions)];
  let answer = false; // a generator takes no notice of its first one
  for (let last = asking.at(-1); last; last = asking.at(-1)) {
    const step = last.next(answer);
    if (step.done) {
      asking.pop();
      answer = step.value;
    } else {
      asking.push(judge(...step.value, definitions));
    }
  }
  return answer;
}

/**
 * @param {Schema | boolean} schema
 * @param {Json} value
 * @param {Definitions} definitions
 * @returns {Asking}
 */
function* judge(schema, value, definitions) {
  if (typeof schema === "boolean") return schema;
  const kind = kindOf(value);
  if (!allowed(schema.type).includes(kind)) return false;
  for (const [keyword, argument] of Object.entries(schema)) {
    const plain = PLAIN[keyword];
    if (plain) {
      if (plain.kinds.includes(kind) && !plain.holds(argument, value)) return false;
    } else if (keyword === "$ref") {
      if (!(yield [definitions[nameOf(argument)] ?? false, value])) return false;
    } else {
      const ask = ASKING[keyword];
      if (ask && !(yield* ask(argument, value))) return false;
    }
  }
  if (isObject(value) && KEYS.some((keyword) => keyword in schema)) {
    for (const [key, item] of value) {
      const inner = schemaOfKey(schema, key);
      if (inner !== true && !(yield [inner, item])) return false;
    }
  }
  return true;
}

/**
 * What each keyword asks that holds other schemas, those about keys apart.
 *
 * @type {Record<string, (argument: any, value: Json) => Asking>}
 */
const ASKING = {
  *contains(schema, value) {
    if (!Array.isArray(value)) return true;
    for (const item of value) if (yield [schema, item]) return true;
    return false;
  },
  *anyOf(ways, value) {
    for (const way of ways) if (yield [way, value]) return true;
    return false;
  },
  *not(schema, value) {
    return !(yield [schema, value]);
  },
};
