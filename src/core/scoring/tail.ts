/** What is left over at the end of a clause: 完成的， asks for 完成. */
const LEFTOVER = ['的', ','];

/**
 * The text before the run of such words that ends it; of two that end alike the longer comes first in the list. An
 * expression that ends in `+$` would look for the end again from every character of a run.
 */
export function withoutTail(text: string, words: readonly string[] = LEFTOVER): string {
  let end = text.length;
  for (;;) {
    const found = words.find((word) => text.endsWith(word, end));
    if (found === undefined) return text.slice(0, end);
    end -= found.length;
  }
}
