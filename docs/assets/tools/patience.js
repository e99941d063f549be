/** What waits until a reader pauses, so that no half a word is judged and no screen reader is interrupted by every key. */

const PAUSE = 400;

/**
 * A function that does something once nobody has called it for a moment.
 *
 * @param {() => void} act
 */
export function patiently(act) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let waiting;
  return () => {
    clearTimeout(waiting);
    waiting = setTimeout(act, PAUSE);
  };
}
