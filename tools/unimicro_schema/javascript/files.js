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
const A_STREAM = "newline-delimited JSON is checked by the command of the Python package";

/**
 * The inputs that paths mean: `-` is standard input, a folder is its JSON files at any depth, sorted.
 *
 * @param {string[]} paths
 * @returns {Input[]}
 */
export function expanded(paths) {
  return paths.flatMap((path) => {
    if (path === "-") return [{ name: "<stdin>", path: STANDARD_INPUT }];
    return isFolder(path) ? inFolder(path) : [{ name: path, path, fault: STREAM.test(path) ? A_STREAM : "" }];
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

/** @param {string} path */
function isFolder(path) {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false; // why it cannot be read is said when it is read
  }
}

/**
 * The JSON files of a folder at any depth, and what cannot be read. Each real folder is read once, by its own name rather than by
 * that of a link.
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
  /** @type {string[]} */
  const linked = [];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop() ?? linked.shift()) {
    try {
      const { dev, ino } = statSync(folder);
      if (seen.has(`${dev} ${ino}`)) continue;
      seen.add(`${dev} ${ino}`);
      for (const entry of readdirSync(folder, { withFileTypes: true })) {
        const path = `${folder}${folder.endsWith("/") ? "" : "/"}${entry.name}`;
        if (isFolder(path)) (entry.isSymbolicLink() ? linked : waiting).push(path);
        else found.push(...inputOf(path, entry));
      }
    } catch (error) {
      found.push({ name: folder, path: folder, fault: why(error) });
    }
  }
  if (found.length === 0) return [{ name: top, path: top, fault: `the folder holds no *${ENDING} file` }];
  return found.sort((one, other) => compared(one.name.split("/"), other.name.split("/")));
}

/**
 * A file of a folder, if it is to be checked or cannot be. The link that Emacs keeps beside a file which is being edited is not.
 *
 * @param {string} path
 * @param {import("node:fs").Dirent} entry
 * @returns {Input[]}
 */
function inputOf(path, entry) {
  let isFile = entry.isFile();
  try {
    if (entry.isSymbolicLink()) isFile = statSync(path).isFile();
  } catch (error) {
    if (!isAbsent(error)) return [{ name: path, path, fault: why(error) }];
    return entry.name.startsWith(".#") ? [] : [{ name: path, path, fault: "it is a link that leads nowhere" }];
  }
  if (STREAM.test(path)) return [{ name: path, path, fault: A_STREAM }];
  if (!path.toLowerCase().endsWith(ENDING)) return [];
  return [{ name: path, path, fault: isFile ? "" : "it is neither a file nor a folder" }];
}

/** @param {unknown} error */
function isAbsent(error) {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
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
