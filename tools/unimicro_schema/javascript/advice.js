/**
 * Advice on what is sent: valid, but probably not what was meant. All of it follows from the extensions of the contract.
 *
 * What there is to look at in each entity is worked out once, and the loop only asks whether any of it is there.
 *
 * @import { Contract, Property } from "./contract.js"
 * @import { Defect } from "./defects.js"
 * @import { Marked } from "./newcomers.js"
 * @import { Json, JsonObject, Place } from "./values.js"
 *
 * @typedef {object} Waiting An object that is still to be looked at.
 * @property {JsonObject} node
 * @property {Place} path
 * @property {Plan} plan
 * @property {boolean} updating
 *
 * @typedef {object} Watch A property that there is something to look at in; null or "" where there is none.
 * @property {((text: string) => import("./identifiers.js").Wrong | null) | null} check
 * @property {Pick<Defect, "rule" | "sentence" | "values" | "isKey"> | null} deprecated
 * @property {string} entity That of the objects that it holds.
 * @property {string} foreignKey The properties beside it that may name its object a second time.
 * @property {string} listed
 */

import { CHECKS } from "./identifiers.js";
import { ofNew, unfit } from "./newcomers.js";
import { encode } from "./pointers.js";
import { isNearly } from "./suggestions.js";
import { isEqual, isObject, isSaid } from "./values.js";

/**
 * What to look at twice in a payload that is sent: one object of an entity, or a list of them.
 *
 * `updates` if the request changes what exists, so that a new child needs a mark of its own. In a list that holds for the
 * objects that have an id.
 *
 * @param {Contract} contract
 * @param {Json} value
 * @param {string} entity
 * @param {boolean} updates
 * @returns {Defect[]}
 */
export function advise(contract, value, entity, updates) {
  const plan = planOf(contract, entity);
  const found = ofNew(contract, value, entity, updates);
  /** @type {Marked[]} */
  const marks = [];
  const waiting = isObject(value) ? [{ node: value, path: [], plan, updating: updates }] : listed(value, [], plan, updates);
  if (!isObject(value)) for (const item of waiting) item.updating &&= isId(item.node.get(plan.id));
  const depth = isObject(value) ? 0 : 1;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, path, updating } = next;
    found.push(...next.plan.noted(node, path));
    if (updating && path.length > depth && !next.plan.marks(node) && !next.plan.triesToMark(node)) {
      found.push(next.plan.unmarked(path));
    }
    found.push(...next.plan.notSaid(node, path), ...next.plan.zero(node, path));
    const mark = node.get(next.plan.createGuid);
    if (mark !== undefined && isSaid(mark)) marks.push({ mark, path, node, plan: next.plan });
    for (const [key, watch] of next.plan.watched) {
      const item = node.get(key);
      if (!isSaid(item)) continue;
      if (watch.deprecated) found.push({ ...watch.deprecated, path: [...path, key] });
      const wrong = typeof item === "string" ? watch.check?.(item) : null;
      if (wrong) found.push({ ...wrong, path: [...path, key] });
      if (!watch.entity) continue;
      const inner = planOf(contract, watch.entity);
      if (isObject(item)) {
        found.push(...inner.standingTwice(node, item, path, key, watch));
        waiting.push({ node: item, path: [...path, key], plan: inner, updating });
      } else {
        waiting.push(...listed(item, [...path, key], inner, updating));
      }
    }
  }
  const repeated = new Set(found.filter(({ rule }) => rule === "repeated-default").map(({ path }) => encode(path)));
  found.push(...unfit(marks.filter(({ path }) => !repeated.has(encode(path)))));
  return [...new Map(found.reverse().map((defect) => [`${defect.rule} ${encode(defect.path)}`, defect])).values()];
}

/** @param {Json | undefined} value */
function isId(value) {
  return (typeof value === "number" || typeof value === "bigint") && value > 0;
}

/**
 * The objects of a list, each at its path.
 *
 * @param {Json | undefined} item
 * @param {Place} path
 * @param {Plan} plan
 * @param {boolean} updating
 * @returns {Waiting[]}
 */
function listed(item, path, plan, updating) {
  const children = Array.isArray(item) ? item : [];
  return children.flatMap((child, index) =>
    isObject(child) ? [{ node: child, path: [...path, index], plan, updating }] : [],
  );
}

/**
 * @param {Contract} contract
 * @param {string} entity
 */
function planOf(contract, entity) {
  return contract.once(`plan ${entity}`, () => new Plan(contract.entity(entity).properties));
}

/** What there is to look at in an object of an entity. */
class Plan {
  /** @param {Record<string, Property>} properties */
  constructor(properties) {
    const entries = Object.entries(properties);
    /** @param {string} wanted */
    const named = (wanted) => entries.findLast(([, { role }]) => role === wanted)?.[0] ?? "";
    this.names = new Set(Object.keys(properties));
    this.id = named("id");
    this.createGuid = named("create-guid");
    this.roles = new Set(entries.filter(([, { role }]) => role).map(([name]) => name));
    this.recommended = entries.filter(([, { recommended }]) => recommended);
    this.zeros = entries.filter(([, { zero }]) => zero);
    this.watched = entries
      .filter(([, { entity, check, deprecated }]) => entity || check || deprecated)
      .map(([name, property]) => /** @type {const} */ ([name, watchOf(property)]));
  }

