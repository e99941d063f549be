/**
 * Parses the values of the query options: `filter`, `orderby`, and the lists of `expand` and `select`.
 *
 * A filter is read word by word, with a stack of what is open. Nothing recurses: nesting has no limit.
 *
 * @import { Contract } from "../contract.js"
 * @import { Flaw } from "./flaws.js"
 * @import { Kind, Word } from "./lexer.js"
 * @import { Operand } from "./operands.js"
 *
 * @typedef {object} Condition A comparison; without an operator, what is not compared with anything.
 * @property {Operand} left
 * @property {Operand | null} operator
 * @property {Operand} right
 *
 * @typedef {"start" | "left" | "leftWord" | "value" | "valueWord" | "words" | "done" | "first" | "item" | "itemWord" | "afterItem"} State
 *   What was read last, and so what may follow: nothing of a condition yet, its left side, its operator, its value, all of it; or
 *   the same inside the parentheses of a function or of a list.
 *
 * @typedef {object} Open What is open: a parenthesis around conditions, a function, or a list of values.
 * @property {"condition" | "call" | "values"} kind
 * @property {Operand | null} operand
 * @property {State} after The state when it is closed.
 */

import { wordsOf } from "../characters.js";
import { broken, shown } from "./flaws.js";
import { lexed } from "./lexer.js";
import { operandOf } from "./operands.js";

const DEPTH = 2; // how deep items of functions are kept; no valid query has more than one level

/** @type {Set<Kind>} */
const OPERANDS = new Set(["WORD", "NUMBER", "TEXT", "UNCLOSED", "QUOTED"]);
/** @type {Set<Kind>} */
const OPERATORS = new Set(["WORD", "SYMBOL", "JOINT"]);
/** @type {Set<Kind>} */
const MORE = new Set(["WORD", "NUMBER", "TEXT"]);

/** Words after which something must follow, beside the operators. Any other may be a value, so it is not repeated. */
const JOINTS = ["and", "or", "not"];

/** The states in which a field or a value must follow. @type {Set<State>} */
const WANTING = new Set(["start", "value", "first", "item"]);
/** The states in which a condition may end. @type {Set<State>} */
const ENDING = new Set(["left", "leftWord", "valueWord", "words", "done"]);

/**
 * The conditions of a filter, in the order of the text, or its first error of syntax.
 *
 * @param {Contract} contract
 * @param {string} value
 * @returns {Condition[] | Flaw}
 */
export function parseFilter(contract, value) {
  const reading = new Reading();
  const words = lexed(value);
  for (const word of words) {
    if (!reading.takes(word)) return flawOf(contract, value, reading, word);
  }
  return reading.isOver() ? reading.conditions : cutOff(contract, value, words, WANTING.has(reading.state));
}

/** A filter as far as it is read. */
class Reading {
  constructor() {
    /** @type {State} */
    this.state = "start";
    /** @type {Open[]} */
    this.open = [];
    this.depth = 0; // of functions and lists
    /** @type {Condition[]} */
    this.conditions = [];
  }

  isOver() {
    return ENDING.has(this.state) && this.open.length === 0;
  }

  /**
   * Reads a word, if it may follow what was read.
   *
   * @param {Word} word
   * @returns {boolean}
   */
  takes(word) {
    const { kind } = word;
    if (kind === "LPAR") return this.opens(word);
    if (kind === "RPAR") return this.closes();
    if (kind === "AND" || kind === "OR") return ENDING.has(this.state) && this.goes("start");
    if (kind === "NOT") return this.state === "start";
    switch (this.state) {
      case "start":
        if (!OPERANDS.has(kind)) return false;
        this.begins(operandOf(word));
        return this.goes(kind === "WORD" ? "leftWord" : "left");
      case "left":
      case "leftWord":
        if (!OPERATORS.has(kind)) return false;
        this.last().operator = operandOf(word);
        return this.goes("value");
      case "value":
        if (!OPERANDS.has(kind)) return false;
        this.last().right = operandOf(word);
        return this.goes(kind === "WORD" ? "valueWord" : "done");
      case "valueWord":
      case "words": {
        if (!MORE.has(kind)) return false;
        const { right } = this.last();
        if (this.state === "valueWord") this.last().right = { ...right, kind: "words", items: [right] };
        this.last().right.items.push(operandOf(word));
        return this.goes("words");
      }
      case "first":
      case "item":
        if (!OPERANDS.has(kind)) return false;
        this.adds(operandOf(word));
        return this.goes(kind === "WORD" ? "itemWord" : "afterItem");
      case "itemWord":
      case "afterItem":
        return kind === "COMMA" && this.goes("item");
      default:
        return false;
    }
  }

  /**
   * @param {Word} word
   * @returns {boolean}
   */
  opens(word) {
    if (this.state === "start") {
      this.open.push({ kind: "condition", operand: null, after: "done" });
      return true;
    }
    if (this.state === "value") {
      const operand = { ...operandOf(word), kind: /** @type {const} */ ("values") };
      this.last().right = operand;
      this.open.push({ kind: "values", operand, after: "done" });
      this.depth += 1;
      return this.goes("item");
    }
    const after = AFTER_CALL[this.state];
    if (!after) return false;
    const operand = this.called();
    operand.kind = "call";
    this.open.push({ kind: "call", operand, after });
    this.depth += 1;
    return this.goes("first");
  }

