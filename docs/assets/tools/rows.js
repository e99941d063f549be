/** Rows that a reader adds, changes and takes away: the conditions of a filter, and what to sort by. */

import { NULLS, isMoment } from "./conditions.js";
import { button, element } from "./elements.js";
import { field } from "./field.js";
import { follow } from "./graph.js";

/**
 * @typedef {object} Row
 * @property {HTMLElement} node
 * @property {() => string | null} text What the row says; null while it is not complete, or not right.
 */

/**
 * A list of rows with a button that adds one.
 *
 * @template T
 * @param {string} title
 * @param {string} adding The label of that button.
 * @param {(value: T | null) => Row} make
 * @param {() => void} changed
 */
export function rows(title, adding, make, changed) {
  /** @type {Row[]} */
  let all = [];
  const list = element("ol", { class: "tool-rows" });
  const add = button(adding, () => {
    append(null);
    list.lastElementChild?.querySelector("input")?.focus();
  });
  const node = element("fieldset", {}, element("legend", {}, title), list, add);

  /** @param {T | null} value */
  function append(value) {
    const row = make(value);
    const away = button("Remove", () => {
      all = all.filter((other) => other !== row);
      item.remove();
      add.focus();
      changed();
    });
    const item = element("li", {}, row.node, away);
    all.push(row);
    list.append(item);
  }

  return {
    node,
    texts: () => all.flatMap((row) => row.text() ?? []),
    /** @param {T[]} values */
    fill(values) {
      all = [];
      list.replaceChildren();
      values.forEach(append);
    },
  };
}

/**
 * @typedef {object} Surroundings
 * @property {import("./conditions.js").Conditions} conditions
 * @property {(words: string, most: number) => string[]} find
 * @property {(text: string) => { message: string }[]} problems What is wrong with a query.
 * @property {() => void} changed
 */

/**
 * A condition: a field, an operator that fits it, and a value of its type.
 *
 * @param {import("./conditions.js").Condition | null} condition
 * @param {Surroundings} surroundings
 * @returns {Row}
 */
export function conditionRow(condition, { conditions, find, problems, changed }) {
  if (condition?.written !== undefined) {
    const kept = condition.written;
    return { node: element("code", {}, kept), text: () => kept };
  }
  const { root, language } = conditions;
  const not = /** @type {HTMLInputElement} */ (element("input", { type: "checkbox", checked: condition?.not, change: changed }));
  const operator = /** @type {HTMLSelectElement} */ (element("select", { change: refresh }));
  const problem = element("p", { class: "tool-problem" });
  const place = element("span", {});
  /** @type {HTMLInputElement | HTMLSelectElement} */
  let value = box("", condition?.value ?? "");
  const { box: path, node } = field("Field", condition?.field ?? "", find, refresh);
  let known = "";

  /** The operators that the checker takes with a field. */
  function offered() {
    const every = [...language.operators, ...language.functions, ...Object.keys(NULLS)];
    const sample = conditions.sample(path.value);
    return every.filter((name) => problems(`filter=${conditions.compared(path.value, name, sample)}`).length === 0);
  }

  /** @param {string} name @param {string} now */
  function box(name, now) {
    const property = name ? follow(root, name) : undefined;
    const codes = Object.entries(property?.codes ?? {});
    const flags = property?.kind === "boolean" ? ["true", "false"] : [];
    const choices = codes.length > 0 ? codes.map(([word, code]) => [String(code), `${code} ${word}`]) : flags.map((flag) => [flag, flag]);
    if (choices.length > 0) {
      const options = choices.map(([code, label]) => element("option", { value: code, selected: code === now }, label ?? ""));
      return /** @type {HTMLSelectElement} */ (element("select", { change: changed }, ...options));
    }
    const isNumber = ["integer", "number"].includes(property?.kind ?? "");
    const kind = isMoment(property) && !language.patterns.includes(operator.value) ? { type: "date" } : isNumber ? { inputmode: "decimal" } : {};
    return /** @type {HTMLInputElement} */ (element("input", { ...kind, value: now, autocomplete: "off", input: changed }));
  }

  function refresh() {
    const isText = language.functions.includes(operator.value) || language.patterns.includes(operator.value);
    if (known !== path.value) {
      const now = operator.value || condition?.operator;
      operator.replaceChildren(...offered().map((name) => element("option", { value: name, selected: name === now }, name)));
    }
    known = path.value;
    value = box(isText ? "" : known, value.value);
    place.replaceChildren(...(operator.value in NULLS ? [] : [element("label", {}, "Value", value)]));
    changed();
  }

  function text() {
    problem.textContent = "";
    const needsValue = !(operator.value in NULLS);
    if (path.value === "" || (needsValue && value.value === "")) return null;
    const written = conditions.written({ not: not.checked, field: path.value, operator: operator.value || "eq", value: value.value });
    const [first] = problems(`filter=${encodeURIComponent(written)}`);
    if (first) problem.textContent = first.message;
    return first ? null : written;
  }

  const parts = [node, element("label", {}, "Operator", operator), place, element("label", {}, not, "not")];
  if (condition) {
    operator.replaceChildren(...offered().map((name) => element("option", { value: name, selected: name === condition.operator }, name)));
    known = path.value;
    const isText = language.functions.includes(operator.value) || language.patterns.includes(operator.value);
    value = box(isText ? "" : known, condition.value);
    place.replaceChildren(...(operator.value in NULLS ? [] : [element("label", {}, "Value", value)]));
  }
  return { node: element("div", {}, element("div", { class: "tool-controls" }, ...parts), problem), text };
}

/**
 * A field to sort by, and the direction.
 *
 * @param {string | null} order
 * @param {Surroundings & { directions: string[] }} surroundings
 * @returns {Row}
 */
export function orderRow(order, { directions, find, problems, changed }) {
  const [name = "", way] = (order ?? "").trim().split(/\s+/);
  const problem = element("p", { class: "tool-problem" });
  const { box, node } = field("Field", name, find, changed);
  const options = directions.map((word) => element("option", { selected: word === way?.toLowerCase() }, word));
  const direction = /** @type {HTMLSelectElement} */ (element("select", { change: changed }, ...options));

  function text() {
    problem.textContent = "";
    if (box.value === "") return null;
    const written = `${box.value} ${direction.value}`;
    const [first] = problems(`orderby=${encodeURIComponent(written)}`);
    if (first) problem.textContent = first.message;
    return first ? null : written;
  }

  const parts = element("div", { class: "tool-controls" }, node, element("label", {}, "Direction", direction));
  return { node: element("div", {}, parts, problem), text };
}
