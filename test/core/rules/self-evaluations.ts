import type { CompactCell, CompactRow } from '../../support/compact-sheet';

/** A self-evaluation that keeps sign, unit and standard in columns of their own: actual in H, points I, score J, reason K. */
export const STANDARDS = [
  '一级指标',
  '二级指标',
  '三级指标',
  '指标值类型',
  '指标值',
  '计量单位',
  '评分标准',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
];

interface Row {
  readonly level2: string;
  readonly name: string;
  readonly operator: CompactCell;
  readonly target: CompactCell;
  readonly unit: CompactCell;
  readonly standard: CompactCell;
  readonly actual: CompactCell;
  readonly weight: CompactCell;
  readonly score: CompactCell;
  readonly deviation: CompactCell;
}

/** A row of 5 points in which nothing is wrong, but for what is said otherwise. */
export function row(given: Partial<Row>): CompactRow {
  const all: Row = {
    level2: '数量指标',
    name: '培训次数',
    operator: '≥',
    target: 10,
    unit: '次',
    standard: '每少1次扣0.5分，扣完为止',
    actual: 10,
    weight: 5,
    score: 5,
    deviation: null,
    ...given,
  };
  return [
    '产出指标',
    all.level2,
    all.name,
    all.operator,
    all.target,
    all.unit,
    all.standard,
    all.actual,
    all.weight,
    all.score,
    all.deviation,
  ];
}
