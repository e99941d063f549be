/**
 * What the command reads: files, folders and standard input. For Node only.
 *
 * @typedef {object} Input Something to check: its name as it is shown, its path or the number of its stream.
 * @property {string} name
 * @property {string | number} path
 * @property {string} [fault] Why it cannot be read, where that is known already.
 */

import { readFileSync, readdirSync, statSync } from "node:fs";

const STANDARD_INPUT = 0;
const STREAM = /\.(?:ndjson|jsonl)(?:\.gz)?$/i;
const ENDING = ".json";

/**
 * The inputs that paths mean: `-` is standard input, a folder is its JSON files at any depth, sorted.
 *
 * @param {string[]} paths
 * @returns {Input[]}
 */
export function expanded(paths) {
  return paths.flatMap((path) => {
    if (path === "-") return [{ name: "<stdin>", path: STANDARD_INPUT }];
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return inFolder(path);
    const fault = STREAM.test(path) ? "newline-delimited JSON is checked by the command of the Python package" : "";
    return [{ name: path, path, fault }];
  });
}

/**
 * The bytes of an input, or why it cannot be read, in the words of the system where it has some.
 *
 * @param {Input} input
 * @returns {{ data: Uint8Array } | { fault: string }}
 */
export function contentOf({ path, fault }) {
  if (fault) return { fault };
  try {
    return { data: readFileSync(path) };
  } catch (error) {
    return { fault: why(error) };
  }
}

/**
 * The JSON files of a folder at any depth. Each real folder is read once.
 *
 * @param {string} top
 * @returns {Input[]}
 */
function inFolder(top) {
  /** @type {Set<string>} */
  const seen = new Set();
  /** @type {Input[]} */
  const found = [];
  const waiting = [top];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    try {
      const { dev, ino } = statSync(folder);
      if (seen.has(`${dev} ${ino}`)) continue;
      seen.add(`${dev} ${ino}`);
      for (const name of readdirSync(folder)) {
        const path = `${folder}${folder.endsWith("/") ? "" : "/"}${name}`;
        if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) waiting.push(path);
        else if (name.toLowerCase().endsWith(ENDING)) found.push({ name: path, path });
      }
    } catch (error) {
      found.push({ name: folder, path: folder, fault: why(error) });
    }
  }
  if (found.length === 0) return [{ name: top, path: top, fault: `the folder holds no *${ENDING} file` }];
  return found.sort((one, other) => compared(one.name.split("/"), other.name.split("/")));
}

/**
 * @param {string[]} one
 * @param {string[]} other
 */
function compared(one, other) {
  const index = one.findIndex((part, at) => part !== other[at]);
  return index < 0 ? -1 : (one[index] ?? "") < (other[index] ?? "") ? -1 : 1;
}

/** @param {unknown} error */
function why(error) {
  const message = error instanceof Error ? error.message : String(error);
  const words = /^\w+: ([^,]+)/.exec(message)?.[1] ?? message;
  return words.charAt(0).toUpperCase() + words.slice(1);
}
