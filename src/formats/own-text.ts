/** Shorter pieces are copies already. */
const SHORTEST_SLICE = 13;

/**
 * The same text, apart from what it was cut from: engines keep the whole of a file's source alive for as long as any
 * piece of it is, and pieces of every file are remembered by those who meet the same headings and standards again.
 */
export function ownText(text: string): string {
  return text.length < SHORTEST_SLICE ? text : ` ${text}`.slice(1);
}
