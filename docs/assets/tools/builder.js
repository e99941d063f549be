/** Builds a query step by step. What the checker refuses does not become a part of it. */

import { Conditions } from "./conditions.js";
import { element } from "./elements.js";
import { fields, relations } from "./graph.js";
import { written } from "./options.js";
import { picker } from "./picker.js";
import { conditionRow, orderRow, rows } from "./rows.js";
import { found } from "./search.js";

/**
 * @typedef {object} Subject What queries are about.
 * @property {string} root The entity of the response.
 * @property {{ name: string, type: string, minimum: number | null }[]} parameters The options of the operation.
 * @property {{ operators: string[], functions: string[], patterns: string[], directions: string[] }} language
 * @property {(text: string) => { severity: string, message: string }[]} findings What the checker says of a query.
 * @property {(text: string) => Map<string, string>} optionsOf The options of a query by their names.
 */

/**
 * The controls, with the query that they make.
 *
 * @param {Subject} subject
 * @param {() => void} changed
 */
export function builder({ root, parameters, language, findings, optionsOf }, changed) {
  const conditions = new Conditions(root, language);
  /** @param {string} text */
  const problems = (text) => findings(text).filter(({ severity }) => severity === "error");
  /** @param {string} option @param {string} value */
  const isRight = (option, value) => problems(`${option}=${encodeURIComponent(value)}`).length === 0;

  const expand = picker(
    "Expand",
    (words, most) => {
      const near = words ? relations(root) : nearest(expand.chosen);
      return found(near, words, most, (path) => isRight("expand", path));
    },
    () => {
      expand.show();
      select.show();
      changed();
    },
  );
  const select = picker(
    "Select",
    (words, most) => found(fields(root, expand.chosen), words, most, (path) => isRight("select", path)),
    changed,
  );
  /** @param {string} words @param {number} most */
  const find = (words, most) => found(fields(root, expand.chosen), words, most, (path) => isRight("orderby", path));
  const surroundings = { conditions, find, problems, changed };
  const filter = rows("Filter", "Add a condition", (/** @type {any} */ value) => conditionRow(value, surroundings), changed);
  const joints = ["and", "or"].map((word) => element("option", { value: word }, word === "and" ? "all of them" : "one of them"));
  const joint = /** @type {HTMLSelectElement} */ (element("select", { change: changed }, ...joints));
  const ordering = { ...surroundings, directions: language.directions };
  const orderby = rows("Order", "Add a field", (/** @type {any} */ value) => orderRow(value, ordering), changed);
  const others = parameters.filter(({ name }) => !LANGUAGE.includes(name)).map((node) => single(node, problems, changed));
  filter.node.append(element("label", { class: "tool-joint" }, "A match fits", joint));

  /** The related objects one step from the paths that are chosen, and then those of the entity. @param {string[]} paths */
  function* nearest(paths) {
    const steps = Math.max(1, ...paths.map((path) => path.split(".").length + 1));
    const near = [];
    for (const step of relations(root)) {
      if (step.path.split(".").length > steps) break;
      if (paths.includes(step.path.replace(/\.?[^.]+$/, ""))) yield step;
      else if (!step.path.includes(".")) near.push(step);
    }
    yield* near;
  }

  return {
    node: element("div", {}, expand.node, filter.node, select.node, orderby.node, element("div", { class: "tool-controls" }, ...others.map(({ node }) => node))),

    /** The query, without what is not complete or not right. */
    text() {
      const parts = filter.texts();
      const isMixed = parts.length > 1 && parts.some((part) => /[^\w](?:and|or)[^\w]/i.test(part.replaceAll(/'(?:[^']|'')*'/g, "")));
      const values = {
        expand: expand.chosen.join(","),
        filter: parts.map((part) => (isMixed ? `(${part})` : part)).join(` ${joint.value} `),
        select: select.chosen.join(","),
        orderby: orderby.texts().join(","),
        ...Object.fromEntries(others.map(({ name, text }) => [name, text()])),
      };
      const given = parameters.map(({ name }) => /** @type {[string, string]} */ ([name, values[/** @type {keyof typeof values} */ (name)] ?? ""]));
      return written(given.filter(([, value]) => value !== ""), findings);
    },

    /** Shows a query that is right. @param {string} text */
    fill(text) {
      const options = optionsOf(text);
      const { joint: word, conditions: parts } = conditions.read(options.get("filter") ?? "");
      joint.value = word;
      filter.fill(options.get("filter") ? parts : []);
      expand.chosen = listed(options.get("expand"));
      select.chosen = listed(options.get("select"));
      orderby.fill(listed(options.get("orderby")));
      for (const { name, fill } of others) fill(options.get(name) ?? "");
    },
  };
}

const LANGUAGE = ["expand", "select", "filter", "orderby"];

/** @param {string | undefined} value */
function listed(value) {
  return (value ?? "").split(",").map((item) => item.trim()).filter(Boolean);
}

/**
 * The control for an option that takes one value.
 *
 * @param {{ name: string, type: string, minimum: number | null }} parameter
 * @param {(text: string) => { message: string }[]} problems
 * @param {() => void} changed
 */
function single({ name, type, minimum }, problems, changed) {
  const isFlag = type === "boolean";
  const kind = isFlag ? { type: "checkbox" } : type === "integer" ? { type: "number", min: minimum, step: 1 } : {};
  const box = /** @type {HTMLInputElement} */ (element("input", { ...kind, input: changed }));
  const problem = element("span", { class: "tool-problem" });
  return {
    name,
    node: element("label", {}, ...(isFlag ? [box, element("code", {}, name)] : [element("code", {}, name), box]), problem),
    text() {
      const value = isFlag ? (box.checked ? "true" : "") : box.value.trim();
      const [first] = value === "" ? [] : problems(`${name}=${encodeURIComponent(value)}`);
      problem.textContent = first?.message ?? "";
      return first ? "" : value;
    },
    /** @param {string} value */
    fill(value) {
      if (isFlag) box.checked = value.toLowerCase() === "true";
      else box.value = value;
    },
  };
}
