/** Payloads as text: what is UTF-8, and the lines and columns of a text. */

import { lengthOf } from "./values.js";

/** Why bytes or a text are not read before JSON matters: the name of the sentence, and the byte. */
export class Undecodable extends Error {
  /**
   * @param {"utf-8" | "utf-16"} sentence
   * @param {number} [byte]
   */
  constructor(sentence, byte = 0) {
    super(sentence);
    /** @type {"utf-8" | "utf-16"} */
    this.sentence = sentence;
    this.byte = byte;
  }
}

const BYTE_ORDER_MARK = "\ufeff";

/**
 * Whether a value is bytes, in whatever realm they were made.
 *
 * @param {unknown} value
 * @returns {value is ArrayBufferView | ArrayBuffer}
 */
export function isBytes(value) {
  return ArrayBuffer.isView(value) || Object.prototype.toString.call(value) === "[object ArrayBuffer]";
}

/**
 * A payload as text, without its byte order mark.
 *
 * @param {string | ArrayBufferView | ArrayBuffer} data
 * @returns {string}
 * @throws {Undecodable} if it is not UTF-8.
 */
export function decoded(data) {
  const text = typeof data === "string" ? wellFormed(data) : fromBytes(data);
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

/**
 * Bytes in UTF-8 as text, a byte order mark included.
 *
 * @param {ArrayBufferView | ArrayBuffer} data
 * @returns {string}
 * @throws {Undecodable} if they are not UTF-8.
 */
export function fromBytes(data) {
  const bytes = "buffer" in data ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
  const mark = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (mark === 0xfffe || mark === 0xfeff) throw new Undecodable("utf-16");
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Undecodable("utf-8", firstInvalid(bytes));
  }
}

/** @param {string} text */
function wellFormed(text) {
  if (text.isWellFormed()) return text;
  const half = /(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])/.exec(text);
  throw new Undecodable("utf-8", new TextEncoder().encode(text.slice(0, half?.index)).length);
}

/**
 * The index of the first byte of what is not UTF-8 (RFC 3629).
 *
 * @param {Uint8Array} bytes
 */
function firstInvalid(bytes) {
  let at = 0;
  for (;;) {
    const length = sequenceLength(bytes, at);
    if (length === 0) return at;
    at += length;
  }
}

/**
 * The number of bytes of the character at an index; 0 if there is none, or if it is not UTF-8.
 *
 * @param {Uint8Array} bytes
 * @param {number} at
 */
function sequenceLength(bytes, at) {
  const lead = bytes[at] ?? 0xff;
  if (lead < 0x80) return 1;
  const length = lead >= 0xc2 && lead <= 0xdf ? 2 : (lead & 0xf0) === 0xe0 ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  const least = { 0xe0: 0xa0, 0xf0: 0x90 }[lead] ?? 0x80;
  const most = { 0xed: 0x9f, 0xf4: 0x8f }[lead] ?? 0xbf;
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index] ?? 0;
    if (byte < (index === 1 ? least : 0x80) || byte > (index === 1 ? most : 0xbf)) return 0;
  }
  return length;
}

/**
 * A function from an index in a text to line and column, from 1. Columns count characters. It is quick if the indexes ascend.
 *
 * @param {string} text
 * @returns {(at: number) => { line: number, column: number }}
 */
export function lines(text) {
  let line = 1;
  let start = 0;
  let last = 0;
  let column = 1;
  return (at) => {
    if (at < last) [line, start, last, column] = [1, 0, 0, 1];
    for (let index = text.indexOf("\n", last); index !== -1 && index < at; index = text.indexOf("\n", index + 1)) {
      line += 1;
      start = index + 1;
      last = start;
      column = 1;
    }
    column += lengthOf(text.slice(last, at));
    last = at;
    return { line, column };
  };
}
