/**
 * What the modules know of the contract: the data that the package carries, or a part of it.
 *
 * @typedef {Record<string, any>} Schema A part of a JSON Schema.
 * @typedef {Record<string, Schema>} Definitions
 *
 * @typedef {object} Property A property of an entity. What is absent does not hold.
 * @property {string} kind
 * @property {string} [entity]
 * @property {Record<string, number>} [codes]
 * @property {string} [format]
 * @property {string} [foreign_key]
 * @property {boolean} [not_null]
 * @property {string} [not_repeated_in]
 * @property {string} [check]
 * @property {string} [recommended]
 * @property {boolean} [deprecated]
 * @property {string} [replaced_by]
 * @property {string} [role]
 * @property {string} [zero]
 * @property {string} [digits_in]
 *
 * @typedef {object} Entity
 * @property {boolean} open
 * @property {string[]} identity
 * @property {string[]} [new_identity]
 * @property {Record<string, Property>} properties
 *
 * @typedef {object} Body
 * @property {string} model
 * @property {boolean} list
 * @property {string} pool
 * @property {Schema} schema
 *
 * @typedef {object} Parameter
 * @property {string} name
 * @property {"path" | "query"} location
 * @property {boolean} required
 * @property {string} type
 * @property {Record<string, number>} codes
 * @property {number | null} minimum
 * @property {number | null} max_length
 * @property {string | null} check
 *
 * @typedef {object} Operation
 * @property {string} id
 * @property {string} method
 * @property {string} path
 * @property {string | null} action
 * @property {string} summary
 * @property {Parameter[]} parameters
 * @property {Body | null} request
 * @property {Record<string, { description: string, body: Body | null }>} responses
 *
 * @typedef {object} Rule
 * @property {string} id
 * @property {"error" | "advice"} severity
 * @property {Record<string, string>} sentences
 *
 * @typedef {object} Rules
 * @property {Rule[]} rules
 * @property {Record<"types" | "formats" | "lookups", Record<string, string>>} words
 *
 * @typedef {object} KnownError A documented error body.
 * @property {string} name
 * @property {string} title
 * @property {string[]} message The pointers of its messages, with wildcards.
 * @property {string} [property] The key beside a message that names the wrong property.
 * @property {string} cause
 * @property {string} action
 * @property {string} retry
 * @property {string[]} statuses
 * @property {{ keys?: string[], "any-key"?: string[], kind?: string, anywhere?: string } | null} recognised_by
 *
 * @typedef {object} Explanations What is said of error bodies.
 * @property {KnownError[]} errors
 * @property {Record<string, { summary: string, remedy: string }>} rules The words of rules that are said of error bodies too.
 * @property {Record<string, string>} retry
 * @property {Record<string, string>} sentences
 * @property {Record<string, { title: string, cause: string, action: string }>} answers
 * @property {string} foreign_key
 * @property {{ pattern: string, title: string, sentence: string, said: string | null, answer?: string }[]} not_json
 * @property {string[]} texts
 * @property {string[]} by_property
 * @property {string} parameter
 * @property {{ error?: string, keys?: string[], title: string, cause: string, action: string, retry: string }[]} others
 *
 * @typedef {object} Language The words of the query language.
 * @property {string[]} operators
 * @property {string[]} patterns The operators that search text.
 * @property {string[]} functions
 * @property {string[]} statistics
 * @property {string[]} arithmetic
 * @property {string[]} quantifiers
 * @property {string[]} directions
 * @property {Record<string, string>} flags What is written for true and false.
 * @property {Record<string, Record<string, string>>} meant What other languages write, by the kind of the word.
 * @property {string} moment What a date in a query looks like, as a pattern.
 *
 * @typedef {object} Data
 * @property {Operation[]} operations
 * @property {Record<string, Entity>} entities
 * @property {Rules} rules
 * @property {Explanations} explanations
 * @property {Language} language
 * @property {Record<string, string>} updates The sentences about updates that cannot be made.
 * @property {Record<string, string>} patterns The pattern of each format.
 * @property {string} docs What the paths of the documentation begin with.
 * @property {Record<string, Definitions>} pools The definitions of bodies; only those that are loaded.
 */

import { Nodes } from "./nodes.js";

/** The contract, or the part of it whose data is at hand. What is worked out from the data is worked out once. */
export class Contract {
  /** @param {Data} data */
  constructor(data) {
    this.data = data;
    this.rules = new Map(data.rules.rules.map((rule) => [rule.id, rule]));
    this.types = data.rules.words.types;
    /** What a text must be, by the pattern of its format. */
    this.formats = new Map(
      Object.entries(data.patterns).map(([name, pattern]) => [pattern, data.rules.words.formats[name] ?? name]),
    );
    /** @type {Map<string, unknown>} */
    this.made = new Map();
  }

  /**
   * What `make` gives for a key; it is made once.
   *
   * @template T
   * @param {string} key
   * @param {() => T} make
   * @returns {T}
   */
  once(key, make) {
    if (!this.made.has(key)) this.made.set(key, make());
    return /** @type {T} */ (this.made.get(key));
  }

  /**
   * @param {string} id
   * @returns {Rule}
   */
  rule(id) {
    return /** @type {Rule} */ (this.rules.get(id));
  }

  /**
   * A sentence of a rule, its placeholders filled.
   *
   * @param {string} rule
   * @param {string} sentence
   * @param {Record<string, string | number | null>} [values]
   * @returns {string}
   */
  say(rule, sentence, values = {}) {
    return filled(this.rule(rule).sentences[sentence], values);
  }

  /**
   * What is said of a name that is not known.
   *
   * @param {string} sentence
   * @param {Record<string, string | number | null>} values
   */
  lookup(sentence, values) {
    return filled(this.data.rules.words.lookups[sentence], values);
  }

  /**
   * The page and anchor that explain a rule.
   *
   * @param {string} rule
   */
  docs(rule) {
    return `${this.data.docs}reference/findings/#${rule}`;
  }

  /**
   * An entity by its name.
   *
   * @param {string} name
   * @returns {Entity}
   */
  entity(name) {
    const { entities } = this.data;
    return (Object.hasOwn(entities, name) && entities[name]) || { open: true, identity: [], properties: {} };
  }

  /**
   * What names the defects of a body.
   *
   * @param {string} pool
   * @param {Schema} schema
   */
  nodes(pool, schema) {
    return this.once(`nodes ${pool} ${JSON.stringify(schema)}`, () => new Nodes(schema, this.data.pools[pool] ?? {}));
  }
}

/**
 * A sentence with its placeholders filled.
 *
 * @param {string | undefined} template
 * @param {Record<string, string | number | null>} values
 */
export function filled(template, values) {
  return (template ?? "").replaceAll(/\{(\w+)\}/g, (_, name) => String(values[name]));
}
