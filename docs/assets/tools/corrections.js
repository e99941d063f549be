/** Corrects a payload as a finding suggests, in its text, so that everything else stays as it was written. */

import { places } from "../unimicro-schema/places.js";

/** @typedef {import("../unimicro-schema/places.js").Spot} Spot */

/**
 * The text with a suggestion applied: a key by its right name, or at its right place. Null if that is not possible.
 *
 * @param {string} text
 * @param {{ pointer: string, suggestion: string | null }} finding
 * @returns {string | null}
 */
export function corrected(text, { pointer, suggestion }) {
  const keys = pointer.split("/").slice(1).map(unescaped);
  const last = keys.pop();
  if (!suggestion || last === undefined) return null;
  const parent = keys.reduce(inside, /** @type {Spot | undefined} */ (places(text).root));
  const spot = parent?.inside?.get(last);
  if (!parent || !spot) return null;
  const steps = suggestion.split(".");
  const [first] = steps;
  if (steps.length > 1) return moved(text, parent, spot, steps);
  if (parent.inside?.has(/** @type {string} */ (first))) return null; // there is one of that name
  return text.slice(0, spot.key) + JSON.stringify(first) + text.slice(endOf(text, spot.key));
}

/**
 * The index behind a value, or a key, that begins at an index of a JSON text.
 *
 * @param {string} text
 * @param {number} begin
 */
export function endOf(text, begin) {
  let depth = 0;
  PARTS.lastIndex = begin;
  for (let part = PARTS.exec(text); part; part = PARTS.exec(text)) {
    if ("[{".includes(part[0])) depth += 1;
    else if ("]}".includes(part[0])) depth -= 1;
    if (depth === 0) return PARTS.lastIndex;
  }
  return text.length;
}

const PARTS = /"(?:[^"\\]|\\.)*"|[[\]{}]|[^\s,:"[\]{}]+/g;

/** @param {string} token */
function unescaped(token) {
  return token.replaceAll("~1", "/").replaceAll("~0", "~");
}

/**
 * @param {Spot | undefined} spot
 * @param {string} token
 */
function inside(spot, token) {
  return spot?.inside?.get(token) ?? spot?.inside?.get(Number(token));
}

/**
 * The text with a member of an object at a place further in.
 *
 * @param {string} text
 * @param {Spot} parent
 * @param {Spot} spot
 * @param {string[]} steps
 */
function moved(text, parent, spot, steps) {
  const value = text.slice(spot.value, endOf(text, spot.value));
  let target = parent;
  let depth = 0;
  for (const step of steps.slice(0, -1)) {
    const next = target.inside?.get(step);
    if (!next) break;
    target = next;
    depth += 1;
  }
  const rest = steps.slice(depth);
  if (text[target.value] !== "{" || target.inside?.has(/** @type {string} */ (rest[0]))) return null;
  const member = nested(rest, value);
  const [from, to] = depth === 0 ? [spot.key, endOf(text, spot.value)] : extent(text, spot);
  const without = text.slice(0, from) + (depth === 0 ? member : "") + text.slice(to);
  if (depth === 0) return without;
  const at = target.value + 1 - (target.value > from ? to - from : 0);
  const gap = /^\s*/.exec(without.slice(at))?.[0] ?? "";
  const isEmpty = without[at + gap.length] === "}";
  return `${without.slice(0, at)}${isEmpty ? member : `${gap}${member},`}${without.slice(at)}`;
}

/**
 * The member that leads to a value by names.
 *
 * @param {string[]} names
 * @param {string} value
 */
function nested(names, value) {
  const [last = "", ...outer] = names.map((name) => JSON.stringify(name)).reverse();
  return outer.reduce((member, name) => `${name}: { ${member} }`, `${last}: ${value}`);
}

/**
 * Where a member of an object begins and ends, with the comma that goes with it.
 *
 * @param {string} text
 * @param {Spot} spot
 * @returns {[number, number]}
 */
function extent(text, spot) {
  const end = endOf(text, spot.value);
  const after = /^\s*,\s*/.exec(text.slice(end));
  if (after) return [spot.key, end + after[0].length];
  const before = /,\s*$/.exec(text.slice(0, spot.key));
  return [spot.key - (before?.[0].length ?? 0), end];
}
