/** The programs that send a query, in every language of the site: made of the templates that the build derives. */

/**
 * @typedef {object} Template
 * @property {string} title The language.
 * @property {string} before
 * @property {string} option A line for each option, with `{pair}`, or `{name}` and `{value}`, for what it is.
 * @property {string} after
 */

/**
 * A program that sends options.
 *
 * @param {Template} template
 * @param {Iterable<[string, string]>} options
 */
export function program({ before, option, after }, options) {
  const lines = [...options].map(([name, value]) =>
    option
      .replace("{pair}", () => shell(`${name}=${value}`))
      .replace("{name}", () => name)
      .replace("{value}", () => JSON.stringify(value)),
  );
  return [before, ...lines, after].filter(Boolean).join("\n");
}

/**
 * Text as one word of a shell, in double quotes where that is enough.
 *
 * @param {string} text
 */
function shell(text) {
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}
