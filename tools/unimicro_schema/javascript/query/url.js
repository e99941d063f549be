/**
 * Splits a URL: its path, and the options behind the question mark.
 *
 * @import { Contract } from "../contract.js"
 * @import { Form } from "./encoding.js"
 * @import { Flaw } from "./flaws.js"
 *
 * @typedef {object} Option An option as it is written. Its value is null where no equals sign follows the name.
 * @property {Decoded} name
 * @property {Decoded | null} value
 *
 * @typedef {object} Url A query in its parts.
 * @property {Decoded | null} path null where only options are given; without a host its beginning may be missing.
 * @property {boolean} hasHost
 * @property {Option[]} options
 * @property {[string, Flaw][]} flaws
 *   What is wrong with the limits of the parts, by the index in the whole text, each with the name of its option or "".
 */

import { strip, stripEnd, stripStart } from "../characters.js";
import { Decoded, decode, formOf } from "./encoding.js";
import { broken } from "./flaws.js";

export const FILTER = "filter";

const METHOD = /[A-Z]{3,7} +(?=https?:\/\/|\/)/y;
const VERSION = /(?<=[^ ]) +HTTP\/[0-9](?:\.[0-9])?$/;
const HOST = /https?:\/\/[^/?#]*/iuy;
const PATH = /\/[^?#]*|[^=&?#]+(?=\?)|[^=&?#]*\/[^=&?#]*$/y;
const QUOTE = /'|%27/g;
const SEPARATOR = /&|\?+(?=\$?[A-Za-z][\p{L}\p{N}_]*=)|$/gu;

/**
 * Splits a query string, a path or a URL. `known` are the names of all options there are, in lowercase.
 *
 * @param {Contract} contract
 * @param {string} given
 * @param {Set<string>} known
 * @returns {Url}
 */
export function readUrl(contract, given, known) {
  const { text, start } = limited(stripEnd(given));
  const host = matched(HOST, text, start);
  const path = matched(PATH, text, host?.end ?? start);
  let begin = path?.end ?? host?.end ?? start;
  let { end, flaws } = { end: text.length, flaws: /** @type {[string, Flaw][]} */ ([]) };
  if (path || host) ({ begin, end, flaws } = afterPath(contract, text, begin));
  else if (text.startsWith("?", start)) begin += 1;
  const form = formOf(text.slice(begin, end), host !== null);
  const { spans, more } = spansOf(contract, text.slice(0, end), begin, known);
  const place = path ?? (host ? { start: host.end, end: host.end } : null);
  return {
    path: place && decode(contract, text, place.start, place.end),
    hasHost: host !== null,
    options: spans.map(([from, to]) => option(contract, text.slice(0, to), from, form)),
    flaws: [...flaws, ...more],
  };
}

/**
 * Where what is called begins, and the text to its end: a method may come before it, and the version of HTTP behind that.
 *
 * @param {string} text
 */
function limited(text) {
  const start = text.length - stripStart(text).length;
  const method = matched(METHOD, text, start);
  return method ? { text: text.replace(VERSION, ""), start: method.end } : { text, start };
}

/**
 * @param {RegExp} pattern
 * @param {string} text
 * @param {number} start
 */
function matched(pattern, text, start) {
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  return match && { start, end: start + match[0].length };
}

/**
 * Where the options behind a path begin and end, and that a # cuts them off. Inside a text it is meant literally.
 *
 * @param {Contract} contract
 * @param {string} text
 * @param {number} start
 * @returns {{ begin: number, end: number, flaws: [string, Flaw][] }}
 */
function afterPath(contract, text, start) {
  const fragment = text.indexOf("#", start);
  const question = text.indexOf("?", start);
  const begin = question < 0 ? text.length : question + 1;
  if (fragment < 0) return { begin, end: text.length, flaws: [] };
  const flaw = broken(contract, "bad-syntax", fragment, "fragment", "%23");
  const end = hasOddQuotes(text.slice(begin, fragment)) ? text.length : Math.max(begin, fragment);
  return { begin, end, flaws: [["", flaw]] };
}

/** @param {string} text */
function hasOddQuotes(text) {
  return (text.match(QUOTE) ?? []).length % 2 === 1;
}

/**
 * Where the options begin and end. A bare & in a filter, inside a text or between conditions, does not end an option.
 *
 * @param {Contract} contract
 * @param {string} text
 * @param {number} start
 * @param {Set<string>} known
 * @returns {{ spans: [number, number][], more: [string, Flaw][] }}
 */
function spansOf(contract, text, start, known) {
  /** @type {[number, number][]} */
  const spans = [];
  /** @type {Map<number, number>} the first & inside a text, for each filter */
  const ends = new Map();
  /** @type {[string, Flaw][]} */
  const flaws = [];
  const lastQuote = Math.max(text.lastIndexOf("'"), text.lastIndexOf("%27"));
  let inFilter = false;
  let inText = false;
  for (const [at, chunk] of chunks(text, start)) {
    const name = nameOf(contract, chunk);
    const isQuestion = at > start && text[at - 1] === "?";
    const isOption = known.has(name.replace(/^\$/, "")) && !isQuestion;
    const isText = inText && at <= lastQuote && !isOption;
    const isCondition = inFilter && !inText && !isOption && !chunk.includes("=");
    if (strip(chunk) === "" && !isText) continue;
    if (isText && !isQuestion && !ends.has(spans.length)) ends.set(spans.length, at - 1);
    const last = spans.at(-1);
    if (last && (isText || isCondition)) {
      last[1] = at + chunk.length;
    } else {
      spans.push([at, at + chunk.length]);
      inFilter = name === FILTER;
      inText = false;
      if (isQuestion) flaws.push(["", broken(contract, "bad-syntax", at - 1, "question", "&")]);
    }
    if (inFilter && hasOddQuotes(chunk)) inText = !inText;
  }
  for (const at of ends.values()) flaws.push([FILTER, broken(contract, "bad-syntax", at, "ampersand", "%26")]);
  return { spans, more: flaws };
}

/**
 * What is between the & of a text, or a ? that was written for one, with the index of each.
 *
 * @param {string} text
 * @param {number} start
 * @returns {[number, string][]}
 */
function chunks(text, start) {
  if (start > text.length) return [];
  let begin = start;
  return Array.from(text.slice(start).matchAll(SEPARATOR), (match) => {
    const at = begin;
    begin = start + match.index + match[0].length;
    return [at, text.slice(at, start + match.index)];
  });
}

/**
 * @param {Contract} contract
 * @param {string} chunk
 */
function nameOf(contract, chunk) {
  const equals = chunk.indexOf("=");
  return strip(decode(contract, chunk, 0, equals < 0 ? chunk.length : equals).value).toLowerCase();
}

/**
 * @param {Contract} contract
 * @param {string} text
 * @param {number} start
 * @param {Form} form
 * @returns {Option}
 */
function option(contract, text, start, form) {
  const equals = text.indexOf("=", start);
  if (equals < 0) return { name: decode(contract, text, start, text.length, form), value: null };
  return {
    name: decode(contract, text, start, equals, form),
    value: decode(contract, text, equals + 1, text.length, form),
  };
}
