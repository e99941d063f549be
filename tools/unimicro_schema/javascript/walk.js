/**
 * Names the defects of a payload: a walk over the keywords that the schemas of the contract are written in.
 *
 * A value of the wrong type is one defect; consequences of its type are not reported. Nothing recurses.
 *
 * @import { Contract, Schema } from "./contract.js"
 * @import { Defect } from "./defects.js"
 * @import { Node, Nodes } from "./nodes.js"
 * @import { Json, Place } from "./values.js"
 *
 * @typedef {object} Visit A value at its path, and what it must be.
 * @property {Node} node
 * @property {Json} value
 * @property {Place} path
 *
 * @typedef {Visit | Defect} Step
 */

import { fits } from "./conditions.js";
import { encode } from "./pointers.js";
import { suggest } from "./suggestions.js";
import { isObject, kindOf, lengthOf } from "./values.js";

/**
 * Everything that is wrong with a value, in its own order. Nothing if it is valid.
 *
 * @param {Contract} contract
 * @param {Nodes} nodes
 * @param {Json} value
 * @returns {Defect[]}
 */
export function defectsOf(contract, nodes, value) {
  /** @type {Defect[]} */
  const found = [];
  /** @type {Step[]} */
  const waiting = [{ node: nodes.root, value, path: [] }];
  for (let step = waiting.pop(); step; step = waiting.pop()) {
    if ("rule" in step) found.push(step);
    else waiting.push(...stepsOf(contract, step).reverse());
  }
  const mistyped = new Set(
    found.filter(({ rule }) => rule === "wrong-type" || rule === "null-not-allowed").map(({ path }) => encode(path)),
  );
  return found.filter((defect) => !follows(contract, defect, mistyped));
}

/**
 * What is wrong with a value itself, and what in it is to be visited.
 *
 * @param {Contract} contract
 * @param {Visit} visit
 * @returns {Step[]}
 */
function stepsOf(contract, visit) {
  const { node, value, path } = visit;
  if (node.schema === null) return [{ rule: "unknown-shape", path, sentence: "shape" }];
  const kind = kindOf(value);
  const tests = node.tests[kind];
  if (!tests) return [mistyped(contract, node.schema.type, kind, path)];
  /** @type {Step[]} */
  const steps = [];
  for (const { keyword, holds, argument } of tests) {
    if (!holds(argument, value)) steps.push(...(NAMED[keyword]?.(argument, value, path, contract) ?? []));
  }
  if (value === null && node.nullable) return steps;
  for (const keyword of node.nested) INSIDE[keyword]?.(visit, node.schema, contract, steps);
  return steps;
}

/**
 * @param {Contract} contract
 * @param {string | string[]} types
 * @param {string} kind
 * @param {Place} path
 * @returns {Defect}
 */
function mistyped(contract, types, kind, path) {
  const expected = [types].flat().map((name) => contract.types[name]).join(" or ");
  if (kind === "null") return { rule: "null-not-allowed", path, sentence: "null", values: { expected } };
  return { rule: "wrong-type", path, sentence: "type", values: { expected, kind: contract.types[kind] ?? kind } };
}

/**
 * The defects for each keyword that looks at nothing but the value, if the value does not keep to it.
 *
 * @type {Record<string, (argument: any, value: any, path: Place, contract: Contract) => Defect[]>}
 */
const NAMED = {
  enum: (codes, _, path) => [{ rule: "not-in-enum", path, sentence: "code", values: { codes: codes.join(", ") } }],
  maxLength: (limit, value, path) => [
    { rule: "too-long", path, sentence: "text", values: { length: lengthOf(value), limit } },
  ],
  minimum: (limit, _, path) => [{ rule: "out-of-range", path, sentence: "minimum", values: { limit } }],
  maximum: (limit, _, path) => [{ rule: "out-of-range", path, sentence: "maximum", values: { limit } }],
  pattern: (pattern, _, path, contract) => [
    { rule: "bad-format", path, sentence: "format", values: { format: contract.formats.get(pattern) ?? pattern } },
  ],
  required: (keys, value, path) =>
    keys
      .filter((/** @type {string} */ key) => !value.has(key))
      .map((/** @type {string} */ key) => ({ rule: "missing-key", path, sentence: "missing", values: { key } })),
};

/**
 * What is found inside a value by each keyword that holds other schemas.
 *
 * @type {Record<string, (visit: Visit, schema: Schema, contract: Contract, steps: Step[]) => void>}
 */
const INSIDE = {
  not({ node, value, path }, schema, _, steps) {
    if (fits(schema.not, value, node.nodes.definitions)) steps.push({ rule: "wrong-type", path, sentence: "quoted" });
  },

  items({ node, value, path }, schema, _, steps) {
    if (!Array.isArray(value) || value.length === 0) return;
    const inner = node.inside(schema.items);
    for (const [index, item] of value.entries()) {
      if (!inner.passes(item)) steps.push({ node: inner, value: item, path: [...path, index] });
    }
  },

  anyOf({ node, value, path }, schema, contract, steps) {
    const { definitions } = node.nodes;
    if (schema.anyOf.some((/** @type {Schema} */ way) => fits(way, value, definitions))) return;
    const { entity } = node;
    const ways = contract.entity(entity).identity.join(" or ");
    steps.push({ rule: "missing-identity", path, sentence: "missing", values: { ways, entity } });
  },

  if({ node, value, path }, schema, _, steps) {
    const branch = fits(schema.if, value, node.nodes.definitions) ? schema.then : schema.else;
    steps.push({ node: node.inside(branch ?? true), value, path });
  },

  properties({ node, value, path }, _, contract, steps) {
    if (!isObject(value)) return;
    for (const [key, item] of value) {
      const inner = node.ofKey(key);
      if (inner.schema === null) {
        const { entity } = node;
        const suggestion = suggest(contract, entity, key);
        const values = { entity };
        steps.push({ rule: "unknown-key", path: [...path, key], sentence: "unknown", values, isKey: true, suggestion });
      } else if (!inner.passes(item)) {
        steps.push({ node: inner, value: item, path: [...path, key] });
      }
    }
  },
};

/**
 * Whether a defect only follows from a value of the wrong type: an identity that is there but mistyped.
 *
 * @param {Contract} contract
 * @param {Defect} defect
 * @param {Set<string>} mistyped
 */
function follows(contract, { rule, path, values }, mistyped) {
  if (rule !== "missing-identity") return false;
  return contract.entity(String(values?.entity)).identity.some((way) => {
    const keys = way.split(".");
    return keys.some((_, index) => mistyped.has(encode([...path, ...keys.slice(0, index + 1)])));
  });
}
