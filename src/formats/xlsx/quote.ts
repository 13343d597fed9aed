/**
 * Whether a spreadsheet would take a text for a formula once someone edits its cell and leaves it with Enter, in full
 * width too. The file says of such a cell that it is text (`quotePrefix`), as an apostrophe typed before it does.
 */
export function isFormulaLike(text: string): boolean {
  return /^[=+\-@\t\r＝＋－＠]./s.test(text);
}
