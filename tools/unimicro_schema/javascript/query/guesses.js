/**
 * Guesses which path was meant by one that leads nowhere.
 *
 * @import { Contract } from "../contract.js"
 * @import { Field, Lost, Wanted } from "./paths.js"
 */

import { nearest } from "../suggestions.js";
import { lengthOf } from "../values.js";
import { Found, byEntity, isRelated, queryable, walk } from "./paths.js";

const LONGEST = 12; // segments of a path, or so many times six characters of a name, that are worth a guess
const VERY_SIMILAR = 0.85;
const DEPTH = 3; // how deep to look for a property that is not where the path says

/**
 * The path that was probably meant, complete, or null.
 *
 * @param {Contract} contract
 * @param {string} root
 * @param {Lost} lost
 * @param {Wanted} wanted
 * @returns {string | null}
 */
export function meant(contract, root, lost, wanted) {
  const [first = "", ...more] = lost.rest;
  if (lost.names.length + lost.rest.length > LONGEST || lengthOf(first) > 6 * LONGEST) return null;
  const isExpanding = wanted === "related";
  for (const guess of candidates(contract, root, lost, wanted)) {
    const found = walk(contract, root, guess, isExpanding);
    if (found instanceof Found && fits(found.field, wanted)) return String(found);
  }
  if (first.startsWith("_") || queryable(contract, lost.entity).has(first.toLowerCase())) return null;
  const near = nearby(contract, lost, wantedHere(lost, wanted));
  if (!near) return null;
  const found = walk(contract, root, [...lost.names, ...near, ...more], isExpanding);
  return found instanceof Found ? String(found) : meant(contract, root, found, wanted);
}

/**
 * The path to a property of a similar name: beside the missing one, or further in if it is very similar.
 *
 * @param {Contract} contract
 * @param {Lost} lost
 * @param {Wanted} wanted
 * @returns {string[] | null}
 */
function nearby(contract, { entity, rest: [name = ""] }, wanted) {
  const beside = [...queryable(contract, entity).values()].filter((field) => fits(field, wanted)).map((field) => field.name);
  const further = inside(contract, entity, wanted);
  const similar = nearest(name, beside, VERY_SIMILAR);
  if (similar !== null) return [similar];
  const far = nearest(name, [...further.keys()], VERY_SIMILAR);
  if (far !== null) return further.get(far) ?? null;
  const near = nearest(name, beside);
  return near === null ? null : [near];
}

/**
 * Whether a path may end in a property where a `related` object, a `plain` field or `any` is wanted.
 *
 * @param {Field | null} found
 * @param {Wanted} wanted
 */
function fits(found, wanted) {
  return !found || wanted === "any" || isRelated(found) === (wanted === "related");
}

/**
 * Paths that may have been meant, the likeliest first.
 *
 * @param {Contract} contract
 * @param {string} root
 * @param {Lost} lost
 * @param {Wanted} wanted
 * @returns {Generator<string[], void>}
 */
function* candidates(contract, root, lost, wanted) {
  const { names, entity } = lost;
  const [segment = "", ...rest] = lost.rest;
  const name = segment.toLowerCase();
  const here = wantedHere(lost, wanted);
  const fields = queryable(contract, entity);
  const inner = inside(contract, entity, here);
  if (names.length === 0 && rest.length > 0 && name === root.toLowerCase()) yield rest;
  // Where an object is to be expanded, a plain field was named: expanding its owner does it.
  if (fields.has(name) && names.length > 0) yield names;
  for (const owner of fields.values()) {
    if ((owner.foreign_key ?? "").toLowerCase() === name) yield [...names, owner.name, ...rest];
  }
  const relation = byEntity(contract, entity).get(name);
  if (relation) yield [...names, relation.name, ...rest];
  const prefix = entity.toLowerCase();
  const short = name.startsWith(prefix) ? name.slice(prefix.length) : name;
  /** @param {string} key */
  const own = (key) => [fields.get(key)?.name].flatMap((found) => (found === undefined ? [] : [[found]]));
  /** @param {string} key */
  const within = (key) => [inner.get(key)].flatMap((path) => (path ? [path] : []));
  if (short !== name) for (const path of [...own(short), ...within(short)]) yield [...names, ...path, ...rest];
  for (const path of within(name)) yield [...names, ...path, ...rest];
  if (names.length === 0) return;
  const atRoot = queryable(contract, root).get(name);
  if (atRoot) yield [atRoot.name, ...rest];
  const outer = inside(contract, root, here).get(name);
  if (outer) yield [...outer, ...rest];
}

/**
 * @param {Lost} lost
 * @param {Wanted} wanted
 * @returns {Wanted}
 */
function wantedHere({ rest }, wanted) {
  return rest.length > 1 ? "related" : wanted;
}

/**
 * The nearest path to each property of the entities further in, by its name; single objects come before lists.
 *
 * @param {Contract} contract
 * @param {string} entity
 * @param {Wanted} wanted
 * @returns {Map<string, string[]>}
 */
function inside(contract, entity, wanted) {
  return contract.once(
    `inside ${entity} ${wanted}`,
    () =>
      new Map([
        ...reached(contract, entity, wanted, ["entity", "list"]),
        ...reached(contract, entity, wanted, ["entity"]),
      ]),
  );
}

/**
 * The same over relations of some kinds.
 *
 * @param {Contract} contract
 * @param {string} entity
 * @param {Wanted} wanted
 * @param {string[]} kinds
 * @returns {Map<string, string[]>}
 */
function reached(contract, entity, wanted, kinds) {
  /** @type {Map<string, string[]>} */
  const paths = new Map();
  const seen = new Set([entity]);
  /** @type {{ here: string, path: string[] }[]} */
  const waiting = [{ here: entity, path: [] }];
  for (const { here, path } of waiting) {
    const fields = [...queryable(contract, here).values()];
    for (const field of fields) {
      const key = field.name.toLowerCase();
      if (path.length > 0 && fits(field, wanted) && !paths.has(key)) paths.set(key, [...path, field.name]);
    }
    for (const { kind, name, entity: inner = "" } of fields) {
      if (kinds.includes(kind) && !seen.has(inner) && path.length + 1 < DEPTH) {
        seen.add(inner);
        waiting.push({ here: inner, path: [...path, name] });
      }
    }
  }
  return paths;
}
