/**
 * The body and the status of a response as programs show it: as `curl -i`, `curl -v` and HTTPie print it, or as the tools of
 * browsers copy it, with headers before the body. A body alone stays as it is.
 */

const STATUS_LINE = /^\[?HTTP\/\d(?:\.\d)? +([1-5]\d\d)(?:[ \]]|$)/i;
const STATUS_FIELD = /^Status(?: ?Code)?:? *([1-5]\d\d)(?: |$)/i;
const FIELD = /^:?[A-Za-z][\w-]*(?: [A-Z][\w-]*){0,3} ?:(?: |$)/;
const LABEL = /:$/; // of a field whose value is on the next line
const REQUEST_LINE = /^[A-Z]+ \S+ HTTP\/\d/;
const NOISE = /^(?:[*>}]|\{ \[| {2}% Total|[ \d:.-]+ Dload)/; // what `curl -v` prints beside the response
const AROUND = /^(?:XHR)?[A-Z]+$|^https?:\/\/\S+$/; // what Firefox copies in front of the status
const FAILED = /^curl: \(\d+\) .* error: ([1-5]\d\d)\s*$/m; // what `curl --fail` says, before the body or behind it
const MARK = /^\ufeff/;
const RECEIVED = /^< ?/;
const BODY = /^\s*[{["<]/;

/**
 * @param {string} text
 * @returns {{ status: string | null, body: string }}
 */
export function read(text) {
  const failed = FAILED.exec(text)?.[1] ?? null;
  const lines = text.replace(MARK, "").replace(FAILED, "").split(/(?<=\n)/);
  const head = headOf(lines);
  if (head.fields > 0) return { status: head.status, body: lines.slice(head.lines).join("") };
  return { status: failed, body: lines.join("") };
}

/**
 * How many lines come before the body, how many of them say that they are a head, and the status that the last of them gives.
 *
 * @param {string[]} lines
 */
function headOf(lines) {
  const head = { lines: 0, fields: 0, status: /** @type {string | null} */ (null) };
  let isEnded = false;
  for (let index = 0; index < lines.length; index += 1) {
    const isReceived = RECEIVED.test(lines[index] ?? "") && !/^<[!a-z?]/i.test(lines[index] ?? "");
    const line = (lines[index] ?? "").replace(isReceived ? RECEIVED : "", "").trim();
    /** @type {RegExpExecArray | null} */
    const status = STATUS_LINE.exec(line) ?? (isEnded ? null : STATUS_FIELD.exec(line));
    if (status) {
      [head.status, isEnded] = [status[1] ?? null, false];
      head.fields += 1;
    } else if (line === "") {
      isEnded = head.fields > 0;
    } else if (!(NOISE.test(lines[index] ?? "") || AROUND.test(line)) || BODY.test(line.replace(/^\{ \[.*/, ""))) {
      if (isEnded || (!FIELD.test(line) && !REQUEST_LINE.test(line))) break;
      head.fields += 1;
      if (LABEL.test(line)) {
        const value = lines[index + 1]?.trim() ?? "";
        if (/^Status/i.test(line)) head.status = /^[1-5]\d\d/.exec(value)?.[0] ?? head.status;
        index += 1;
      }
    }
    head.lines = index + 1;
  }
  // Lines such as `Error: not found` are a body, unless something after them says that they are not.
  const isHead = head.status !== null || (isEnded && BODY.test(lines.slice(head.lines).join("")));
  return isHead ? head : { ...head, fields: 0 };
}
