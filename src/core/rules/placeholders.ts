/** What a form prints for the clerk to replace, and what clerks leave in to come back to. */
const PLACEHOLDERS: readonly RegExp[] = [
  // XX, ×××: but not the size XXL, nor letters inside a word.
  /(?<![\p{Script=Latin}\d])[XＸ×✕╳]{2,}(?![\p{Script=Latin}\d])/iu,
  /某某|某(?:[省市县区镇乡局]|街道|部门|单位|项目|公司|学校)/u,
  /_{2,}|＿{2,}/u,
  /待(?:定|填|补充|完善|确定)(?=$|[\s,，。；;)）])/u,
  /请(?:在此)?填(?:写|入)|此处填写/u,
];

/** Whole cells that only stand in for something. */
const FILLERS: readonly RegExp[] = [
  /^指标(?:\d+|[一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩])[:：]?$/u,
  /^(?:…{1,6}|\.{3,12}|。{2,12}|·{3,12})$/u,
  /^(?:示例|样例|样表|测试|test|tbd)$/iu,
];

/** The placeholder left in a text, as written; null where there is none. */
export function findPlaceholder(text: string): string | null {
  const whole = text.replace(/\s+/gu, '');
  for (const filler of FILLERS) if (filler.test(whole)) return whole;
  for (const pattern of PLACEHOLDERS) {
    const match = pattern.exec(text);
    if (match) return match[0];
  }
  return null;
}
