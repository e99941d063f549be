/**
 * Finds what differs between two readings, row by row.
 *
 * A row that is in several places is compared in each of them, with what was known of it before. What a reading leaves out, it says
 * nothing about: the server would leave it as it is.
 *
 * @import { Contract } from "../contract.js"
 * @import { Json, JsonObject, Place } from "../values.js"
 * @import { Kind, Row } from "./rows.js"
 *
 * @typedef {"named" | "moved" | "stale" | "inside"} Reach How an update comes to a row at a place.
 *   It is `named` there as it was before, or `moved` there, so that a key is enough to name it. It is `stale` where a key names
 *   another row, and `inside` where a new object names it by its key: no update says anything of it there.
 *
 * @typedef {object} New An object that is not stored yet, at a place of the later reading.
 * @property {Kind} kind
 * @property {JsonObject} value
 * @property {Place} place
 *
 * @typedef {object} Members What changes in a list.
 * @property {number[]} gone The ids of rows that left it.
 * @property {number[]} joined Those of rows that are in it for the first time.
 * @property {New[]} new
 */

import { encode } from "../pointers.js";
import { isObject, isSaid } from "../values.js";
import { UpdateError, isPrivate, isSameRow, kindIn, kindOf, objects, rowNamed, rowOf, same } from "./rows.js";
import { Slot, isRepeated } from "./slots.js";

/** A row at one place of the later reading: what differs there, and the rows inside it, by key. */
export class Seen {
  /**
   * @param {Row} row
   * @param {Place} place
   * @param {Reach} reach
   * @param {string[]} said The keys that the place says something about.
   */
  constructor(row, place, reach, said) {
    this.row = row;
    this.place = place;
    this.reach = reach;
    this.said = said;
    /** @type {JsonObject} the plain properties and foreign keys that differ */
    this.values = new Map();
    /** @type {Map<string, New>} the new objects in slots */
    this.new = new Map();
    /** @type {Map<string, Members>} */
    this.lists = new Map();
    /** @type {Map<string, Seen[]>} */
    this.inner = new Map();
    /** @type {Seen[]} the rows inside new objects */
    this.hidden = [];
  }

  /** Whether anything differs at this place or inside it. */
  get isChanged() {
    return this.everywhere().some(
      ({ values, new: created, lists }) =>
        values.size > 0 ||
        created.size > 0 ||
        [...lists.values()].some(({ gone, joined, new: born }) => gone.length + joined.length + born.length > 0),
    );
  }

  /** Whether an update can say something of the row here. */
  get isReachable() {
    return this.reach === "named" || this.reach === "moved";
  }

  /** Whether the row is named by its key. Of a property that was not known of it before, nothing is known to differ. */
  get isKeyed() {
    return this.reach === "moved" || this.reach === "inside";
  }

  /** This place and those inside it, in the order of the reading. */
  everywhere() {
    /** @type {Seen[]} */
    const found = [];
    /** @type {Seen[]} */
    const waiting = [this];
    for (let seen = waiting.pop(); seen; seen = waiting.pop()) {
      found.push(seen);
      waiting.push(...[...seen.inner.values()].flat().concat(seen.hidden).reverse());
    }
    return found;
  }
}

/**
 * What differs between two readings of one row.
 *
 * @param {Contract} contract
 * @param {string} entity
 * @param {JsonObject} before
 * @param {JsonObject} after
 * @returns {Seen}
 * @throws {UpdateError} for what cannot be said in an update, or is said in two ways.
 */
export function compare(contract, entity, before, after) {
  return new Comparison(contract, entity, before, after).root;
}

/** Two readings side by side. */
class Comparison {
  /**
   * @param {Contract} contract
   * @param {string} entity
   * @param {JsonObject} before
   * @param {JsonObject} after
   */
  constructor(contract, entity, before, after) {
    this.contract = contract;
    /** @type {Map<string, JsonObject>} */
    this.known = new Map();
    const kind = kindOf(contract, entity);
    for (const { kind: inner, item } of objects(contract, kind, before)) {
      const row = rowOf(inner, item);
      if (row) this.known.set(row.key, new Map([...item, ...(this.known.get(row.key) ?? [])]));
    }
    const row = rowOf(kind, after);
    if (row === null || !isSameRow(row, rowOf(kind, before))) throw new UpdateError(contract, [kind.id], "same-id");
    /** @type {Map<string, { seen: Seen, after: JsonObject }[]>} */
    this.readings = new Map();
    /** @type {{ seen: Seen, key: string, row: Row }[]} */
    this.left = [];
    this.root = this.seen(row, before, after, [], "named");
    this.letGo();
  }

