/**
 * The smallest update that makes one reading of a customer out of another.
 *
 * @import { Contract } from "../contract.js"
 * @import { Json, JsonObject, Place } from "../values.js"
 * @import { Members, New, Seen } from "./differences.js"
 * @import { Kind } from "./rows.js"
 */

import { operationOf } from "../operations.js";
import { encode } from "../pointers.js";
import { asProgram } from "../programs.js";
import { isObject, isSaid } from "../values.js";
import { compare } from "./differences.js";
import { readingOf } from "./readings.js";
import { UpdateError, isId, isPrivate, kindIn, rowOf, same } from "./rows.js";
import { isRepeated } from "./slots.js";

const UPDATE = "updateCustomer";

/**
 * The smallest body for `updateCustomer` that makes what was read `before` into `after`.
 *
 * Both are readings of the same customer: values, JSON texts or their bytes. The body has the id of the customer and what differs; at
 * each depth the ids on the way to it; a fresh mark for each new child, unless it has one; the mark of deletion for each child that
 * left its list and its slot; a foreign key without its object where the two would disagree; and null where a value was cleared. What
 * `after` leaves out stays as it is. Equal readings give the id alone.
 *
 * @param {Contract} contract
 * @param {unknown} before
 * @param {unknown} after
 * @returns {unknown}
 * @throws {UpdateError} for what cannot be sent, and for what is said in two ways.
 */
export function minimalUpdate(contract, before, after) {
  const bodies = Object.entries(operationOf(contract, UPDATE).responses).filter(([status]) => status.startsWith("2"));
  const entity = bodies.map(([, { body }]) => body?.model).find(Boolean) ?? "";
  const first = readingOf(contract, before, "first", entity);
  const second = readingOf(contract, after, "second", entity);
  return asProgram(new Composition(contract, compare(contract, entity, first, second)).update);
}

/** The update of a comparison: each row is named where it was changed, with all that differs in it. */
class Composition {
  /**
   * @param {Contract} contract
   * @param {Seen} root
   */
  constructor(contract, root) {
    this.contract = contract;
    this.saidAt = saidAt(contract, root);
    this.update = new Map([[root.row.kind.id, root.row.id], ...this.body(root)]);
  }

  /**
   * What is to be said of a row at a place; nothing where nothing differs.
   *
   * @param {Seen} seen
   * @returns {JsonObject}
   */
  body(seen) {
    if (!seen.isReachable) return new Map();
    const { kind } = seen.row;
    const own = this.saidAt.get(encode(seen.place));
    /** @type {JsonObject} */
    const body = new Map(own?.values);
    for (const [key, created] of own?.new ?? []) body.set(key, this.created(created));
    for (const key of kind.slots.keys()) {
      const [row] = seen.inner.get(key) ?? [];
      const inner = row ? this.body(row) : new Map();
      if (inner.size > 0) body.set(key, inner);
    }
    for (const [key, property] of kind.lists) {
      const items = this.items(seen.inner.get(key) ?? [], own?.lists.get(key), kindIn(this.contract, property));
      if (items.length > 0) body.set(key, items);
    }
    if (body.size === 0) return body;
    const order = new Map(seen.said.map((key, index) => [key, index]));
    /** @param {string} key */
    const position = (key) => order.get(key) ?? order.size;
    const sorted = [...body].sort(([one], [other]) => position(one) - position(other));
    return new Map([[kind.id, /** @type {Json} */ (seen.row.id)], ...sorted]);
  }

  /**
   * What is to be said of the rows of a list, and of those that came and went.
   *
   * @param {Seen[]} rows
   * @param {Members | undefined} members
   * @param {Kind} kind
   * @returns {JsonObject[]}
   */
  items(rows, { gone, joined, new: created } = { gone: [], joined: [], new: [] }, kind) {
    /** @type {Map<number, JsonObject>} */
    const changed = new Map();
    for (const seen of rows) {
      const body = this.body(seen);
      if (body.size > 0) changed.set(seen.row.id, body);
    }
    return [
      ...changed.values(),
      ...joined.filter((id) => !changed.has(id)).map((id) => new Map([[kind.id, id]])),
      ...gone.map((id) => new Map(/** @type {[string, Json][]} */ ([[kind.id, id], [kind.deleted, true]]))),
      ...created.map((item) => this.created(item)),
    ];
  }

  /**
   * A new object as it is sent: with a mark of its own, and so are those inside it. Rows inside it are named by their keys.
   *
   * @param {New} created
   * @returns {JsonObject}
   */
  created({ kind, value: given, place: at }) {
    /** @type {JsonObject} */
    const body = new Map();
    for (const [key, value] of given) {
      const place = [...at, key];
      if (kind.slots.has(key) && isObject(value)) {
        for (const [name, item] of this.inside(kind, given, key, value, place)) body.set(name, item);
      } else if (kind.lists.has(key) && Array.isArray(value)) {
        body.set(key, this.listed(kind, given, key, value, place));
      } else if (value === null && kind.notNull.has(key)) {
        throw new UpdateError(this.contract, place, "null", { key });
      } else if (key !== kind.id && !isPrivate(key)) {
        body.set(key, value);
      }
    }
    const mark = given.get(kind.createGuid);
    return body.set(kind.createGuid, isSaid(mark) ? /** @type {Json} */ (mark) : freshMark());
  }

