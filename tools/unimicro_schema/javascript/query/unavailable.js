/**
 * Finds what other query languages have and the platform ignores: arithmetic, `any` and `all`, a list after `in`.
 *
 * @import { Contract } from "../contract.js"
 * @import { Flaw } from "./flaws.js"
 * @import { Kind, Word } from "./lexer.js"
 */

import { broken } from "./flaws.js";
import { lexed } from "./lexer.js";
import { follow } from "./lookup.js";
import { Found } from "./paths.js";

const GLUED = /^([A-Za-z_][\p{L}\p{N}_.]*)([-+*]|\/(?=[0-9]))([\p{L}\p{N}_.]+)$/u;

/** @type {Kind[]} */
const VALUES = ["WORD", "NUMBER", "TEXT", "LPAR"];

/** @type {Word} */
const NONE = { kind: "END", text: "", at: 0 };

/**
 * The first thing in a filter on an entity that the platform does not know, whether or not the rest can be parsed.
 *
 * @param {Contract} contract
 * @param {string} root
 * @param {string} value
 * @returns {Flaw | null}
 */
export function unavailable(contract, root, value) {
  const words = lexed(value);
  const flaws = FINDERS.flatMap((find) =>
    words.flatMap((word, index) => find(contract, root, words[index - 1] ?? NONE, word, words[index + 1] ?? NONE)),
  );
  return flaws.reduce((/** @type {Flaw | null} */ first, flaw) => (first && first.at <= flaw.at ? first : flaw), null);
}

/**
 * What each finder says of a word between its neighbours.
 *
 * @type {((contract: Contract, root: string, left: Word, word: Word, right: Word) => Flaw[])[]}
 */
const FINDERS = [
  function arithmetic(contract, root, left, word, right) {
    if (word.kind !== "WORD") return [];
    /** @type {Flaw[]} */
    const found = [];
    const isOperator = contract.data.language.arithmetic.includes(word.text.toLowerCase());
    if (isOperator && VALUES.includes(right.kind) && (isNumber(contract, root, left) || isNumber(contract, root, right))) {
      found.push(broken(contract, "wrong-operator", word.at, "arithmetic", null, { name: word.text.toLowerCase() }));
    }
    const [, text, name = ""] = GLUED.exec(word.text) ?? [];
    if (text !== undefined && isNumber(contract, root, { kind: "WORD", text, at: 0 })) {
      found.push(broken(contract, "wrong-operator", word.at + text.length, "arithmetic", null, { name }));
    }
    return found;
  },

  function quantifiers(contract, _root, _left, word, right) {
    const name = word.text.split(/[./]/).at(-1)?.toLowerCase() ?? "";
    const isOne = word.kind === "WORD" && right.kind === "LPAR" && contract.data.language.quantifiers.includes(name);
    const at = word.at + word.text.length - name.length;
    return isOne ? [broken(contract, "wrong-operator", at, "quantifier", null, { name })] : [];
  },

  /** An `in` that is negated, or whose list is not in parentheses. Others can be parsed. */
  function memberships(contract, root, left, word, right) {
    if (word.kind !== "WORD" || word.text.toLowerCase() !== "in") return [];
    const isNegated = left.kind === "NOT";
    const isListed = ["NUMBER", "TEXT"].includes(right.kind) || /^[[{]/.test(right.text);
    if (!isNegated && !(isListed && foundOf(contract, root, left))) return [];
    return [broken(contract, "wrong-operator", isNegated ? left.at : word.at, "in")];
  },
];

/**
 * @param {Contract} contract
 * @param {string} root
 * @param {Word} word
 */
function isNumber(contract, root, word) {
  const kind = foundOf(contract, root, word)?.kind;
  return word.kind === "NUMBER" || kind === "integer" || kind === "number";
}

/**
 * @param {Contract} contract
 * @param {string} root
 * @param {Word} word
 */
function foundOf(contract, root, { kind, text }) {
  const found = kind === "WORD" ? follow(contract, root, text, "plain") : null;
  return found instanceof Found ? found : null;
}
