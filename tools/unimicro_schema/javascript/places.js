/**
 * Where the keys and the values of a JSON text are.
 *
 * @import { Place } from "./values.js"
 *
 * @typedef {object} Spot Where a value is: the index of its key, of itself, and what is in it by keys or indexes.
 * @property {number} key
 * @property {number} value
 * @property {Map<string | number, Spot> | null} inside
 * @property {Repeated | null} repeated
 *
 * @typedef {object} Repeated A key that an object has more than once: its path, and the index of the first and the last.
 * @property {Place} path
 * @property {number} first
 * @property {number} last
 */

import { Reading } from "./reader.js";

/**
 * The places of all keys and values of a JSON text that can be read, and the keys that an object has more than once.
 *
 * @param {string} text
 * @returns {{ root: Spot, repeated: Repeated[] }}
 */
export function places(text) {
  const reading = new Placing(text);
  reading.all();
  return { root: /** @type {Spot} */ (reading.spot), repeated: reading.repeated };
}

/** A text of which the places are kept. */
class Placing extends Reading {
  /** @param {string} text */
  constructor(text) {
    super(text);
    /** @type {Spot | null} */
    this.spot = null;
    /** @type {Repeated[]} */
    this.repeated = [];
    /** @type {Place} */
    this.path = [];
    /** @type {Map<string | number, Spot>[]} */
    this.insides = [];
    /** @type {Map<string | number, Spot> | null} */
    this.closed = null;
  }

  /**
   * @override
   * @param {number} mark
   */
  value(mark) {
    const at = this.at;
    this.closed = null;
    const value = super.value(mark);
    this.spot = { key: 0, value: at, inside: this.closed, repeated: null };
    this.closed = null;
    return value;
  }

  /** @override */
  open() {
    super.open();
    this.insides.push(new Map());
  }

  /**
   * @override
   * @template T
   * @param {T} value
   */
  close(value) {
    this.closed = this.insides.pop() ?? null;
    return super.close(value);
  }

  /**
   * @override
   * @param {string | number} token
   */
  enter(token) {
    this.path.push(token);
  }

  /**
   * @override
   * @param {number} at
   */
  leave(at) {
    const inside = /** @type {Map<string | number, Spot>} */ (this.insides.at(-1));
    const spot = /** @type {Spot} */ (this.spot);
    const token = /** @type {string | number} */ (this.path.at(-1));
    const before = inside.get(token);
    spot.key = at;
    if (before) {
      spot.repeated = before.repeated ?? { path: [...this.path], first: before.key, last: at };
      if (!before.repeated) this.repeated.push(spot.repeated);
      spot.repeated.last = at;
    }
    inside.set(token, spot);
    this.path.pop();
  }
}
