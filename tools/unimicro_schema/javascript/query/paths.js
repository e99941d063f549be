/**
 * Follows a dotted path through the entities of the contract.
 *
 * @import { Contract, Property } from "../contract.js"
 *
 * @typedef {Property & { name: string }} Field
 *
 * @typedef {object} Lost Where a path leads nowhere: the names so far, what follows them, the entity that lacks it, and why.
 * @property {string[]} names
 * @property {string[]} rest
 * @property {string} entity
 * @property {number} at
 * @property {string} sentence
 * @property {Record<string, string>} values
 *
 * @typedef {"related" | "plain" | "any"} Wanted What a path must lead to.
 */

import { shown } from "./flaws.js";

const LONGEST = 12; // segments of a path as it is shown
const NAME = /^\p{XID_Start}\p{XID_Continue}*$/u;

/** What a path leads to. */
export class Found {
  /**
   * @param {string[]} names Those of the contract.
   * @param {Field | null} field null below an object whose properties are not described; it may be anything.
   * @param {string[]} through The related objects on the way, and the property itself if it is one: what must be expanded.
   */
  constructor(names, field, through) {
    this.names = names;
    this.field = field;
    this.through = through;
  }

  /** The type of the property; null if it is not known. */
  get kind() {
    return this.field?.kind ?? null;
  }

  toString() {
    return this.names.slice(0, LONGEST).join(".") + (this.names.length > LONGEST ? "..." : "");
  }
}

/**
 * Whether a property holds one or several objects of an entity.
 *
 * @param {{ kind: string | null }} property
 */
export function isRelated({ kind }) {
  return kind === "entity" || kind === "list";
}

/**
 * The properties that a query can name, by their names in lowercase.
 *
 * Those with an underscore only travel with a payload; the platform does not store them.
 *
 * @param {Contract} contract
 * @param {string} entity
 * @returns {Map<string, Field>}
 */
export function queryable(contract, entity) {
  return contract.once(
    `queryable ${entity}`,
    () =>
      new Map(
        Object.entries(contract.entity(entity).properties)
          .filter(([name]) => !name.startsWith("_"))
          .map(([name, property]) => [name.toLowerCase(), { ...property, name }]),
      ),
  );
}

/**
 * The relations by the names of the entities that they lead to, where only one leads there.
 *
 * @param {Contract} contract
 * @param {string} entity
 * @returns {Map<string, Field>}
 */
export function byEntity(contract, entity) {
  return contract.once(`by entity ${entity}`, () => {
    const relations = [...queryable(contract, entity).values()].filter(isRelated);
    const single = relations.filter((one) => relations.every((other) => other === one || other.entity !== one.entity));
    return new Map(single.map((field) => [(field.entity ?? "").toLowerCase(), field]));
  });
}

/**
 * What the segments of a path lead to from an entity, or where they lead nowhere.
 *
 * The case of names does not matter, as it seems not to on the platform. When `isExpanding`, every step must be a related object,
 * and it may go by the name of its entity.
 *
 * @param {Contract} contract
 * @param {string} root
 * @param {string[]} segments
 * @param {boolean} isExpanding
 * @returns {Found | Lost}
 */
export function walk(contract, root, segments, isExpanding) {
  let entity = root;
  /** @type {string[]} */
  const names = [];
  /** @type {string[]} */
  const through = [];
  /** @type {Field | undefined} */
  let found;
  let at = 0;
  for (const [index, segment] of segments.entries()) {
    const rest = segments.slice(index);
    if (found?.kind === "object") return new Found([...names, ...rest], null, through);
    if (found && !isRelated(found)) return { names, rest, entity, at, sentence: "plain", values: { name: found.name } };
    const key = segment.toLowerCase();
    found = queryable(contract, entity).get(key) ?? (isExpanding ? byEntity(contract, entity).get(key) : undefined);
    if (!found && contract.entity(entity).open && rest.every((name) => NAME.test(name))) {
      return new Found([...names, ...rest], null, isExpanding ? [...through, ...rest] : through);
    }
    if (!found || (isExpanding && !isRelated(found) && found.kind !== "object")) {
      return { names, rest, entity, at, ...reason(contract, entity, segment, found) };
    }
    names.push(found.name);
    at += segment.length + 1;
    if (isRelated(found)) {
      through.push(found.name);
      entity = found.entity ?? "";
    }
  }
  return new Found(names, found ?? null, through);
}

/**
 * @param {Contract} contract
 * @param {string} entity
 * @param {string} segment
 * @param {Field | undefined} found
 * @returns {{ sentence: string, values: Record<string, string> }}
 */
function reason(contract, entity, segment, found) {
  if (found) return { sentence: "no-expand", values: { name: found.name } };
  const isPrivate = Object.hasOwn(contract.entity(entity).properties, segment);
  return isPrivate
    ? { sentence: "private", values: { name: segment } }
    : { sentence: "missing", values: { name: shown(segment), entity } };
}
