/** A column of scores, as PERF formulas and as the native formulas that stand for them. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
require('./typescript.cjs');

export const STANDARDS = [
  { standard: '达到计划值得满分2分，否则按实际值/计划值*指标分值', target: 100, operator: '≥', unit: '次', weight: 2 },
  {
    standard: '满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/90%*10分',
    target: 95,
    operator: '≥',
    unit: '%',
    weight: 10,
  },
  {
    standard: '整体支出控制在预算范围内，得20分，每超出10%，扣2分，扣完为止。',
    target: 80,
    operator: '≤',
    unit: '万元',
    weight: 20,
  },
];

export const actualOf = (at) => 60 + ((at * 7) % 4000) / 100;

/** Columns: actual, target, weight, operator, unit, standard. */
export function scoreColumn(count) {
  const { compile, toFormula } = require('../src/core/scoring');
  const compiled = STANDARDS.map((input) => {
    const result = compile(input);
    if (!result.ok) throw new Error(`refused: ${input.standard}`);
    return result.standard;
  });
  return Array.from({ length: count }, (_, at) => {
    const { target, weight, operator, unit, standard } = STANDARDS[at % 3];
    const row = at + 1;
    const names = { actuals: [`A${row}`], target: `B${row}`, weight: `C${row}` };
    return {
      cells: [actualOf(at), target, weight, operator, unit, standard],
      native: toFormula(compiled[at % 3], names).formula,
      perf: `=PERF.SCORE(A${row},B${row},F${row},C${row},D${row},E${row})`,
    };
  });
}
