import type { CompactRow } from './compact-sheet';

export type Cells = readonly [name: string, sign: string | null, target: string | number, unit: string | null];

/** A row of the form with a column of points (`columns`): the standard is in H, the points in I. */
export const row = ([name, sign, target, unit]: Cells, standard: string | null, weight: number | null): CompactRow => [
  '产出指标',
  '数量指标',
  name,
  sign,
  target,
  unit,
  '',
  standard,
  weight,
];

export const columns = 'weighted' as const;

export const training: Cells = ['培训次数', '≥', 10, '次'];
export const satisfaction: Cells = ['群众满意度', '≥', 95, '%'];
export const cost: Cells = ['预算成本', '≤', 100, '万元'];

/** Nothing is wrong with these. */
export const sound = [
  row(training, '达到计划值得满分2分，否则按实际值/计划值*指标分值', 2),
  row(satisfaction, '≥95%得10分，90%≤满意度<95%得8分，<90%不得分', 10),
  row(cost, '控制在预算范围内得20分，每超出5%扣2分，扣完为止', 20),
];

export const valid = [{ name: 'sound standards', columns, rows: sound }] as const;

/** As published: 94 % earns 10.44 of 10. */
export const published = row(satisfaction, '满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/90%*10分', 10);
