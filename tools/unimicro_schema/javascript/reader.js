/**
 * Reads JSON by RFC 8259, or says where a text stops being JSON and what must be there instead.
 *
 * It reads exactly what the Python side reads: at most 1024 levels, numbers that are not larger than any double, and no halves
 * of characters.
 *
 * @import { Json, JsonObject } from "./values.js"
 */

/** How deep objects and lists may be nested. */
export const LEVELS = 1024;

const FEW = 15; // digits, of which a double holds all
const NUMBER = /-?[0-9]*(?:\.[0-9]*)?(?:[eE][+-]?[0-9]*)?/y;
const NO_DIGIT = /(?:^-|\.|[eE][+-]?)(?![0-9+-])/;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const CUT_OFF = /(?:\\(?:u[0-9a-fA-F]{0,3})?)?$/y;
const PAIRS = /\\u[dD][89abAB]..\\u[dD][c-fC-F]..|(\\u[dD][89a-fA-F])|\\./g;
const LARGEST = 2n ** 64n - 1n;
const SMALLEST = -(2n ** 63n);

/** Why a text is not read: the name of the sentence, the index, the bracket that is missing, and where what is open begins. */
export class Refusal extends Error {
  /**
   * @param {string} sentence
   * @param {number} at
   * @param {{ bracket?: string, begun?: number }} [more]
   */
  constructor(sentence, at, { bracket = "", begun = 0 } = {}) {
    super(sentence);
    this.sentence = sentence;
    this.at = at;
    this.bracket = bracket;
    this.begun = begun;
  }
}

/**
 * The value of a JSON text, and whether an object has a key more than once; the later value counts.
 *
 * @param {string} text
 * @returns {{ value: Json, repeats: boolean }}
 * @throws {Refusal} if the text is not JSON that can be read.
 */
export function read(text) {
  const reading = new Reading(text);
  return { value: reading.all(), repeats: reading.repeats };
}

