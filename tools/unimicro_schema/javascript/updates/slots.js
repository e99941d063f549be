/**
 * A slot of a row, and the foreign key beside it: what two readings say of them together.
 *
 * @import { Contract } from "../contract.js"
 * @import { JsonObject, Place } from "../values.js"
 * @import { Kind } from "./rows.js"
 */

import { isObject, isSaid } from "../values.js";
import { UpdateError, isId, isSameRow, kindIn, rowOf, same } from "./rows.js";

/** A slot at a place, in what was known of its row before and in what is read of it after. */
export class Slot {
  /**
   * @param {Contract} contract
   * @param {Kind} kind
   * @param {string} name
   * @param {JsonObject} before
   * @param {JsonObject} after
   * @param {Place} holder The place of the row.
   * @throws {UpdateError} for what is neither an object nor null.
   */
  constructor(contract, kind, name, before, after, holder) {
    this.contract = contract;
    this.kind = kind;
    this.name = name;
    this.before = before;
    this.after = after;
    this.place = [...holder, name];
    const value = after.get(name);
    if (value !== null && !isObject(value)) throw new UpdateError(contract, this.place, "object-or-null");
    const relation = kind.slots.get(name);
    this.value = value ?? null;
    /** The kind of the object in the slot. */
    this.inner = kindIn(contract, relation);
    /** The foreign key that names the object; empty where none does. */
    this.key = relation?.foreign_key ?? "";
    /** The row that was in the slot. */
    this.was = rowOf(this.inner, before.get(name));
    /** The row that is in the slot; null for a new object. */
    this.row = rowOf(this.inner, value);
    const isRead = before.has(this.key) || before.has(name);
    const named = before.has(this.key) ? before.get(this.key) : (this.was?.id ?? null);
    /** Whether the key says what was not known before: it was changed, or is there for the first time. */
    this.isSaid = after.has(this.key) && !(isRead && same(named, after.get(this.key)));
    /** Whether the key was changed. Where it was not read, the object says what it was. */
    this.isMoved = this.isSaid && isRead;
    /** Whether another row is in the slot than before. */
    this.isReplaced = this.was !== null && !isSameRow(this.was, this.row);
    /** Whether the key names another row than the one in the slot. */
    this.disagrees = this.row !== null && after.has(this.key) && !same(after.get(this.key), this.row.id);
  }

  /**
   * What must be sent as null if there is no longer an object. A key that is changed says it already.
   *
   * `isKnown` tells whether a slot that was not read before may be taken for a full one.
   *
   * @param {boolean} isKnown
   * @returns {string | null}
   */
  emptied(isKnown) {
    const isFull = this.was !== null || (!this.before.has(this.name) && !this.key && isKnown);
    return this.isMoved || !isFull ? null : this.key || this.name;
  }

  /**
   * What must be sent as null beside a new object: the key, where it names the one that was there.
   *
   * @param {boolean} isKnown
   * @returns {string | null}
   */
  filled(isKnown) {
    if ((isKnown ? this.isSaid : this.isMoved) && isId(this.after.get(this.key))) {
      throw new UpdateError(this.contract, this.place, "new-and-key", { key: this.key });
    }
    return isId(this.before.get(this.key)) && !this.kind.notNull.has(this.key) ? this.key : null;
  }

  /**
   * What must be sent so that the slot has its row. Where key and object disagree, the one that changed is meant.
   *
   * @returns {JsonObject}
   */
  pointed() {
    const { row, key, inner } = this;
    if (row === null) return new Map();
    const isSame = isSameRow(this.was, row);
    if (this.disagrees && this.isSaid && !isSame) {
      throw new UpdateError(this.contract, this.place, "both-changed", { id: inner.id, key });
    }
    if (this.disagrees && !isSame) return new Map([[key, row.id]]);
    const isFirst = this.was === null && this.before.has(this.name) && !key;
    if (!(this.isReplaced && !this.disagrees) && !isFirst) return new Map();
    return key ? new Map([[key, row.id]]) : new Map([[this.name, new Map([[inner.id, row.id]])]]);
  }
}

/**
 * Whether a new object of a list is in a slot beside the list too, by its mark or by all that it says.
 *
 * @param {Contract} contract
 * @param {Kind} kind
 * @param {Map<string, JsonObject>} created The new objects in slots, by the name of the slot.
 * @param {string} key
 * @param {JsonObject} item
 * @param {Place} place
 * @throws {UpdateError} for one mark of two objects.
 */
export function isRepeated(contract, kind, created, key, item, place) {
  for (const [slot, value] of created) {
    const relation = kind.slots.get(slot);
    if (relation?.not_repeated_in !== key) continue;
    if (same(item, value)) return true;
    const { createGuid: mark } = kindIn(contract, relation);
    if (isSaid(item.get(mark)) && same(item.get(mark), value.get(mark))) {
      throw new UpdateError(contract, place, "same-mark", { mark, slot });
    }
  }
  return false;
}
