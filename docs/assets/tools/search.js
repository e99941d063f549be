/** Finds paths by words of them. */

const MOST_LOOKED_AT = 4000;

/**
 * The first of some paths that have every word in them, and that are wanted.
 *
 * @param {Iterable<{ path: string }>} steps
 * @param {string} words
 * @param {number} most
 * @param {(path: string) => boolean} isWanted
 * @returns {string[]}
 */
export function found(steps, words, most, isWanted) {
  const parts = words.toLowerCase().split(/[\s.]+/).filter(Boolean);
  const paths = [];
  let looked = 0;
  for (const { path } of steps) {
    looked += 1;
    if (looked > MOST_LOOKED_AT || paths.length === most) break;
    const lower = path.toLowerCase();
    if (parts.every((part) => lower.includes(part)) && isWanted(path)) paths.push(path);
  }
  return paths;
}
