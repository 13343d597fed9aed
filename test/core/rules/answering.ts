import type { SheetSnapshot } from '../../../src/core/sheet';
import { compactSheet, type CompactCell, type CompactRow } from '../../support/compact-sheet';
import { row, STANDARDS } from './self-evaluations';

const NAMES = ['培训次数', '巡查次数', '宣传场次', '走访次数'] as const;

interface Head {
  readonly year: number;
  readonly department: string;
  readonly names: readonly string[];
}

/** A department's targets of 550 万元, on a sheet 目标表. */
export function targets({
  total = '资金总额：550万元',
  year = 2025,
  department = '青溪县水利局',
}: Partial<Head> & { readonly total?: CompactCell } = {}): SheetSnapshot {
  const target = (name: string): CompactRow => ['产出指标', '数量指标', name, '≥', 10, '次', '工作量', '得满分', 5];
  return compactSheet({
    title: `${year}年度部门整体支出绩效目标表`,
    above: [
      ['部门名称', department],
      ['年度预算申请', total],
    ],
    columns: 'weighted',
    rows: NAMES.map(target),
    sheet: '目标表',
  });
}

/** The self-evaluation that answers them: the initial budget is in C5. */
export function answer({
  initial = 550,
  year = 2025,
  department = '青溪县水利局',
  names = NAMES,
  unit = '万元',
  sheet = '自评表',
}: Partial<Head> & {
  readonly initial?: CompactCell;
  readonly unit?: string;
  readonly sheet?: string;
} = {}): SheetSnapshot {
  return compactSheet({
    title: `${year}年度部门整体支出绩效自评表`,
    above: [
      ['部门名称', department],
      [`资金（${unit}）`, null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
      [null, '年度资金总额', initial, initial, initial, 10, '100%', 10],
    ],
    columns: STANDARDS,
    rows: names.map((name) => row({ name })),
    sheet,
  });
}
