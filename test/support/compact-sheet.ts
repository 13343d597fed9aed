import { makeCell, makeSheet, parseRange } from '../../src/core/sheet';
import type { Cell, CellValue, Range, SheetSnapshot } from '../../src/core/sheet';

/** A value, nothing, a formula with its value (`['=A1*2', 4]`), or a value in a number format (`[0.95, '0%']`). */
export type CompactCell = CellValue | null | readonly [CellValue, string] | readonly [string, CellValue];

export type CompactRow = readonly CompactCell[];

/** Headers of the forms that tests use most. */
export const COLUMNS = {
  hunan: ['一级指标', '二级指标', '三级指标', '指标值类型', '指标值', '计量单位', '指标解释', '评（扣）分标准', '备注'],
  weighted: [
    '一级指标',
    '二级指标',
    '三级指标',
    '指标值类型',
    '指标值',
    '计量单位',
    '指标解释',
    '评（扣）分标准',
    '分值',
  ],
  county: ['一级指标', '二级指标', '三级指标', '指标值及单位'],
  project: ['一级指标', '二级指标', '三级指标', '指标值', '指标值说明'],
  selfEvaluation: [
    '一级指标',
    '二级指标',
    '三级指标',
    '年度指标值',
    '实际完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ],
} as const;

export interface CompactTable {
  /** In A1. */
  readonly title?: string;
  /** Rows between the title and the header. */
  readonly above?: readonly CompactRow[];
  /** The header row: a known form or its cells. */
  readonly columns?: keyof typeof COLUMNS | readonly string[];
  readonly rows: readonly CompactRow[];
  /** Rows under the last indicator. */
  readonly below?: readonly CompactRow[];
  readonly merges?: readonly string[];
  /** Counted from 1, as people see them. */
  readonly hiddenRows?: readonly number[];
  readonly sheet?: string;
}

export const DEFAULT_TITLE = '2025年度部门整体支出绩效目标表';

function cellFrom(compact: CompactCell): Cell | null {
  if (!Array.isArray(compact)) return makeCell(compact as CellValue | null);
  const [first, second] = compact as readonly [CellValue, CellValue];
  return typeof first === 'string' && first.startsWith('=')
    ? makeCell(second, { formula: first })
    : makeCell(first, { numberFormat: String(second) });
}

function rangeFrom(text: string): Range {
  const range = parseRange(text);
  if (!range) throw new Error(`not a range: ${text}`);
  return range;
}

/**
 * A sheet from a title in A1, a header row and indicator rows. With no `above`, the header is row 2 and the first
 * indicator row 3; in the Hunan form the sign is then in D3, the target in E3, the unit in F3.
 */
export function compactSheet(table: CompactTable): SheetSnapshot {
  const columns = typeof table.columns === 'object' ? table.columns : COLUMNS[table.columns ?? 'hunan'];
  const rows: readonly CompactRow[] = [
    [table.title ?? DEFAULT_TITLE],
    ...(table.above ?? []),
    columns,
    ...table.rows,
    ...(table.below ?? []),
  ];
  return makeSheet(
    table.sheet ?? 'Sheet1',
    rows.map((row) => row.map(cellFrom)),
    { merges: (table.merges ?? []).map(rangeFrom), hiddenRows: (table.hiddenRows ?? []).map((row) => row - 1) },
  );
}