/** A text as far as it has been read. */
export class Reading {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.end = text.length;
    while (this.end > 0 && isSpace(text.charCodeAt(this.end - 1))) this.end -= 1;
    this.at = 0;
    /** @type {number[]} */
    this.opened = [];
    this.repeats = false;
  }

  /** @returns {Json} */
  all() {
    if (this.end === 0) throw new Refusal("empty", 0);
    const value = this.value(this.next());
    this.skip();
    if (this.at < this.end) throw new Refusal("more", this.at);
    return value;
  }

  skip() {
    const { text } = this;
    let { at } = this;
    while (isSpace(text.charCodeAt(at))) at += 1;
    this.at = at;
  }

  /** The code of the next character that is not white space. There must be one. */
  next() {
    this.skip();
    if (this.at >= this.end) throw this.unclosed(/** @type {number} */ (this.opened.at(-1)));
    return this.text.charCodeAt(this.at);
  }

  /**
   * @param {number} mark
   * @returns {Json}
   */
  value(mark) {
    switch (mark) {
      case 0x22:
        return this.string();
      case 0x7b:
        return this.object();
      case 0x5b:
        return this.list();
      case 0x74:
        return this.word("true", true);
      case 0x66:
        return this.word("false", false);
      case 0x6e:
        return this.word("null", null);
      default:
        if (mark === 0x2d || (mark >= 0x30 && mark <= 0x39)) return this.number();
        throw new Refusal("value", this.at);
    }
  }

  /**
   * @template T
   * @param {string} word
   * @param {T} value
   */
  word(word, value) {
    if (!this.text.startsWith(word, this.at)) throw new Refusal("value", this.at);
    this.at += word.length;
    return value;
  }

  object() {
    /** @type {JsonObject} */
    const found = new Map();
    this.open();
    let mark = this.next();
    if (mark === 0x7d) return this.close(found);
    for (;;) {
      if (mark !== 0x22) throw new Refusal("key", this.at);
      const at = this.at;
      const key = this.string();
      if (this.next() !== 0x3a) throw new Refusal("colon", this.at);
      this.at += 1;
      const size = found.size;
      this.enter(key);
      found.set(key, this.value(this.next()));
      this.leave(at);
      if (found.size === size) this.repeats = true;
      if (this.isLast("}")) return this.close(found);
      mark = this.next();
    }
  }

  list() {
    /** @type {Json[]} */
    const found = [];
    this.open();
    let mark = this.next();
    if (mark === 0x5d) return this.close(found);
    for (;;) {
      this.enter(found.length);
      found.push(this.value(mark));
      this.leave(0);
      if (this.isLast("]")) return this.close(found);
      mark = this.next();
    }
  }

  open() {
    if (this.opened.length === LEVELS) throw new Refusal("too-deep", this.at);
    this.opened.push(this.at);
    this.at += 1;
  }

  /** @param {string | number} _ the key or index of what is read next */
  enter(_) {}

  /** @param {number} _ where the key was of what has been read */
  leave(_) {}

  /**
   * @template T
   * @param {T} value
   */
  close(value) {
    this.opened.pop();
    this.at += 1;
    return value;
  }

  /**
   * Whether an object or list is closed after an item. If not, its comma is read.
   *
   * @param {string} bracket
   */
  isLast(bracket) {
    const mark = this.next();
    if (mark === bracket.charCodeAt(0)) return true;
    if (mark !== 0x2c) throw new Refusal("comma", this.at, { bracket });
    const comma = this.at;
    this.at += 1;
    this.skip();
    if (this.text.charCodeAt(this.at) === bracket.charCodeAt(0)) throw new Refusal("trailing-comma", comma);
    return false;
  }

  string() {
    const begun = this.at;
    const text = this.text;
    let at = begun + 1;
    let unit = text.charCodeAt(at);
    let isPlain = true;
    while (unit !== 0x22) {
      if (unit === 0x5c) {
        isPlain = false;
        ESCAPE.lastIndex = at;
        if (!ESCAPE.test(text)) throw this.broken(begun, at);
        at = ESCAPE.lastIndex;
      } else if (unit >= 0x20) {
        at += 1;
      } else {
        throw this.broken(begun, at);
      }
      unit = text.charCodeAt(at);
    }
    this.at = at + 1;
    if (isPlain) return text.slice(begun + 1, at);
    const half = halfOf(text, begun, at);
    if (half !== null) throw half;
    return /** @type {string} */ (JSON.parse(text.slice(begun, at + 1)));
  }

  /**
   * Why a text that begins at an index does not go on at another; at the end of the whole text, the code is not a number.
   *
   * @param {number} begun
   * @param {number} at
   */
  broken(begun, at) {
    const half = halfOf(this.text, begun, at);
    if (half !== null) return half;
    CUT_OFF.lastIndex = at;
    if (CUT_OFF.test(this.text)) return this.unclosed(begun);
    return new Refusal(this.text[at] === "\\" ? "escape" : "control", at);
  }

  /** @returns {number | bigint} */
  number() {
    const begun = this.at;
    const plain = this.plainNumber();
    if (plain !== null) return plain;
    NUMBER.lastIndex = begun;
    NUMBER.test(this.text);
    const written = this.text.slice(begun, NUMBER.lastIndex);
    if (/^-?0[0-9]/.test(written)) throw new Refusal("leading-zero", begun);
    const gap = NO_DIGIT.exec(written);
    if (gap) throw new Refusal("digit", begun + gap.index + gap[0].length);
    this.at = NUMBER.lastIndex;
    const value = Number(written);
    if (!Number.isFinite(value)) throw new Refusal("too-large", begun);
    if (Number.isSafeInteger(value) || /[.eE]/.test(written)) return value;
    const exact = BigInt(written);
    return exact >= SMALLEST && exact <= LARGEST ? exact : value;
  }

  /**
   * A number of a few digits and nothing else, which most are; null for any other.
   *
   * @returns {number | null}
   */
  plainNumber() {
    const { text } = this;
    let { at } = this;
    let value = 0;
    let unit = text.charCodeAt(at);
    if (unit < 0x31 || unit > 0x39) return null;
    for (; unit >= 0x30 && unit <= 0x39; unit = text.charCodeAt(at)) {
      value = 10 * value + unit - 0x30;
      at += 1;
    }
    if (at - this.at > FEW || unit === 0x2e || unit === 0x45 || unit === 0x65) return null;
    this.at = at;
    return value;
  }

  /** @param {number} begun */
  unclosed(begun) {
    const open = { "{": "open-object", "[": "open-list" }[this.text[begun] ?? ""] ?? "open-text";
    return new Refusal(open, this.end, { begun });
  }
}

/** @param {number} unit */
function isSpace(unit) {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

/**
 * The first half of a character that is written as an escape, in the part of a text that is a text in quotes; null if none.
 *
 * @param {string} text
 * @param {number} begun
 * @param {number} end
 */
function halfOf(text, begun, end) {
  for (const match of text.slice(begun, end).matchAll(PAIRS)) {
    if (match[1]) return new Refusal("surrogate", begun + match.index);
  }
  return null;
}
