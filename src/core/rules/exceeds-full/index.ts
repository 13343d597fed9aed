import { defineRule } from '../rule';
import type { Report } from '../rule';
import { faultsOf, reportOf } from '../standards';

/** 按完成比例得分: by the letter a rate above 100 % earns more, though hardly anybody means it. */
const BARE_SHARE = /按[^，。；;,.]{0,10}比例/u;
const ARITHMETIC = /[/÷*×%％]|除以|乘以/u;

export const rule = defineRule({
  code: 'PT303',
  name: 'exceeds-full',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['standard', 'target', 'operator', 'unit', 'weight', 'name'],
  foldsUnder: ['PT305', 'PT314', 'PT310'],
  *check(indicator, table): Iterable<Report> {
    const words = indicator.standard?.raw ?? '';
    const unsaid = BARE_SHARE.test(words) && !ARITHMETIC.test(words);
    for (const { data } of faultsOf(indicator, table, 'PT303')) {
      yield reportOf(indicator, 'found', data, unsaid ? { severity: 'warning' } : {});
    }
  },
});
