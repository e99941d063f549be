/**
 * Judges the options that are lists of names: `expand`, `select` and `orderby`.
 *
 * @import { Contract } from "../contract.js"
 * @import { Flaw, Judged } from "./flaws.js"
 * @import { Word } from "./lexer.js"
 * @import { Wanted } from "./paths.js"
 */

import { nearest } from "../suggestions.js";
import { objectFlaw } from "./comparisons.js";
import { broken, shown } from "./flaws.js";
import { follow } from "./lookup.js";
import { parseList } from "./parser.js";
import { Found } from "./paths.js";

/**
 * What is wrong with a list of related objects of an entity, and which of them exist.
 *
 * @param {Contract} contract
 * @param {string} root
 * @param {string} value
 * @returns {Judged}
 */
export function checkExpand(contract, root, value) {
  const { flaws, found } = lookedUp(contract, root, value, "related");
  return { flaws, expanded: found.map(({ item }) => item.through) };
}

/**
 * What is wrong with a list of fields of an entity, and which related objects must be expanded for it.
 *
 * @param {Contract} contract
 * @param {string} root
 * @param {string} value
 * @returns {Judged}
 */
export function checkSelect(contract, root, value) {
  const { flaws, found } = lookedUp(contract, root, value, "any");
  const uses = found.filter(({ item }) => item.through.length > 0);
  return { flaws, uses: uses.map(({ item, at }) => ({ path: item.through, at })) };
}

/**
 * @param {Contract} contract
 * @param {string} root
 * @param {string} value
 * @param {Wanted} wanted
 * @returns {{ flaws: Flaw[], found: { item: Found, at: number }[] }}
 */
function lookedUp(contract, root, value, wanted) {
  const names = parseList(contract, value, false);
  if (!Array.isArray(names)) return { flaws: [names], found: [] };
  const items = names.flat().map(({ text, at }) => ({ item: follow(contract, root, text, wanted, at), at }));
  return {
    flaws: items.flatMap(({ item }) => (item instanceof Found ? [] : [item])),
    found: items.flatMap(({ item, at }) => (item instanceof Found ? [{ item, at }] : [])),
  };
}

/**
 * What is wrong with an order by fields of an entity.
 *
 * @param {Contract} contract
 * @param {string} root
 * @param {string} value
 * @returns {Judged}
 */
export function checkOrderby(contract, root, value) {
  const orders = parseList(contract, value, true);
  if (!Array.isArray(orders)) return { flaws: [orders] };
  return { flaws: orders.flatMap((order) => ofOrder(contract, root, order)) };
}

/**
 * A field, and the direction after it.
 *
 * @param {Contract} contract
 * @param {string} root
 * @param {Word[]} order
 * @returns {Flaw[]}
 */
function ofOrder(contract, root, [field, ...direction]) {
  if (!field) return [];
  if (field.text.startsWith("-")) {
    const found = follow(contract, root, field.text.slice(1), "plain");
    const hint = found instanceof Found ? `${found} desc` : null;
    return [broken(contract, "bad-syntax", field.at, "direction-first", hint)];
  }
  const found = follow(contract, root, field.text, "plain", field.at);
  const flaw = found instanceof Found ? objectFlaw(contract, found, field.at) : found;
  const wrong = directionFlaw(contract, direction);
  return [flaw, wrong].flatMap((item) => (item ? [item] : []));
}

/**
 * @param {Contract} contract
 * @param {Word[]} words
 * @returns {Flaw | null}
 */
function directionFlaw(contract, [first, second]) {
  const { directions, meant } = contract.data.language;
  const word = first?.text.toLowerCase() ?? "";
  if (!first || (!second && directions.includes(word))) return null;
  if (second && directions.includes(word)) {
    return broken(contract, "bad-syntax", second.at, "no-comma", null, { name: shown(second.text) });
  }
  const others = meant.directions ?? {};
  const hint = Object.hasOwn(others, word) ? others[word] : nearest(word, directions);
  return broken(contract, "bad-syntax", first.at, "direction", hint ?? null, { name: shown(first.text) });
}
