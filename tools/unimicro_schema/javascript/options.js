/** The options that a function is called with. */

import { nearest } from "./suggestions.js";

/**
 * Refuses an option that a function does not have: ignored, a misspelt one would change a verdict silently.
 *
 * @param {string} name The function.
 * @param {object} options
 * @param {string[]} taken
 * @throws {TypeError} that names the option, or says that options are one object.
 */
export function known(name, options, taken) {
  if (typeof options !== "object" || options === null) {
    const type = options === null ? "null" : typeof options;
    throw new TypeError(`the options of ${name} are one object, { ${taken.join(", ")} }, not of type ${type}`);
  }
  for (const option of Object.keys(options)) {
    if (taken.includes(option)) continue;
    const near = nearest(option, taken, 0.6);
    const hint = near === null ? `it has ${taken.join(", ")}` : `did you mean ${near}?`;
    throw new TypeError(`${name} has no option named ${option}; ${hint}`);
  }
}
