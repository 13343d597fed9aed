/** Nothing in it that squashing would change. */
const SIMPLE = /^[\u4e00-\u9fff\w%.,≥≤=]*$/;

/**
 * Text for comparing words: full-width forms made half-width and every blank and break taken out
 * (`部门职能\n职责概述` → `部门职能职责概述`).
 */
export function squash(text: string): string {
  if (SIMPLE.test(text)) return text;
  return text.normalize('NFKC').replace(/[\s\u200b]+/g, '');
}