  /**
   * What differs in a row that was `given` at the same place; less may be known of it there than elsewhere.
   *
   * @param {Row} row
   * @param {JsonObject} given
   * @param {JsonObject} after
   * @param {Place} place
   * @param {Reach} reach
   */
  seen(row, given, after, place, reach) {
    const { kind } = row;
    const before = new Map([...(this.known.get(row.key) ?? []), ...given]);
    const seen = new Seen(row, place, reach, [...after.keys()]);
    const readings = this.readings.get(row.key) ?? [];
    readings.push({ seen, after });
    this.readings.set(row.key, readings);
    for (const [key, value] of after) {
      if (kind.slots.has(key) || kind.lists.has(key) || isPrivate(key) || key === kind.id) continue;
      if (!before.has(key) && seen.isKeyed) continue;
      if (!before.has(key) || !same(before.get(key), value)) {
        seen.values.set(key, this.sendable(kind, key, value, [...place, key]));
      }
    }
    for (const key of kind.slots.keys()) {
      if (after.has(key)) this.slot(seen, new Slot(this.contract, kind, key, before, after, place));
    }
    for (const key of kind.lists.keys()) if (after.has(key)) this.list(seen, kind, key, before, after);
    return seen;
  }

  /**
   * The object in a slot, and the foreign key beside it.
   *
   * @param {Seen} seen
   * @param {Slot} slot
   */
  slot(seen, slot) {
    const { value, name, place } = slot;
    if (value === null || slot.row === null) {
      const cleared = value === null ? slot.emptied(!seen.isKeyed) : slot.filled(!seen.isKeyed);
      if (cleared) seen.values.set(cleared, this.sendable(slot.kind, cleared, null, place));
      if (value !== null) seen.new.set(name, this.created(seen, { kind: slot.inner, value, place }));
      return;
    }
    const pointed = slot.pointed();
    for (const [key, item] of pointed) seen.values.set(key, item);
    let { reach } = seen;
    const isMoved = slot.isMoved || slot.isReplaced || pointed.has(slot.key);
    if (slot.disagrees && slot.isMoved) reach = "stale";
    else if (isMoved && reach === "named") reach = "moved";
    const before = isSameRow(slot.was, slot.row) ? slot.before.get(name) : null;
    seen.inner.set(name, [this.seen(slot.row, isObject(before) ? before : new Map(), value, place, reach)]);
  }

  /**
   * The rows of a list: those that left it are deleted, those that came are new objects or rows from elsewhere.
   *
   * @param {Seen} seen
   * @param {Kind} kind
   * @param {string} key
   * @param {JsonObject} before
   * @param {JsonObject} after
   */
  list(seen, kind, key, before, after) {
    const { contract } = this;
    const value = after.get(key);
    const place = [...seen.place, key];
    const was = before.get(key);
    const listed = Array.isArray(was) ? was : [];
    if (value === null) {
      if (listed.length > 0) throw new UpdateError(contract, place, "null-list");
      if ((was ?? null) !== null) seen.values.set(key, this.sendable(kind, key, null, place));
      return;
    }
    if (!Array.isArray(value)) throw new UpdateError(contract, place, "list");
    const inner = kindIn(contract, kind.lists.get(key));
    /** @type {Members} */
    const members = { gone: [], joined: [], new: [] };
    seen.lists.set(key, members);
    /** @type {Map<string, { row: Row, item: Json }>} */
    const there = new Map();
    for (const item of listed) {
      const row = rowOf(inner, item);
      if (row) there.set(row.key, { row, item });
    }
    const inSlots = new Map([...seen.new].map(([slot, created]) => [slot, created.value]));
    const owned = new Set(there.keys());
    for (const slot of kind.slots.keys()) owned.add(rowOf(inner, before.get(slot))?.key ?? "");
    for (const [index, item] of value.entries()) {
      const at = [...place, index];
      if (!isObject(item)) throw new UpdateError(contract, at, "object");
      const row = rowOf(inner, item);
      if (row) {
        if (!owned.has(row.key) && !(!before.has(key) && seen.isKeyed)) members.joined.push(row.id);
        const known = there.get(row.key)?.item;
        const found = this.seen(row, isObject(known) ? known : new Map(), item, at, seen.reach);
        seen.inner.set(key, [...(seen.inner.get(key) ?? []), found]);
      } else if (!isSaid(item.get(inner.deleted)) && !isRepeated(contract, kind, inSlots, key, item, at)) {
        members.new.push(this.created(seen, { kind: inner, value: item, place: at }));
      }
    }
    const rows = new Set(value.map((item) => rowOf(inner, item)?.key));
    for (const { row } of there.values()) if (!rows.has(row.key)) this.left.push({ seen, key, row });
  }