  /**
   * The names that begin with an underscore and that the contract does not know: a client's notes, or a slip.
   *
   * @param {JsonObject} node
   * @param {Place} path
   * @returns {Defect[]}
   */
  noted(node, path) {
    /** @type {Defect[]} */
    const found = [];
    for (const key of node.keys()) {
      if (!key.startsWith("_") || this.names.has(key)) continue;
      const suggestion = this.createGuid && isNearly(key, [this.createGuid]) ? this.createGuid : null;
      const sentence = suggestion ? "slip" : "note";
      const values = { mark: suggestion };
      found.push({ rule: "bookkeeping-key", path: [...path, key], sentence, values, isKey: true, suggestion });
    }
    return found;
  }

  /**
   * What a new object should say, but leaves out or sets to 0. Under nearly its name it is a finding already.
   *
   * @param {JsonObject} node
   * @param {Place} path
   * @returns {Defect[]}
   */
  notSaid(node, path) {
    if (this.recommended.length === 0 || isSaid(node.get(this.id))) return [];
    return this.recommended
      .filter(([key]) => !isSaid(node.get(key)) && !this.hasSlip(node, key))
      .map(([key, { recommended: rule = "" }]) =>
        node.has(key)
          ? { rule, path: [...path, key], sentence: "open", values: { key } }
          : { rule, path, sentence: "missing", values: { key } },
      );
  }

  /**
   * The numbers that are 0, which cannot be intended.
   *
   * @param {JsonObject} node
   * @param {Place} path
   * @returns {Defect[]}
   */
  zero(node, path) {
    const exists = isId(node.get(this.id));
    return this.zeros
      .filter(([key, { zero }]) => node.get(key) === 0 && (zero === "none" || exists))
      .map(([key, { zero }]) => {
        const rule = zero === "none" ? "zero-foreign-key" : "zero-in-update";
        return { rule, path: [...path, key], sentence: "zero" };
      });
  }

  /**
   * Whether an object says that it exists, or has the mark of a new one.
   *
   * @param {JsonObject} node
   */
  marks(node) {
    return !this.createGuid || isSaid(node.get(this.id)) || isSaid(node.get(this.createGuid));
  }

  /**
   * Whether the mark is there, but holds what it may not, or has a slip in its name: that is a finding of its own.
   *
   * @param {JsonObject} node
   */
  triesToMark(node) {
    return (node.get(this.createGuid) ?? null) !== null || this.hasSlip(node, this.createGuid);
  }

  /**
   * @param {JsonObject} node
   * @param {string} name
   */
  hasSlip(node, name) {
    return [...node.keys()].some((key) => !this.names.has(key) && isNearly(key, [name]));
  }

  /**
   * The advice that a new child has no mark.
   *
   * @param {Place} path
   * @returns {Defect}
   */
  unmarked(path) {
    return { rule: "create-guid-missing", path, sentence: "missing", values: { id: this.id, mark: this.createGuid } };
  }

  /**
   * Whether the object of a property disagrees with its foreign key, and where the list repeats it.
   *
   * @param {JsonObject} node
   * @param {JsonObject} item
   * @param {Place} path
   * @param {string} name
   * @param {Watch} watch
   * @returns {Defect[]}
   */
  standingTwice(node, item, path, name, { foreignKey, listed: list }) {
    /** @type {Defect[]} */
    const found = [];
    const key = foreignKey ? node.get(foreignKey) : undefined;
    if (isId(key) && !isEqual(item.get(this.id), key)) {
      const values = { id: this.id, key: foreignKey };
      found.push({ rule: "foreign-key-mismatch", path: [...path, name], sentence: "mismatch", values });
    }
    for (const other of list ? listed(node.get(list), [...path, list], this, false) : []) {
      if (!isSaid(other.node.get(this.id)) && this.isSame(item, other.node)) {
        found.push({ rule: "repeated-default", path: other.path, sentence: "repeated", values: { slot: name } });
      }
    }
    return found;
  }

  /**
   * Whether two new objects are the same: by the mark of a new object, or by all their properties.
   *
   * @param {JsonObject} one
   * @param {JsonObject} other
   */
  isSame(one, other) {
    const mark = one.get(this.createGuid);
    if (isSaid(mark) && isEqual(mark, other.get(this.createGuid))) return true;
    const said = this.said(one);
    return said.size > 0 && isEqual(said, this.said(other));
  }

  /**
   * @param {JsonObject} item
   * @returns {JsonObject}
   */
  said(item) {
    return new Map(
      [...item].filter(([key, value]) => value !== null && !this.roles.has(key) && !key.startsWith("_")),
    );
  }
}

/**
 * @param {Property} property
 * @returns {Watch}
 */
function watchOf({ check, deprecated, replaced_by, entity, foreign_key, not_repeated_in }) {
  const sentence = replaced_by ? "replaced" : "deprecated";
  const values = { instead: replaced_by ?? null };
  return {
    check: (check && CHECKS[check]) || null,
    deprecated: deprecated ? { rule: "deprecated-field", sentence, values, isKey: true } : null,
    entity: entity ?? "",
    foreignKey: foreign_key ?? "",
    listed: not_repeated_in ?? "",
  };
}
