/**
 * Advice on new objects: an id that they cannot have, an empty identity, a mark that is empty or used twice.
 *
 * @import { Contract, Entity } from "./contract.js"
 * @import { Defect } from "./defects.js"
 * @import { Json, JsonObject, Place } from "./values.js"
 *
 * @typedef {object} Marked An object with the mark of a new one, at its path, and what is known of its entity.
 * @property {Json} mark
 * @property {Place} path
 * @property {JsonObject} node
 * @property {{ id: string, createGuid: string, said: (item: JsonObject) => JsonObject }} plan
 */

import { isBlank } from "./identifiers.js";
import { isEqual, isObject, isSaid } from "./values.js";

const EMPTY = "00000000-0000-0000-0000-000000000000";

/**
 * What to look at twice in a new object that is sent, or in the new ones of a list.
 *
 * @param {Contract} contract
 * @param {Json} value
 * @param {string} name
 * @param {boolean} updates
 * @returns {Defect[]}
 */
export function ofNew(contract, value, name, updates) {
  const entity = contract.entity(name);
  if (!entity.new_identity?.length || updates !== Array.isArray(value)) return [];
  const id = Object.entries(entity.properties).find(([, { role }]) => role === "id")?.[0] ?? "";
  /** @type {[Json, Place][]} */
  const items = Array.isArray(value) ? value.map((item, index) => [item, [index]]) : [[value, []]];
  return items.flatMap(([item, path]) => {
    if (!isObject(item)) return [];
    const given = item.get(id);
    /** @type {Defect[]} */
    const found = [];
    if (!updates && (typeof given === "number" || typeof given === "bigint") && given > 0) {
      found.push({ rule: "id-in-create", path: [...path, id], sentence: "given", values: { id } });
    }
    if (!isSaid(given)) found.push(...unidentified(entity, id, item, path));
    return found;
  });
}

/**
 * That nothing identifies a new object, or nothing but spaces.
 *
 * @param {Entity} entity
 * @param {string} id
 * @param {JsonObject} item
 * @param {Place} path
 * @returns {Defect[]}
 */
function unidentified({ identity, new_identity: ways = [] }, id, item, path) {
  const said = ways.map((way) => at(item, way.split("."))).filter((value) => (value ?? "") !== "");
  const values = { ways: ways.join(" or "), id };
  if (said.length > 0 && said.every((value) => typeof value === "string" && isBlank(value))) {
    return [{ rule: "blank-identity", path, sentence: "blank", values }];
  }
  // For a create body it is an error already.
  return said.length > 0 || identity.length > 0 ? [] : [{ rule: "blank-identity", path, sentence: "none", values }];
}

/**
 * @param {Json | undefined} item
 * @param {string[]} way
 * @returns {Json | undefined}
 */
function at(item, way) {
  return way.reduce((/** @type {Json | undefined} */ value, key) => (isObject(value) ? value.get(key) : undefined), item);
}

/**
 * The marks of new objects that are empty, or that are those of other objects too.
 *
 * @param {Marked[]} marks
 * @returns {Defect[]}
 */
export function unfit(marks) {
  /** @type {Map<string, Marked>} */
  const first = new Map();
  /** @type {Defect[]} */
  const found = [];
  /** @param {Marked} marked */
  const order = ({ path }) => path.map((token) => String(token).padStart(9, "0"));
  for (const marked of [...marks].sort((one, other) => compared(order(one), order(other)))) {
    const { mark, path, node, plan } = marked;
    if (typeof mark !== "string" || isSaid(node.get(plan.id))) continue;
    const place = [...path, plan.createGuid];
    if (mark === EMPTY) {
      found.push({ rule: "create-guid-unfit", path: place, sentence: "empty" });
      continue;
    }
    const other = first.get(mark.toLowerCase());
    if (!other) first.set(mark.toLowerCase(), marked);
    else if (other.plan !== plan || !isEqual(plan.said(other.node), plan.said(node))) {
      found.push({ rule: "create-guid-unfit", path: place, sentence: "repeated" });
    }
  }
  return found;
}

/**
 * @param {string[]} one
 * @param {string[]} other
 */
function compared(one, other) {
  const index = one.findIndex((token, at) => token !== other[at]);
  if (index < 0) return one.length - other.length;
  const [left = "", right = ""] = [one[index], other[index]];
  return left < right ? -1 : 1;
}
