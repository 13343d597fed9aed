import { defineRule } from '../rule';
import type { Report } from '../rule';
import type { Indicator } from '../../indicator';
import type { SheetSnapshot } from '../../sheet';
import { faultsOf, reportOf, standardEdit } from '../standards';
import type { FixDraft } from '../rule';

/** 排名第1至5的依次得…: nobody comes in at place 0. */
const RANKS = /排名|名次|位次/u;

/** Where only the boundary itself is left out (>95 and <95), either sign may take it in. */
function gapFixes(indicator: Indicator, sheet: SheetSnapshot, boundary: string): FixDraft[] {
  const text = indicator.standard?.raw ?? '';
  const fixes: FixDraft[] = [];
  for (const match of text.matchAll(/([>＞<＜])\s*(\d+(?:\.\d+)?)/gu)) {
    const [, sign = '', number = ''] = match;
    if (Number(number) !== Number(boundary)) continue;
    const to = /[>＞]/u.test(sign) ? '≥' : '≤';
    const edit = standardEdit(indicator, sheet, { start: match.index, end: match.index + 1 }, to);
    if (edit) fixes.push({ title: 'include', data: { sign, to, boundary }, grade: 'choice', edits: [edit] });
  }
  return fixes;
}

export const rule = defineRule({
  code: 'PT306',
  name: 'band-gap',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['standard', 'target', 'operator', 'unit', 'weight', 'name'],
  *check(indicator, table, { sheet }): Iterable<Report> {
    for (const { data, counterexample } of faultsOf(indicator, table, 'PT306')) {
      if (counterexample?.actual === 0 && RANKS.test(indicator.standard?.raw ?? '')) continue;
      const percent = /%$/u.test(String(data.actual));
      const fixes = gapFixes(indicator, sheet, String(counterexample?.actual ?? ''));
      yield reportOf(indicator, 'found', data, {
        fixes,
        ...(percent && fixes.length === 0 ? { severity: 'warning' as const } : {}),
      });
    }
  },
});
