/** Where the site explains the property that a finding is about. */

import contract from "../unimicro-schema/data/contract.js";

/** @typedef {import("../unimicro-schema/contract.js").Property} Property */

const SITE = new URL("../../", import.meta.url);

/**
 * The URL of a page of the site.
 *
 * @param {string} path
 */
export function page(path) {
  return new URL(path, SITE).href;
}

/**
 * The place that explains the property of a finding, or what was meant by it, or the nearest object around it: in this page if
 * it is there, else in the page of its entity. Null where none of it is known.
 *
 * @param {string} model The entity of the body.
 * @param {{ pointer: string, suggestion: string | null }} finding
 * @param {{ isRequest: boolean, errors: string[] }} about Whether the body is a request, and the entities that are errors.
 * @returns {string | null}
 */
export function explained(model, { pointer, suggestion }, { isRequest, errors }) {
  const meant = suggestion ? pointer.replace(/[^/]*$/, suggestion.replaceAll(".", "/")) : pointer;
  const ids = [];
  /** @type {string | undefined} */
  let entity = model;
  let found = null;
  for (const token of meant.split("/").slice(1)) {
    if (/^\d+$/.test(token)) continue;
    /** @type {Property | undefined} */
    const property = contract.entities[entity ?? ""]?.properties[token];
    if (!property) break;
    ids.push(token.toLowerCase());
    found = `reference/${errors.includes(entity ?? "") ? "errors" : "entities"}/${entity}/#property-${token.toLowerCase()}`;
    entity = property.entity;
  }
  if (found === null) return null;
  const here = ["body", ...ids].join("-");
  return isRequest && document.getElementById(here) ? `#${here}` : page(found);
}
