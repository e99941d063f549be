/** The text box of a tool: it shows a place of its text, and takes a correction that the reader can undo. */

export class TextBox {
  /** @param {HTMLTextAreaElement} area */
  constructor(area) {
    this.area = area;
  }

  get text() {
    return this.area.value;
  }

  /** Puts a new text in, as if the reader had typed what is different. */
  set text(next) {
    const now = this.text;
    if (next === now) return;
    let start = 0;
    while (start < next.length && next[start] === now[start]) start += 1;
    let kept = 0;
    const most = Math.min(now.length, next.length) - start;
    while (kept < most && now[now.length - 1 - kept] === next[next.length - 1 - kept]) kept += 1;
    const inserted = next.slice(start, next.length - kept);
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(start, now.length - kept);
    // Browsers that do not know the command any more lose no more than the way back.
    const done = inserted ? document.execCommand("insertText", false, inserted) : document.execCommand("delete");
    if (!done || this.text !== next) {
      this.area.value = next;
      this.area.dispatchEvent(new Event("input", { bubbles: true }));
    }
    this.show(start, start + inserted.length);
  }

  /**
   * Selects a part of the text, and scrolls so that it is seen.
   *
   * @param {number} from
   * @param {number} to
   */
  show(from, to) {
    const before = this.text.slice(0, from);
    const line = before.split("\n").length - 1;
    const column = from - (before.lastIndexOf("\n") + 1);
    const style = getComputedStyle(this.area);
    const size = Number.parseFloat(style.fontSize);
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(from, to);
    this.area.scrollTop = line * Number.parseFloat(style.lineHeight) - this.area.clientHeight / 3;
    this.area.scrollLeft = column * size * WIDTH - this.area.clientWidth / 2;
    this.area.scrollIntoView({ block: "nearest" });
  }

  /**
   * The index of a line and a column, which count from 1, and columns in characters.
   *
   * @param {number} line
   * @param {number} column
   */
  indexOf(line, column) {
    const lines = this.text.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    const mark = start === 0 && this.text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
    const characters = [...(lines[line - 1] ?? "").slice(mark)].slice(0, column - 1);
    return start + mark + characters.join("").length;
  }
}

const WIDTH = 0.6; // of a letter of a font for code, by its size
const BYTE_ORDER_MARK = "\ufeff";
