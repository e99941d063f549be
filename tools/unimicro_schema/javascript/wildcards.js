/**
 * JSON pointers with wildcards: `*` is any one key or index, `**` any number of them.
 *
 * @import { Json } from "./values.js"
 *
 * @typedef {{ before: Trail, step: string | number } | null} Trail
 *   The way to a value, from the last step to the first: a step costs the same at any depth.
 *
 * @typedef {object} Match
 * @property {Json} value
 * @property {string} pointer
 * @property {string | null} about What `**` matched; null where the template has none.
 */

import { decode, encode } from "./pointers.js";
import { isObject } from "./values.js";

/**
 * The values that a pointer leads to, in the order of the text, but an object before what is in it.
 *
 * @param {Json} body
 * @param {string} template
 * @returns {Match[]}
 */
export function find(body, template) {
  const tokens = decode(template);
  const isDeep = tokens.includes("**");
  /** @type {Match[]} */
  const found = [];
  /** @type {{ value: Json, index: number, trail: Trail, about: Trail }[]} */
  const stack = [{ value: body, index: 0, trail: null, about: null }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { value, index, trail, about } = next;
    const token = tokens[index];
    if (token === undefined) {
      found.push({ value, pointer: pointerOf(trail), about: isDeep ? pointerOf(about) : null });
      continue;
    }
    const after = token === "**" ? index : index + 1;
    for (const [step, child] of children(value).reverse()) {
      if (token === "*" || token === "**" || step === token) {
        stack.push({ value: child, index: after, trail: { before: trail, step }, about });
      }
    }
    if (token === "**") stack.push({ value, index: index + 1, trail, about: trail });
  }
  return found;
}

/**
 * @param {Json} value
 * @returns {[string | number, Json][]}
 */
function children(value) {
  if (isObject(value)) return [...value];
  return Array.isArray(value) ? [...value.entries()] : [];
}

/** @param {Trail} trail */
function pointerOf(trail) {
  /** @type {(string | number)[]} */
  const steps = [];
  for (let at = trail; at; at = at.before) steps.push(at.step);
  return encode(steps.reverse());
}
