/**
 * Rows: the stored objects inside a reading, identified by their entity and their id.
 *
 * The same row can be in several places of a reading, as an address is in its slot and in the list of all addresses. What identifies
 * an object, marks it as new or as deleted, and which key names it, are marks of the contract.
 *
 * @import { Contract, Property } from "../contract.js"
 * @import { Json, JsonObject, Place } from "../values.js"
 *
 * @typedef {Property & { name: string }} Relation
 *
 * @typedef {object} Row A stored object: its kind, its id, and both as one key.
 * @property {Kind} kind
 * @property {number} id
 * @property {string} key
 *
 * @typedef {object} Kind What updates need to know of an entity.
 * @property {string} entity
 * @property {string} holder The name of the property, if the entity is one that the contract does not describe in full: it may be that
 *   of several tables, so that objects of it with one id are the same only in properties of one name.
 * @property {string} id The name of the property with this role, as the next two.
 * @property {string} deleted
 * @property {string} createGuid
 * @property {Map<string, Relation>} slots They hold one object each, only of entities whose objects have ids.
 * @property {Map<string, Relation>} lists They hold several.
 * @property {Map<string, Relation>} keys The slots by the name of their foreign key.
 * @property {Set<string>} notNull
 * @property {string[]} digits The codes that an answer may have as digits in quotes.
 */

import { filled } from "../contract.js";
import { encode } from "../pointers.js";
import { isObject } from "../values.js";

/** An update that cannot be made. `pointer` is the place (RFC 6901) in what was given. */
export class UpdateError extends Error {
  /**
   * @param {Contract} contract
   * @param {Place} place
   * @param {string} sentence
   * @param {Record<string, string | number | null>} [values]
   */
  constructor({ data }, place, sentence, values = {}) {
    const pointer = encode(place);
    const message = filled(data.updates[sentence], values);
    super(pointer ? `${pointer}: ${message}` : message);
    this.name = "UpdateError";
    this.pointer = pointer;
  }
}

/**
 * What updates need to know of the objects in a property.
 *
 * @param {Contract} contract
 * @param {Relation | undefined} property
 * @returns {Kind}
 */
export function kindIn(contract, property) {
  const { entity = "", not_repeated_in: list, name = "" } = property ?? {};
  return kindOf(contract, entity, contract.entity(entity).open ? (list ?? name) : "");
}

/**
 * What updates need to know of an entity, in properties of one name if it may be that of several tables.
 *
 * @param {Contract} contract
 * @param {string} entity
 * @param {string} [holder]
 * @returns {Kind}
 */
export function kindOf(contract, entity, holder = "") {
  return contract.once(`kind ${entity} ${holder}`, () => {
    const properties = Object.entries(contract.entity(entity).properties).map(([name, item]) => ({ ...item, name }));
    const related = properties.filter((item) => !isPrivate(item.name) && hasRows(contract, item));
    const slots = related.filter(({ kind }) => kind === "entity");
    /** @param {string} role */
    const named = (role) => properties.findLast((item) => item.role === role)?.name ?? "";
    return {
      entity,
      holder,
      id: named("id"),
      deleted: named("deleted"),
      createGuid: named("create-guid"),
      slots: new Map(slots.map((item) => [item.name, item])),
      lists: new Map(related.filter(({ kind }) => kind === "list").map((item) => [item.name, item])),
      keys: new Map(slots.flatMap((item) => (item.foreign_key ? [[item.foreign_key, item]] : []))),
      notNull: new Set(properties.flatMap(({ name, not_null: isNotNull }) => (isNotNull ? [name] : []))),
      digits: properties.flatMap(({ name, digits_in: where }) => (where ? [name] : [])),
    };
  });
}

/**
 * Whether a property holds objects that have ids.
 *
 * @param {Contract} contract
 * @param {Property} property
 */
function hasRows(contract, { entity }) {
  return Object.values(contract.entity(entity ?? "").properties).some(({ role }) => role === "id");
}

/**
 * The row that an object is; null for a new one, and for what is not an object.
 *
 * @param {Kind} kind
 * @param {Json | undefined} item
 * @returns {Row | null}
 */
export function rowOf(kind, item) {
  return rowNamed(kind, isObject(item) ? item.get(kind.id) : undefined);
}

/**
 * The row that a value of a foreign key names; null for a value that names none.
 *
 * @param {Kind} kind
 * @param {Json | undefined} number
 * @returns {Row | null}
 */
export function rowNamed(kind, number) {
  return isId(number) ? { kind, id: Number(number), key: `${kind.entity} ${kind.holder} ${number}` } : null;
}

/**
 * Whether two rows are the same.
 *
 * @param {Row | null} one
 * @param {Row | null} other
 */
export function isSameRow(one, other) {
  return one?.key === other?.key;
}

/**
 * Whether a key is one that travels with a payload and is not stored.
 *
 * @param {string} key
 */
export function isPrivate(key) {
  return key.startsWith("_");
}

/**
 * Whether a value is the id of an object that exists.
 *
 * @param {Json | undefined} value
 * @returns {value is number | bigint}
 */
export function isId(value) {
  return typeof value === "bigint" ? value > 0n : typeof value === "number" && Number.isInteger(value) && value > 0;
}

/**
 * Whether two JSON values are equal. A number is not equal to true or false.
 *
 * @param {Json | undefined} one
 * @param {Json | undefined} other
 * @returns {boolean}
 */
export function same(one, other) {
  if (one instanceof Map && other instanceof Map) {
    return one.size === other.size && [...one].every(([key, item]) => other.has(key) && same(item, other.get(key)));
  }
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => same(item, other[index]));
  }
  return one === other || (isNumber(one) && isNumber(other) && /** @type {any} */ (one) == other);
}

/** @param {unknown} value */
function isNumber(value) {
  return typeof value === "number" || typeof value === "bigint";
}

/**
 * An object of a kind and those inside it, each with its kind and its place, the outer ones first.
 *
 * @param {Contract} contract
 * @param {Kind} kind
 * @param {JsonObject} item
 * @param {Place} [place]
 * @returns {{ kind: Kind, item: JsonObject, place: Place }[]}
 */
export function objects(contract, kind, item, place = []) {
  /** @type {{ kind: Kind, item: JsonObject, place: Place }[]} */
  const found = [];
  const waiting = [{ kind, item, place }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next);
    /** @type {typeof found} */
    const inner = [];
    for (const [key, property] of [...next.kind.slots, ...next.kind.lists]) {
      const value = next.item.get(key);
      const at = [...next.place, key];
      const held = kindIn(contract, property);
      if (isObject(value)) inner.push({ kind: held, item: value, place: at });
      for (const [index, child] of Array.isArray(value) ? value.entries() : []) {
        if (isObject(child)) inner.push({ kind: held, item: child, place: [...at, index] });
      }
    }
    waiting.push(...inner.reverse());
  }
  return found;
}
