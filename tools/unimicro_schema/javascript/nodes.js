/**
 * Schemas as the walk reads them: references resolved, each node made when a payload first leads to it, and then kept.
 *
 * @import { Definitions, Schema } from "./contract.js"
 * @import { Json } from "./values.js"
 *
 * @typedef {object} Test
 * @property {string} keyword
 * @property {(argument: any, value: any) => boolean} holds
 * @property {any} argument
 */

import { KEYS, PLAIN, allowed, nameOf, schemaOfKey } from "./keywords.js";
import { kindOf } from "./values.js";

const NESTED = ["not", "items", "anyOf", "if"];

/** A schema, and the entity that it is or is in; "" if none. */
export class Node {
  /**
   * @param {Nodes} nodes
   * @param {Schema | null} schema null where no value is right
   * @param {string} entity
   * @param {boolean} nullable whether null is right, whatever the schema says
   */
  constructor(nodes, schema, entity, nullable) {
    const known = schema ?? {};
    this.nodes = nodes;
    this.schema = schema;
    this.entity = entity;
    this.nullable = nullable;
    /** The keywords that hold other schemas, those for keys as one. */
    this.nested = NESTED.filter((keyword) => keyword in known);
    if (KEYS.some((keyword) => keyword in known)) this.nested.push("properties");
    /** By each type that a value may have, the keywords that look at nothing but the value. */
    this.tests = testsOf(known);
    if (nullable) this.tests.null = [];
    this.isLeaf = schema !== null && this.nested.length === 0;
    /** @type {Map<string, Node>} */
    this.properties = new Map();
  }

  /**
   * Whether a glance is enough to see that a value is right: not so for objects, and for lists with items.
   *
   * @param {Json} value
   */
  passes(value) {
    if (!this.isLeaf) return this.nullable && value === null;
    const tests = this.tests[kindOf(value)];
    if (!tests) return false;
    for (const { holds, argument } of tests) if (!holds(argument, value)) return false;
    return true;
  }

  /**
   * The node of a schema that is a part of this one.
   *
   * @param {Schema | boolean} schema
   */
  inside(schema) {
    return this.nodes.of(schema, this.entity);
  }

  /**
   * The node for the value that a key of an object has.
   *
   * @param {string} key
   */
  ofKey(key) {
    const known = this.properties.get(key);
    if (known) return known;
    const schema = this.schema ?? {};
    const made = this.inside(schemaOfKey(schema, key));
    if (Object.hasOwn(schema.properties ?? {}, key)) this.properties.set(key, made);
    return made;
  }
}

/**
 * @param {Schema} schema
 * @returns {Record<string, Test[]>}
 */
function testsOf(schema) {
  const plain = Object.entries(schema).flatMap(([keyword, argument]) => {
    const known = PLAIN[keyword];
    return known ? [{ keyword, argument, ...known }] : [];
  });
  return Object.fromEntries(
    allowed(schema.type).map((kind) => [kind, plain.filter(({ kinds }) => kinds.includes(kind))]),
  );
}

/** The nodes of a schema. */
export class Nodes {
  /**
   * @param {Schema} schema
   * @param {Definitions} definitions
   */
  constructor(schema, definitions) {
    this.definitions = definitions;
    /** @type {Map<string, Node>} */
    this.made = new Map();
    this.root = this.of(schema, "");
  }

  /**
   * The node of a schema that is a part of that of an entity.
   *
   * @param {Schema | boolean} schema
   * @param {string} entity
   * @param {boolean} [nullable]
   * @returns {Node}
   */
  of(schema, entity, nullable = false) {
    if (typeof schema === "boolean") return new Node(this, schema ? {} : null, entity, nullable);
    if (schema.$ref !== undefined) {
      const name = nameOf(schema.$ref);
      const key = `${name} ${nullable}`;
      const known = this.made.get(key);
      if (known) return known;
      const made = this.of(this.definitions[name] ?? false, name, nullable);
      this.made.set(key, made);
      return made;
    }
    const ways = schema.oneOf ?? schema.anyOf;
    if (ways?.some(isNull)) return this.of(ways.find((/** @type {Schema} */ way) => !isNull(way)), entity, true);
    return new Node(this, schema, entity, nullable);
  }
}

/** @param {Schema} schema */
function isNull(schema) {
  return schema.type === "null";
}
