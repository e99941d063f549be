/** Shows a report: the verdict in words, and each finding with its place, its rule and what can be done. */

import { page } from "./anchors.js";
import { button, element } from "./elements.js";

/**
 * @typedef {import("../unimicro-schema/defects.js").Finding} Finding
 * @typedef {import("../unimicro-schema/defects.js").Report} Report
 *
 * @typedef {object} Ways What can be done with a finding.
 * @property {(finding: Finding) => void} show Shows its place in the text.
 * @property {(finding: Finding) => string | null} explain The URL that explains its property.
 * @property {(finding: Finding) => (() => void) | null} correct What applies its suggestion, if that is possible.
 */

const MOST = 200;

/**
 * What a report says. `subject` is what was checked.
 *
 * @param {Report} report
 * @param {string} subject
 * @param {Ways} ways
 * @returns {Node[]}
 */
export function shown({ valid, findings }, subject, ways) {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const counts = [count(errors, "error", "errors"), count(findings.length - errors, "advice", "pieces of advice")];
  const more = findings.length - MOST;
  return [
    element(
      "p",
      { class: `tool-verdict ${valid ? "valid" : "invalid"}` },
      `${subject}: ${[valid ? "valid" : "not valid", ...counts.filter(Boolean)].join(", ")}`,
    ),
    element("ol", { class: "tool-findings" }, ...findings.slice(0, MOST).map((finding) => item(finding, ways))),
    ...(more > 0 ? [element("p", {}, `And ${more} more.`)] : []),
  ];
}

/**
 * @param {number} number
 * @param {string} one
 * @param {string} several
 */
function count(number, one, several) {
  return number === 0 ? "" : `${number} ${number === 1 ? one : several}`;
}

/**
 * @param {Finding} finding
 * @param {Ways} ways
 */
function item(finding, { show, explain, correct }) {
  const { rule, severity, pointer, line, column, message, suggestion, docs } = finding;
  const link = explain(finding);
  const place = element("code", {}, pointer);
  const apply = suggestion ? correct(finding) : null;
  const label = element("span", {}, "Use ", element("code", {}, suggestion ?? ""));
  return element(
    "li",
    { class: severity },
    element(
      "p",
      { class: "tool-where" },
      element("strong", {}, severity),
      element("a", { href: page(docs) }, rule),
      line === null ? null : button(`Line ${line}, column ${column}`, () => show(finding), { "data-line": line }),
      pointer === "" ? null : link === null ? place : element("a", { href: link }, place),
    ),
    element("p", {}, apply || !suggestion ? message : `${message}; did you mean ${suggestion}?`),
    apply ? button(label, apply, { "data-apply": true }) : null,
  );
}
