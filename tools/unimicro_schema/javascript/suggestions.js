/**
 * Guesses what was meant by a name that the contract does not have.
 *
 * @import { Contract } from "./contract.js"
 */

const LEVELS = 2; // how far further in a property is looked for

/**
 * The property that was probably meant in what is sent: of the same name further in, or of a similar name beside it.
 *
 * `entity` is the one that lacks `key`. A place further in is given as a path with dots. There the name may have that of its
 * entity in front, as `PhoneNumber` has.
 *
 * @param {Contract} contract
 * @param {string} entity
 * @param {string} key
 * @returns {string | null}
 */
export function suggest(contract, entity, key) {
  const properties = Object.entries(contract.entity(entity).properties).filter(
    ([, { role }]) => role !== "bookkeeping",
  );
  const names = properties.map(([name]) => name);
  const same = names.findLast((name) => name.toLowerCase() === key.toLowerCase());
  if (same !== undefined) return same;
  return inside(contract, entity, key) ?? nearest(key, names) ?? names.find((name) => isNearly(key, [name])) ?? null;
}

/**
 * The place of a property in the objects of an entity, or in the objects inside these; the nearer first.
 *
 * @param {Contract} contract
 * @param {string} entity
 * @param {string} key
 * @returns {string | null}
 */
function inside(contract, entity, key) {
  let level = [{ path: "", entity }];
  for (let depth = 0; depth < LEVELS; depth += 1) {
    level = level.flatMap(({ path, entity: owner }) =>
      Object.entries(contract.entity(owner).properties).flatMap(([name, { kind, entity: inner, role }]) =>
        kind === "entity" && inner && role !== "bookkeeping" ? [{ path: `${path}${name}.`, entity: inner }] : [],
      ),
    );
    for (const { path, entity: inner } of level) {
      const { properties } = contract.entity(inner);
      const plain = key.startsWith(inner) ? key.slice(inner.length) : key;
      const found = [key, plain].find((name) => Object.hasOwn(properties, name));
      if (found !== undefined) return `${path}${found}`;
    }
  }
  return null;
}

/**
 * Whether a name that is not known is hardly anything but a slip for a known one.
 *
 * It is one in another case, or with one letter or underscore lost, added, doubled or swapped with the next. Another digit or
 * another word makes another name.
 *
 * @param {string} name
 * @param {string[]} known
 * @returns {boolean}
 */
export function isNearly(name, known) {
  return known.some((entry) => isSlip([...name.toLowerCase()], [...entry.toLowerCase()]));
}

/**
 * Whether one name is the other with a letter more or less, or with two neighbours swapped; both in lowercase.
 *
 * @param {string[]} name
 * @param {string[]} known
 * @returns {boolean}
 */
function isSlip(name, known) {
  let start = 0;
  while (start < Math.min(name.length, known.length) && name[start] === known[start]) start += 1;
  if (name.length === known.length) {
    const pair = known.slice(start, start + 2);
    const swapped = [...known.slice(0, start), ...pair.toReversed(), ...known.slice(start + 2)].join("");
    return name.join("") === known.join("") || (name.join("") === swapped && !hasDigit(pair));
  }
  const [longer, shorter] = name.length > known.length ? [name, known] : [known, name];
  return !hasDigit(longer.slice(start, start + 1)) && longer.toSpliced(start, 1).join("") === shorter.join("");
}

/** @param {string[]} characters */
function hasDigit(characters) {
  return characters.some((character) => /\p{Nd}/u.test(character));
}

/**
 * The known name that is most like a name, in whatever case, or null if none is much like it.
 *
 * @param {string} name
 * @param {string[]} known
 * @param {number} [cutoff]
 * @returns {string | null}
 */
export function nearest(name, known, cutoff = 0.7) {
  return alike(name, known, cutoff)[0] ?? null;
}

/**
 * The known names that are at least so much like a name, in whatever case, the most alike first.
 *
 * @param {string} name
 * @param {string[]} known
 * @param {number} cutoff
 * @returns {string[]}
 */
export function alike(name, known, cutoff) {
  const wanted = [...name.toLowerCase()];
  return [...new Set(known)]
    .map((entry) => ({ entry, rate: likeness(wanted, [...entry.toLowerCase()]) }))
    .filter(({ rate }) => rate >= cutoff)
    .sort((one, other) => other.rate - one.rate)
    .map(({ entry }) => entry);
}

/**
 * How much alike two texts are, from 0 to 1: the share of their characters that are in both in the same order.
 *
 * That is twice the length of their longest common subsequence, divided by the sum of their lengths.
 *
 * @param {string[]} one
 * @param {string[]} other
 */
function likeness(one, other) {
  let row = new Array(other.length + 1).fill(0);
  for (const character of one) {
    const next = [0];
    for (const [index, match] of other.entries()) {
      next.push(character === match ? row[index] + 1 : Math.max(row[index + 1], next[index] ?? 0));
    }
    row = next;
  }
  return (2 * row[other.length]) / (one.length + other.length || 1);
}
