/**
 * The body and the status of a response as programs show it: with headers before it, as `curl -i`, `curl -v`, HTTPie and the
 * tools of browsers show it, or in the message of an exception, as the programs of the guide, Guzzle and PowerShell write it, or
 * behind one, as people print both. A body alone stays as it is. `unimicro_schema/explanation/transcript.py` reads the same for
 * the command. White space is that of ASCII, and only a line feed ends a line: by `\s` and `m`, JavaScript means other
 * characters than Python.
 */

const STATUS_LINE = /^\[?HTTP\/\d(?:\.\d)? +([1-5]\d\d)(?:[ \]]|$)/i;
const STATUS_FIELD = /^Status(?: ?Code)?:? *([1-5]\d\d)(?: |$)/i;
const FIELD = /^:?[A-Za-z][\w-]*(?: [A-Z][\w-]*){0,3} ?:(?: |$)/;
const LABEL = /:$/; // of a field whose value is on the next line
const REQUEST_LINE = /^[A-Z]+ [^ \t\n\r\f\v]+ HTTP\/\d/;
// What `curl -v` prints beside the response, and how far it is, if it writes into a file.
const NOISE = /^(?:[*>}]|\{ \[| {2}% Total|[ \d:.-]+ Dload|\r? *(?:\d+ +[\d.]+[kMGTP]? +){2})/;
const AROUND = /^(?:XHR)?[A-Z]+$|^https?:\/\/[^ \t\n\r\f\v]+$/; // what Firefox copies in front of the status
const FAILED = /(?<![^\n])curl: \(\d+\) [^\n]* error: ([1-5]\d\d)[ \t\n\r\f\v]*(?![^\n])/; // what `curl --fail` says, before the body or behind it
const MARK = /^\ufeff/;
const RECEIVED = /^< ?/;
const BODY = /^[ \t\n\r\f\v]*[{["<]/;
const MESSAGES = [
  // What an exception has in front of the body: of the guide's programs, with a body and without, and of Guzzle.
  /(?<![^\n])(?:[^\n]*(?:Exception|Error|error): *)?([1-5]\d\d) (?=[{["<])/,
  /(?<![^\n])[^\n]*(?:Exception|Error): *([1-5]\d\d)(?=[ \t\n\r\f\v]*(?:(?![^\n])| in ))/,
  /^([45]\d\d)[ \t\n\r\f\v]*$/,
  /resulted in a `([1-5]\d\d)[^`\n]*` response:[ \t\n\r\f\v]+/,
];
// By a message that does not show the body, or shows it apart from the status.
const NAMED =
  /(?:error '|HTTPError: |success: |status code |returned (?:an )?error: \(?|failed! HTTP\/[\d.]+ |StatusCode: )([1-5]\d\d)(?!\d)/;
const POWERSHELL = /^Invoke-(?:RestMethod|WebRequest) ?:/;
const MARGIN = /(?<![^\n]) +\| ?/g; // what PowerShell has in front of the lines of a message
// In front of a body that a message shows apart from the status: JSON, not an object as a program prints it.
const BEHIND =
  /(?<![^\n])(?:[ \t]*|Invoke-(?:RestMethod|WebRequest) ?: *)(?=\{[ \t\n\r\f\v]*["}]|\[[ \t\n\r\f\v]*[[{"\]]|"[^"\n]*"[ \t\n\r\f\v]*(?![^\n]))/;
const TOKEN = /"(?:[^"\\]|\\[^])*"|[{}[\]]/g;

/**
 * The status and the body. A message that does not show the body stays as it is, and its status is told.
 *
 * @param {string} text
 * @returns {{ status: string | null, body: string }}
 */
export function read(text) {
  const whole = text.replace(MARK, "");
  const failed = FAILED.exec(whole)?.[1];
  const body = whole.replace(FAILED, "");
  const lines = body.split(/(?<=\n)/);
  const head = headOf(lines);
  if (head.fields > 0) return { status: head.status, body: lines.slice(head.lines).join("") };
  if (failed && stripped(body) !== "") return { status: failed, body };
  return BODY.test(whole) ? { status: null, body: whole } : ofMessage(whole);
}

/**
 * What the message of an exception holds.
 *
 * @param {string} text
 */
function ofMessage(text) {
  for (const pattern of MESSAGES) {
    const found = pattern.exec(text);
    if (found) return { status: found[1] ?? null, body: valueOf(text.slice(found.index + found[0].length)) };
  }
  const named = NAMED.exec(text);
  const plain = text.replace(MARGIN, "");
  const shown = named || POWERSHELL.test(text) ? BEHIND.exec(plain) : null;
  return { status: named?.[1] ?? null, body: shown ? valueOf(plain.slice(shown.index + shown[0].length)) : text };
}

/**
 * The JSON that a text begins with, whatever comes after it. What is not closed, or is not JSON, stays as it is.
 *
 * @param {string} text
 */
function valueOf(text) {
  if (text.startsWith("<")) return text;
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    if (depth === 0 && index > 0) break;
    depth += "{[".includes(token) ? 1 : "}]".includes(token) ? -1 : 0;
    if (depth === 0) return text.slice(0, index + token.length);
  }
  return BODY.test(text) ? text : "";
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
    const line = stripped((lines[index] ?? "").replace(isReceived ? RECEIVED : "", ""));
    /** @type {RegExpExecArray | null} */
    const status = STATUS_LINE.exec(line) ?? (isEnded ? null : STATUS_FIELD.exec(line));
    if (status) {
      [head.status, isEnded] = [status[1] ?? null, false];
      head.fields += 1;
    } else if (line === "") {
      isEnded = head.fields > 0;
    } else if (!(NOISE.test(lines[index] ?? "") || AROUND.test(line)) || (BODY.test(line) && !line.startsWith("{ ["))) {
      if (isEnded || (!FIELD.test(line) && !REQUEST_LINE.test(line))) break;
      head.fields += 1;
      if (LABEL.test(line)) {
        const value = stripped(lines[index + 1] ?? "");
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

/**
 * A text without the white space around it.
 *
 * @param {string} text
 */
function stripped(text) {
  return text.replace(/^[ \t\n\r\f\v]+|[ \t\n\r\f\v]+$/g, "");
}
