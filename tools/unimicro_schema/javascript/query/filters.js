/**
 * Judges a filter: every name, operator, function and value of its conditions.
 *
 * A condition on a property of a related object needs no `expand`.
 *
 * @import { Contract } from "../contract.js"
 * @import { Flaw, Judged } from "./flaws.js"
 * @import { Operand } from "./operands.js"
 * @import { Condition } from "./parser.js"
 */

import { nearest } from "../suggestions.js";
import { comparisonFlaw, objectFlaw } from "./comparisons.js";
import { broken, isLikeAnOperator, shown } from "./flaws.js";
import { follow } from "./lookup.js";
import { parseFilter } from "./parser.js";
import { Found } from "./paths.js";
import { unavailable } from "./unavailable.js";

/**
 * What is wrong with a filter on an entity.
 *
 * @param {Contract} contract
 * @param {string} root
 * @param {string} value
 * @returns {Judged}
 */
export function checkFilter(contract, root, value) {
  const flaw = unavailable(contract, root, value);
  if (flaw) return { flaws: [flaw] };
  const conditions = parseFilter(contract, value);
  if (!Array.isArray(conditions)) return { flaws: [conditions] };
  const check = new FilterCheck(contract, root);
  return { flaws: conditions.flatMap((condition) => check.ofCondition(condition)) };
}

/** The checks of the conditions of a filter. */
class FilterCheck {
  /**
   * @param {Contract} contract
   * @param {string} root
   */
  constructor(contract, root) {
    this.contract = contract;
    this.root = root;
    this.language = contract.data.language;
    this.functions = new Map(this.language.functions.map((name) => [name.toLowerCase(), name]));
  }

  /**
   * @param {Condition} condition
   * @returns {Flaw[]}
   */
  ofCondition({ left, operator, right }) {
    return operator ? this.ofComparison(left, operator, right) : this.ofAlone(left);
  }

  /**
   * @param {Operand} left
   * @param {Operand} operator
   * @param {Operand} right
   * @returns {Flaw[]}
   */
  ofComparison(left, operator, right) {
    const { contract, root } = this;
    const isKnown = this.language.operators.includes(operator.text.toLowerCase());
    const flaws = isKnown ? [] : [this.operatorFlaw(left, operator, right)];
    const malformed = [left, right].flatMap((side) => this.malformed(side, isKnown));
    flaws.push(...malformed);
    /** @type {Map<Operand, Found | Flaw>} */
    const names = new Map();
    for (const side of [left, right]) {
      if (side.kind === "name") names.set(side, follow(contract, root, side.text, "plain", side.at));
    }
    const isJudged = isKnown && malformed.length === 0;
    if (isJudged && names.size === 0) {
      const meant = left.kind === "text" ? follow(contract, root, left.text, "plain") : null;
      flaws.push(broken(contract, "bad-syntax", left.at, "no-field", meant instanceof Found ? String(meant) : null));
    }
    // A word that is not a field, compared with one that is, is text without its quotes.
    const atRight = left.kind === "name" ? names.get(right) : undefined;
    if (atRight && !(atRight instanceof Found) && atRight.at === right.at) names.delete(right);
    /** @type {Map<Operand, Found>} */
    const fields = new Map();
    for (const [side, found] of names) {
      if (found instanceof Found) fields.set(side, found);
      else flaws.push(found);
    }
    if (isJudged && fields.size > 0) {
      const flaw = comparisonFlaw({ contract, left, operator, right, fields });
      if (flaw) flaws.push(flaw);
    } else if (isJudged && right.kind === "name" && !names.has(right)) {
      flaws.push(broken(contract, "wrong-literal", right.at, "quotes", "'...'"));
    }
    return flaws;
  }

  /**
   * A condition that is not compared with anything: right for a function, and for nothing else.
   *
   * @param {Operand} alone
   * @returns {Flaw[]}
   */
  ofAlone(alone) {
    if (alone.kind === "call") return this.ofCall(alone);
    const malformed = this.malformed(alone, true);
    if (malformed.length > 0) return malformed;
    const found = alone.kind === "name" ? follow(this.contract, this.root, alone.text, "plain") : null;
    const hint = found instanceof Found && found.kind === "boolean" ? `${found} eq true` : null;
    return [broken(this.contract, "bad-syntax", alone.at, "no-comparison", hint)];
  }