  /**
   * The rows of a list of a new object; not those that are in a slot beside it too, as the server would store them twice.
   *
   * @param {Kind} kind
   * @param {JsonObject} given
   * @param {string} key
   * @param {Json[]} list
   * @param {Place} at
   * @returns {JsonObject[]}
   */
  listed(kind, given, key, list, at) {
    const inner = kindIn(this.contract, kind.lists.get(key));
    /** @type {Map<string, JsonObject>} */
    const inSlots = new Map();
    for (const name of kind.slots.keys()) {
      const value = given.get(name);
      if (isObject(value)) inSlots.set(name, value);
    }
    /** @type {JsonObject[]} */
    const items = [];
    for (const [index, value] of list.entries()) {
      const place = [...at, index];
      if (!isObject(value)) throw new UpdateError(this.contract, place, "object");
      const row = rowOf(inner, value);
      if (isSaid(value.get(inner.deleted))) continue;
      if (row) items.push(new Map([[inner.id, row.id]]));
      else if (!isRepeated(this.contract, kind, inSlots, key, value, place)) {
        items.push(this.created({ kind: inner, value, place }));
      }
    }
    return items;
  }

  /**
   * The object in a slot of a new one: as a new one too, or, where it exists, as its key.
   *
   * @param {Kind} kind
   * @param {JsonObject} given
   * @param {string} key
   * @param {JsonObject} value
   * @param {Place} place
   * @returns {JsonObject}
   */
  inside(kind, given, key, value, place) {
    const property = kind.slots.get(key);
    const inner = kindIn(this.contract, property);
    const foreign = property?.foreign_key ?? "";
    const row = rowOf(inner, value);
    if (row === null) return new Map([[key, this.created({ kind: inner, value, place })]]);
    const said = given.get(foreign);
    if (isId(said) && !same(said, row.id)) {
      throw new UpdateError(this.contract, place, "other-key", { id: inner.id, key: foreign });
    }
    return foreign ? new Map([[foreign, row.id]]) : new Map([[key, new Map([[inner.id, row.id]])]]);
  }
}

/**
 * All that differs in each row, wherever it was changed, by the place where the update says it.
 *
 * @param {Contract} contract
 * @param {Seen} root
 * @returns {Map<string, Seen>}
 * @throws {UpdateError} where two places say different things, and where no update leads to what was changed.
 */
function saidAt(contract, root) {
  /** @type {Map<string, Seen[]>} */
  const everywhere = new Map();
  for (const seen of root.everywhere()) {
    everywhere.set(seen.row.key, [...(everywhere.get(seen.row.key) ?? []), seen]);
  }
  /** @type {Map<string, Seen>} */
  const said = new Map();
  for (const places of everywhere.values()) {
    const changed = places.filter((seen) => own(seen).size > 0);
    const [first, ...others] = changed;
    if (!first) continue;
    for (const [index, one] of changed.entries()) {
      for (const other of changed.slice(index + 1)) agree(contract, one, other);
    }
    const reachable = [...changed, ...places].find(({ isReachable }) => isReachable);
    if (!reachable) throw new UpdateError(contract, first.place, "unreachable");
    for (const seen of others) {
      for (const [key, value] of seen.values) first.values.set(key, value);
      for (const [key, created] of seen.new) first.new.set(key, created);
      for (const [key, members] of seen.lists) if (isChanged(members)) first.lists.set(key, members);
    }
    said.set(encode(reachable.place), first);
  }
  return said;
}

/**
 * Refuses two places that say something different of the same row.
 *
 * @param {Contract} contract
 * @param {Seen} one
 * @param {Seen} other
 */
function agree(contract, one, other) {
  const [here, there] = [own(one), own(other)];
  for (const key of new Set([...here.keys(), ...there.keys()])) {
    const isSaidByBoth = (one.said.includes(key) || here.has(key)) && (other.said.includes(key) || there.has(key));
    if (isSaidByBoth && !same(here.get(key), there.get(key))) {
      const place = encode(one.place) || contract.data.updates.root || "";
      throw new UpdateError(contract, [...other.place, key], "twice", { place });
    }
  }
}

/**
 * What differs in a row itself at a place, by key, so that two places can be compared.
 *
 * @param {Seen} seen
 * @returns {JsonObject}
 */
function own(seen) {
  const found = new Map(seen.values);
  for (const [key, { value }] of seen.new) found.set(key, [value]);
  for (const [key, members] of seen.lists) {
    const { gone, joined, new: created } = members;
    if (isChanged(members)) found.set(key, [sorted(gone), sorted(joined), created.map(({ value }) => value)]);
  }
  return found;
}

/** @param {Members} members */
function isChanged({ gone, joined, new: created }) {
  return gone.length + joined.length + created.length > 0;
}

/** @param {number[]} numbers */
function sorted(numbers) {
  return [...numbers].sort((one, other) => one - other);
}

/** A GUID that nothing else has (RFC 9562, version 4). Pages without HTTPS have no `randomUUID`. */
function freshMark() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
