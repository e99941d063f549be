/**
 * Undoes the percent-encoding of a query, and remembers where each character is in the text as it was given.
 *
 * @import { Contract } from "../contract.js"
 * @import { Flaw } from "./flaws.js"
 *
 * @typedef {"raw" | "encoded" | "either"} Form How the options of a text are written: still to be encoded, encoded, or both.
 */

import { SPACES } from "../characters.js";
import { Undecodable, fromBytes } from "../text.js";
import { broken } from "./flaws.js";

const ESCAPE = /%[0-9A-Fa-f]{2}|\+/;
const QUOTED = /'[^']*'?/g;
const PARTS = "(?<bytes>(?:%[0-9A-Fa-f]{2})+)|(?<plus>\\+)|(?<percent>%)";
const ENCODED = new RegExp(`${PARTS}|[^%+]+`, "g");
const RAW = new RegExp(`'[^']*'?|(?<= )\\+(?= )|${PARTS}|[^%+']+`, "g");

/** A plus that is hardly a space, whatever else is: in front of a phone number, or in the first part of an e-mail address. */
const MEANT_PLUS = new RegExp(`(?<=')\\+(?=[0-9])|\\+(?=[^${SPACES}'@]*@)`, "g");

/** A part of a query without its encoding. */
export class Decoded {
  /**
   * @param {string} value
   * @param {number[]} places The indexes of its characters in the text as it was given.
   * @param {Flaw[]} [flaws] What is wrong with the encoding, by the index in the value.
   */
  constructor(value, places, flaws = []) {
    this.value = value;
    this.places = places;
    this.flaws = flaws;
  }

  /**
   * The index in the whole text of a character; of the last one where the index lies behind it.
   *
   * @param {number} index
   */
  place(index) {
    return this.places[Math.min(index, this.places.length - 1)] ?? 0;
  }

  /**
   * Whether a character is inside quotes.
   *
   * @param {number} index
   */
  isQuoted(index) {
    return this.value.slice(0, index).split("'").length % 2 === 0;
  }
}

/**
 * How the options in a text are written. A bare space shows that they are still to be encoded.
 *
 * @param {string} text
 * @param {boolean} isUrl
 * @returns {Form}
 */
export function formOf(text, isUrl) {
  if (text.includes(" ")) return "raw";
  return isUrl || ESCAPE.test(text) ? "encoded" : "either";
}

/**
 * The part of a text from `start` to `end`, which may be empty, decoded. `form` is that of all options in the text.
 *
 * In a part that is still to be encoded, a text in quotes is taken as it is: in `like '%27%'` no quote is meant. A part with a
 * bare space is one, and in a text that has one elsewhere, a part that has no escape outside of its quotes.
 *
 * @param {Contract} contract
 * @param {string} text
 * @param {number} start
 * @param {number} end
 * @param {Form} [form]
 * @returns {Decoded}
 */
export function decode(contract, text, start, end, form = "either") {
  const raw = text.slice(start, end);
  if (!raw.includes("%") && !raw.includes("+")) {
    return new Decoded(raw, Array.from({ length: Math.max(raw.length, 1) }, (_, index) => start + index));
  }
  const isRaw = raw.includes(" ") || (form === "raw" && !ESCAPE.test(raw.replaceAll(QUOTED, "")));
  /** @type {string[]} */
  const values = [];
  /** @type {number[]} */
  const places = [];
  /** @type {Flaw[]} */
  const flaws = [];
  /** @type {number[]} */
  const pluses = [];
  /** @type {(part: string, at: number, width?: number, step?: number) => void} */
  const add = (part, at, step = 1) => {
    values.push(part);
    for (let index = 0; index < part.length; index += 1) places.push(at + step * index);
  };
  for (const match of raw.matchAll(isRaw ? RAW : ENCODED)) {
    const at = start + match.index;
    const { bytes, plus, percent } = match.groups ?? {};
    if (bytes) {
      const data = Uint8Array.from(bytes.slice(1).split("%"), (digits) => Number.parseInt(digits, 16));
      addBytes(contract, data, at, add, places, flaws);
      continue;
    }
    if (plus) pluses.push(places.length);
    else if (percent && !isRaw && form !== "either") {
      flaws.push(broken(contract, "bad-syntax", places.length, "percent", "%25"));
    }
    add(plus ? " " : match[0], at);
  }
  const decoded = new Decoded(values.join(""), places, flaws);
  flaws.push(...meantPluses(contract, decoded, pluses, raw));
  return decoded;
}

/**
 * The characters of escaped bytes. What is not UTF-8 becomes a replacement character for each byte.
 *
 * @param {Contract} contract
 * @param {Uint8Array} data
 * @param {number} at
 * @param {(part: string, at: number, step?: number) => void} add
 * @param {number[]} places
 * @param {Flaw[]} flaws
 */
function addBytes(contract, data, at, add, places, flaws) {
  try {
    let place = at;
    for (const character of fromBytes(data)) {
      add(character, place, 0);
      place += 3 * new TextEncoder().encode(character).length;
    }
  } catch (error) {
    if (!(error instanceof Undecodable)) throw error;
    flaws.push(broken(contract, "bad-syntax", places.length + error.byte, "not-utf-8"));
    add(Array.from(data, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : "\ufffd")).join(""), at, 3);
  }
}

/**
 * Advice on each text in quotes that has a bare plus, where that is hardly a space.
 *
 * It is one where other spaces are written so too, and in what a program has encoded, quotes and all.
 *
 * @param {Contract} contract
 * @param {Decoded} decoded
 * @param {number[]} pluses
 * @param {string} raw
 * @returns {Flaw[]}
 */
function meantPluses(contract, decoded, pluses, raw) {
  const quoted = pluses.filter((at) => decoded.isQuoted(at));
  if (quoted.length === 0) return [];
  const characters = decoded.value.split("");
  for (const at of pluses) characters[at] = "+";
  const written = characters.join("");
  const isSpace = quoted.length < pluses.length || (!raw.includes("%20") && !raw.includes("'"));
  const meant = new Set(isSpace ? Array.from(written.matchAll(MEANT_PLUS), ({ index }) => index) : quoted);
  /** @type {Map<number, Flaw>} */
  const texts = new Map();
  for (const at of quoted) {
    const begin = written.slice(0, at).lastIndexOf("'");
    if (meant.has(at) && !texts.has(begin)) texts.set(begin, broken(contract, "bare-plus", at, "plus", "%2B"));
  }
  return [...texts.values()];
}
