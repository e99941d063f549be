/** The programs that send a query, in every language of the site: made of the templates that the build derives. */

/**
 * @typedef {object} Template
 * @property {string} title The language.
 * @property {string} escaped What a text in double quotes escapes besides what JSON does.
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
export function program({ escaped, before, option, after }, options) {
  const lines = [...options].map(([name, value]) =>
    option
      .replace("{pair}", () => shell(`${name}=${value}`))
      .replace("{name}", () => name)
      .replace("{value}", () => quoted(value, escaped)),
  );
  return [before, ...lines, after].filter(Boolean).join("\n");
}

/**
 * Text in double quotes.
 *
 * @param {string} text
 * @param {string} escaped
 */
function quoted(text, escaped) {
  return [...escaped].reduce((found, letter) => found.replaceAll(letter, `\\${letter}`), JSON.stringify(text));
}

/**
 * Text as one word of a shell, in double quotes where that is enough.
 *
 * @param {string} text
 */
function shell(text) {
  return /["$`\\!]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;
}