  /**
   * A new object; the rows inside it are looked at too, as it names them by their keys alone.
   *
   * @param {Seen} seen
   * @param {New} created
   */
  created(seen, created) {
    for (const { kind, item, place } of objects(this.contract, created.kind, created.value, created.place)) {
      const row = rowOf(kind, item);
      if (row && this.known.has(row.key)) seen.hidden.push(this.seen(row, new Map(), item, place, "inside"));
    }
    return created;
  }

  /** Notes the rows that left their list as deleted, unless they are elsewhere now. */
  letGo() {
    /** @type {Map<string, { item: Seen, owner: Row | null, name: string }[]>} */
    const homes = new Map();
    for (const { row: owner, inner, hidden } of this.root.everywhere()) {
      const held = [...inner].flatMap(([name, items]) => items.map((item) => ({ item, owner, name })));
      for (const home of [...held, ...hidden.map((item) => ({ item, owner: null, name: "" }))]) {
        const there = homes.get(home.item.row.key) ?? [];
        there.push(home);
        homes.set(home.item.row.key, there);
      }
    }
    for (const { seen, key, row } of this.left) {
      this.refuseNamed(seen.row, key, row);
      const there = (homes.get(row.key) ?? []).filter(({ item }) => item.reach !== "stale");
      // Other places of the owner show the list and the slots as they were: the one that changed is meant.
      const former = new Set([key, ...[...seen.row.kind.keys.values()].map(({ name }) => name)]);
      if (there.some(({ owner, name }) => !isSameRow(owner, seen.row) || !former.has(name))) continue;
      const changed = there.find(({ item }) => item.isChanged);
      if (changed) {
        throw new UpdateError(this.contract, changed.item.place, "twice", { place: encode([...seen.place, key]) });
      }
      seen.lists.get(key)?.gone.push(row.id);
    }
  }

  /**
   * Refuses that a row left a list and is in a slot beside it: at the place that changed, or else at any.
   *
   * @param {Row} owner
   * @param {string} key
   * @param {Row} row
   */
  refuseNamed(owner, key, row) {
    const readings = (this.readings.get(owner.key) ?? []).filter(({ seen }) => seen.reach !== "stale");
    for (const [foreign, slot] of owner.kind.keys) {
      const inner = kindIn(this.contract, slot);
      const changed = readings.filter(({ seen }) => seen.values.has(foreign));
      for (const { seen, after } of changed.length > 0 ? changed : readings) {
        const number = seen.values.has(foreign) ? seen.values.get(foreign) : after.get(foreign);
        const isKeyed = seen.values.has(foreign) || after.has(foreign);
        if (isSameRow(isKeyed ? rowNamed(inner, number) : rowOf(inner, after.get(slot.name)), row)) {
          const place = [...seen.place, after.has(slot.name) ? slot.name : foreign];
          throw new UpdateError(this.contract, place, "left", { key });
        }
      }
    }
  }

  /**
   * @param {Kind} kind
   * @param {string} key
   * @param {Json} value
   * @param {Place} place
   */
  sendable(kind, key, value, place) {
    if (value === null && kind.notNull.has(key)) throw new UpdateError(this.contract, place, "not-cleared", { key });
    return value;
  }
}