  /** @returns {boolean} */
  closes() {
    const last = this.open.at(-1);
    const isClosable =
      last?.kind === "condition"
        ? ENDING.has(this.state)
        : this.state === "itemWord" || this.state === "afterItem" || (this.state === "first" && last?.kind === "call");
    if (!last || !isClosable) return false;
    this.open.pop();
    if (last.kind !== "condition") this.depth -= 1;
    return this.goes(last.after);
  }

  /** The word that becomes the name of a function. */
  called() {
    if (this.state === "leftWord") return this.last().left;
    if (this.state === "valueWord") return this.last().right;
    return /** @type {Operand} */ (this.lastItem);
  }

  /** @param {Operand} operand */
  adds(operand) {
    this.lastItem = operand;
    if (this.depth <= DEPTH) this.open.at(-1)?.operand?.items.push(operand);
  }

  /** @param {Operand} operand */
  begins(operand) {
    this.conditions.push({ left: operand, operator: null, right: operand });
  }

  last() {
    return /** @type {Condition} */ (this.conditions.at(-1));
  }

  /** @param {State} state */
  goes(state) {
    this.state = state;
    return true;
  }
}

/** Where a word may be the name of a function, and the state behind its last parenthesis. @type {Partial<Record<State, State>>} */
const AFTER_CALL = { leftWord: "left", valueWord: "done", itemWord: "afterItem" };

/**
 * What to say of a misplaced word.
 *
 * @param {Contract} contract
 * @param {string} value
 * @param {Reading} reading
 * @param {Word} wrong
 * @returns {Flaw}
 */
function flawOf(contract, value, { state }, wrong) {
  const [sentence, hint = null] = isInText(value, wrong) ? ["inner-quote", "''"] : inFilter(contract, value, state, wrong);
  const at = sentence === "inner-quote" ? wrong.at - 1 : wrong.at;
  return broken(contract, "bad-syntax", at, sentence, hint, { name: wrong.text });
}

/**
 * Whether a word follows a quote, so that the quote was probably meant as a part of the text.
 *
 * @param {string} value
 * @param {Word} wrong
 */
function isInText(value, { kind, at }) {
  return at > 0 && value[at - 1] === "'" && (MORE.has(kind) || kind === "UNCLOSED");
}

/**
 * The sentence about a misplaced word, and what was meant.
 *
 * @param {Contract} contract
 * @param {string} value
 * @param {State} state
 * @param {Word} wrong
 * @returns {[string, (string | null)?]}
 */
function inFilter({ data }, value, state, { kind, text, at }) {
  const { joints = {}, negated = {} } = data.language.meant;
  const isClosing = kind === "RPAR" && !WANTING.has(state);
  if (kind === "UNCLOSED") return ["unclosed"];
  if (kind === "JOINT") return ["joint", joints[text]];
  if (WANTING.has(state) || (!isClosing && (state === "valueWord" || state === "words"))) {
    return ["operand", text === "!" ? "not" : null];
  }
  if (!isClosing && (state === "left" || state === "leftWord")) {
    const [after = ""] = kind === "NOT" ? wordsOf(value.slice(at + text.length)) : [];
    return ["operator", negated[after.toLowerCase()]];
  }
  if (kind === "RPAR") return ["closes-nothing"];
  if (state === "itemWord" || state === "afterItem") return ["argument"];
  if (kind !== "COMMA") return ["no-joint"];
  const isNumber = /\p{Nd}$/u.test(value.slice(0, at)) && /^\p{Nd}/u.test(value.slice(at + 1));
  return ["comma", isNumber ? "." : null];
}

/**
 * What is missing at the end.
 *
 * @param {Contract} contract
 * @param {string} value
 * @param {Word[]} words
 * @param {boolean} isWanting
 * @returns {Flaw}
 */
function cutOff(contract, value, words, isWanting) {
  const last = words.at(-1);
  const at = last?.at ?? 0;
  if (last?.kind === "UNCLOSED") return broken(contract, "bad-syntax", at, "unclosed");
  if (isWanting) {
    const isAsking = [...contract.data.language.operators, ...JOINTS].includes(last?.text.toLowerCase() ?? "");
    return broken(contract, "bad-syntax", at, "cut-off", null, { name: isAsking ? (last?.text ?? "") : "this" });
  }
  /** @type {number[]} */
  const opened = [];
  for (const word of words) {
    if (word.kind === "LPAR") opened.push(word.at);
    else if (word.kind === "RPAR") opened.pop();
  }
  return broken(contract, "bad-syntax", opened.at(-1) ?? at, "not-closed");
}

/**
 * The names of a list, each with the words that follow it where `isOrder` allows some; or the first error of syntax.
 *
 * @param {Contract} contract
 * @param {string} value
 * @param {boolean} isOrder
 * @returns {Word[][] | Flaw}
 */
export function parseList(contract, value, isOrder) {
  const words = lexed(value);
  /** @type {Word[][]} */
  const items = [];
  let isWanting = true;
  for (const word of words) {
    /** @type {boolean} */
    const isName = word.kind === "WORD" && (isWanting || isOrder);
    if (!isName && !(word.kind === "COMMA" && !isWanting)) {
      if (isInText(value, word)) return broken(contract, "bad-syntax", word.at - 1, "inner-quote", "''");
      const sentence = { COMMA: "no-name", WORD: "no-comma" }[String(word.kind)] ?? "names";
      return broken(contract, "bad-syntax", word.at, sentence, null, { name: shown(word.text) });
    }
    if (isName && isWanting) items.push([word]);
    else if (isName) items.at(-1)?.push(word);
    isWanting = !isName;
  }
  return isWanting ? cutOff(contract, value, words, true) : items;
}
