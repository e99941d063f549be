/** The conditions of a filter: as text, and as their parts. */

import { follow } from "./graph.js";

/**
 * @typedef {object} Condition
 * @property {boolean} not
 * @property {string} field
 * @property {string} operator An operator, a function, or one of `NULLS`.
 * @property {string} value As a reader types it.
 * @property {string} [written] The text of one that has no such parts.
 */

/** What compares with null, in words. */
export const NULLS = { "is null": "eq null", "is not null": "ne null" };

const DAY = /^\d{4}-\d\d-\d\d$/;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Reads and writes conditions on the fields of an entity, in a language of operators and functions. */
export class Conditions {
  /**
   * @param {string} root
   * @param {{ operators: string[], functions: string[], patterns: string[] }} language
   */
  constructor(root, language) {
    this.root = root;
    this.language = language;
  }

  /** @param {Condition} condition */
  written({ not, field, operator, value, written }) {
    const text = written ?? this.compared(field, operator, value);
    return not ? `not (${text})` : text;
  }

  /**
   * @param {string} field
   * @param {string} operator
   * @param {string} value
   */
  compared(field, operator, value) {
    const nothing = NULLS[/** @type {keyof typeof NULLS} */ (operator)];
    if (nothing) return `${field} ${nothing}`;
    if (this.language.functions.includes(operator)) return `${operator}(${field},${quoted(value)})`;
    return `${field} ${operator} ${this.isText(field) ? quoted(value) : value.trim()}`;
  }

  /** @param {string} field */
  isText(field) {
    return (follow(this.root, field)?.kind ?? "string") === "string";
  }

  /**
   * A value that a field can be compared with, as a reader types it.
   *
   * @param {string} field
   */
  sample(field) {
    const property = follow(this.root, field);
    const [code] = Object.values(property?.codes ?? {});
    if (code !== undefined) return String(code);
    if (property?.kind === "boolean") return "true";
    return isMoment(property) ? "2000-01-01" : "1";
  }

  /**
   * The conditions of a filter, and what joins them. Where they are nested, the whole is one condition as it is written.
   *
   * @param {string} filter
   * @returns {{ joint: string, conditions: Condition[] }}
   */
  read(filter) {
    for (const joint of ["and", "or"]) {
      const conditions = split(filter, joint).map((part) => this.part(part));
      if (conditions.every(({ written }) => written === undefined)) return { joint, conditions };
    }
    return { joint: "and", conditions: [{ not: false, field: "", operator: "", value: "", written: filter }] };
  }

  /**
   * @param {string} text
   * @returns {Condition}
   */
  part(text) {
    const negated = /^not \((.*)\)$/s.exec(text);
    const inner = negated?.[1] ?? text;
    const found = this.parts(inner);
    const condition = found && { not: negated !== null, ...found };
    return condition && this.written(condition) === text ? condition : { not: false, field: "", operator: "", value: "", written: text };
  }

  /** @param {string} text */
  parts(text) {
    const call = /^(\w+)\(([\w.]+),'(.*)'\)$/s.exec(text);
    if (call) return { operator: call[1] ?? "", field: call[2] ?? "", value: unquoted(call[3] ?? "") };
    const compared = /^([\w.]+) (\w+) (?:'(.*)'|(\S+))$/s.exec(text);
    if (!compared) return null;
    const [, field = "", operator = "", quote, bare = ""] = compared;
    if (quote === undefined && bare === "null") {
      const words = Object.entries(NULLS).find(([, written]) => written === `${operator} null`)?.[0];
      return words === undefined ? null : { field, operator: words, value: "" };
    }
    const value = quote === undefined ? bare : unquoted(quote);
    const isKept = this.language.operators.includes(operator) && this.fits(field, value);
    return isKept ? { field, operator, value } : null;
  }

  /**
   * Whether the box for a value of a field can show a value.
   *
   * @param {string} field
   * @param {string} value
   */
  fits(field, value) {
    const property = follow(this.root, field);
    if (!property) return false;
    if (property.codes && Object.keys(property.codes).length > 0) return Object.values(property.codes).map(String).includes(value);
    if (property.kind === "boolean") return ["true", "false"].includes(value);
    if (isMoment(property)) return DAY.test(value);
    return property.kind === "string" || NUMBER.test(value);
  }
}

/** @param {import("./graph.js").Property | undefined} property */
export function isMoment(property) {
  return property?.format === "date-time";
}

/** @param {string} value */
function quoted(value) {
  return `'${value.replaceAll("'", "''")}'`;
}

/** @param {string} value */
function unquoted(value) {
  return value.replaceAll("''", "'");
}

/**
 * The parts of a filter that a word joins, outside of texts and parentheses.
 *
 * @param {string} filter
 * @param {string} joint
 */
function split(filter, joint) {
  const parts = [""];
  let depth = 0;
  for (const [token] of filter.matchAll(/'(?:[^']|'')*'|[()]|[^'()\s]+|\s+|'/g)) {
    if (token === "(") depth += 1;
    if (token === ")") depth -= 1;
    if (depth === 0 && token.toLowerCase() === joint) parts.push("");
    else parts[parts.length - 1] += token;
  }
  return parts.map((part) => part.trim());
}
