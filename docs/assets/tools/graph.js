/** The graph of the contract's entities, as paths that a query can name: of related objects, and of fields. */

import contract from "../unimicro-schema/data/contract.js";

const DEPTH = 5;
const RELATED = ["entity", "list"];
const BOOKKEEPING = "bookkeeping";

/**
 * @typedef {import("../unimicro-schema/contract.js").Property} Property
 * @typedef {{ path: string, property: Property }} Step A path from an entity, and the property at its end.
 */

/**
 * The paths from an entity to related objects, the shorter first.
 *
 * @param {string} root
 * @returns {Generator<Step>}
 */
export function* relations(root) {
  let level = [{ path: "", entity: root }];
  for (let depth = 0; depth < DEPTH && level.length > 0; depth += 1) {
    const next = [];
    for (const { path, entity } of level) {
      for (const step of properties(entity, path)) {
        if (!RELATED.includes(step.property.kind)) continue;
        yield step;
        next.push({ path: step.path, entity: step.property.entity ?? "" });
      }
    }
    level = next;
  }
}

/**
 * The paths from an entity to fields: its own, those of the objects at the paths of `nearer`, and then all others, the shorter
 * first.
 *
 * @param {string} root
 * @param {string[]} [nearer]
 * @returns {Generator<Step>}
 */
export function* fields(root, nearer = []) {
  yield* plain(root, "");
  for (const path of nearer) yield* plain(follow(root, path)?.entity ?? "", path);
  for (const { path, property } of relations(root)) {
    if (!nearer.includes(path)) yield* plain(property.entity ?? "", path);
  }
}

/**
 * The property at the end of a path; undefined where the contract has none.
 *
 * @param {string} root
 * @param {string} path
 * @returns {Property | undefined}
 */
export function follow(root, path) {
  let entity = root;
  let found;
  for (const name of path.split(".")) {
    found = contract.entities[entity]?.properties[name];
    entity = found?.entity ?? "";
  }
  return found;
}

/**
 * @param {string} entity
 * @param {string} path
 */
function* plain(entity, path) {
  for (const step of properties(entity, path)) {
    if (!RELATED.includes(step.property.kind)) yield step;
  }
}

/**
 * @param {string} entity
 * @param {string} path
 * @returns {Step[]}
 */
function properties(entity, path) {
  return Object.entries(contract.entities[entity]?.properties ?? {})
    .filter(([, { role }]) => role !== BOOKKEEPING)
    .map(([name, property]) => ({ path: path ? `${path}.${name}` : name, property }));
}