  /**
   * @param {Operand} call
   * @returns {Flaw[]}
   */
  ofCall(call) {
    const { contract, root } = this;
    const name = this.functions.get(call.text.toLowerCase());
    if (name === undefined) {
      const found = call.items.flatMap((item) =>
        item.kind === "name" ? [follow(contract, root, item.text, "plain", item.at)] : [],
      );
      return [this.functionFlaw(call), ...found.flatMap((item) => (item instanceof Found ? [] : [item]))];
    }
    const malformed = call.items.flatMap((item) => this.malformed(item, true));
    if (malformed.length > 0) return malformed;
    const [field, value, ...more] = call.items;
    if (more.length === 0 && field?.kind === "text" && value?.kind === "name") {
      return [broken(contract, "bad-syntax", call.at, "field-first", `${name}(${shown(value.text)}, '...')`, { name })];
    }
    if (more.length > 0 || field?.kind !== "name" || !value) {
      return [broken(contract, "bad-syntax", call.at, "arguments", `${name}(..., '...')`, { name })];
    }
    return this.ofSearch(name, call, field, value);
  }

  /**
   * A function with a field and a value.
   *
   * @param {string} name
   * @param {Operand} call
   * @param {Operand} field
   * @param {Operand} value
   * @returns {Flaw[]}
   */
  ofSearch(name, call, field, value) {
    const { contract } = this;
    const found = follow(contract, this.root, field.text, "plain", field.at);
    const isFound = found instanceof Found;
    const flaw = isFound ? objectFlaw(contract, found, field.at) : null;
    if (flaw) return [flaw];
    if (isFound && found.kind === "boolean") {
      const values = { name, field: String(found) };
      return [broken(contract, "wrong-operator", call.at, "search", `${found} eq ...`, values)];
    }
    const flaws = isFound ? [] : [found];
    if (value.kind !== "text") {
      const hint = `${name}(${isFound ? found : shown(field.text)}, '...')`;
      flaws.push(broken(contract, "wrong-literal", value.at, "quotes", hint));
    }
    return flaws;
  }

  /**
   * What is wrong with one side of a comparison by itself. A list is what an operator wants that is not known.
   *
   * @param {Operand} side
   * @param {boolean} isKnown
   * @returns {Flaw[]}
   */
  malformed(side, isKnown) {
    const { contract } = this;
    switch (side.kind) {
      case "quoted":
        return [broken(contract, "bad-syntax", side.at, "quotes", "'...'")];
      case "unclosed":
        return [broken(contract, "bad-syntax", side.at, "unclosed")];
      case "values":
        return isKnown ? [broken(contract, "bad-syntax", side.at, "parentheses")] : [];
      case "call":
        return this.functions.has(side.text.toLowerCase())
          ? [broken(contract, "bad-syntax", side.at, "compared", null, { name: shown(side.text) })]
          : this.ofCall(side);
      default:
        return [];
    }
  }

  /**
   * @param {Operand} left
   * @param {Operand} operator
   * @param {Operand} right
   * @returns {Flaw}
   */
  operatorFlaw(left, operator, right) {
    const { contract, language } = this;
    const name = operator.text.toLowerCase();
    const { operators = {}, functions = {}, joints = {} } = language.meant;
    if (name === "in" && right.kind === "values") {
      const found = left.kind === "name" ? follow(contract, this.root, left.text, "any") : null;
      const hint = found instanceof Found ? `${found} eq ... or ${found} eq ...` : null;
      return broken(contract, "wrong-operator", operator.at, "in-list", hint);
    }
    if (operator.kind === "joint") return broken(contract, "bad-syntax", operator.at, "joint", of(joints, name), { name });
    const meant = of(operators, name) ?? of(functions, name);
    const sentence = meant !== null || isLikeAnOperator(operator.text) ? "operator" : "no-operator";
    const values = { name: operator.text, names: language.operators.join(", ") };
    return broken(contract, "wrong-operator", operator.at, sentence, meant ?? nearest(name, language.operators), values);
  }

  /**
   * @param {Operand} call
   * @returns {Flaw}
   */
  functionFlaw(call) {
    const { contract, language } = this;
    const name = call.text.toLowerCase();
    if (language.statistics.includes(name)) {
      return broken(contract, "wrong-operator", call.at, "statistics", null, { name });
    }
    const hint = of(language.meant.functions ?? {}, name) ?? nearest(name, language.functions);
    const values = { name: shown(call.text), names: language.functions.join(", ") };
    return broken(contract, "wrong-operator", call.at, "function", hint, values);
  }
}

/**
 * What a table has for a word; null if it does not have it.
 *
 * @param {Record<string, string>} table
 * @param {string} word
 */
function of(table, word) {
  return Object.hasOwn(table, word) ? (table[word] ?? null) : null;
}
