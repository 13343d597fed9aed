import { makeCell, makeSheet, parseRange } from '../../../src/core/sheet';
import type { Range, SheetInit, SheetSnapshot } from '../../../src/core/sheet';
import { CLEAN_2025 } from '../../fixtures/seeds';
import { COLUMNS } from '../../support/compact-sheet';

/** The table of 2025 with its findings. */
export const SEED: SheetSnapshot = makeSheet(
  '绩效表',
  CLEAN_2025.rows.map((row) => row.map((value) => makeCell(value))),
  { merges: CLEAN_2025.merges.map((range) => parseRange(range) as Range) },
);

/** A sheet that is no table. */
export const CONTACTS: SheetSnapshot = makeSheet('通讯录', [
  [makeCell('姓名'), makeCell('电话')],
  [makeCell('张三'), makeCell('123')],
]);

/** A table of so many indicators; the digits of the first `slips` values are full-width, which is mended safely. */
export function tableOf(rows: number, slips = 0, init: SheetInit = {}): SheetSnapshot {
  const indicators = Array.from({ length: rows }, (_, row) => [
    row === 0 ? '产出指标' : null,
    row === 0 ? '数量指标' : null,
    `第${row + 1}项工作完成次数`,
    '≥',
    row < slips ? '１０' : 10,
    '次',
    '计划完成不低于10次',
    '达到计划值得满分，否则按实际值/计划值*指标分值',
    null,
  ]);
  const cells = [['部门整体支出绩效目标表'], ['2025年度'], COLUMNS.hunan, ...indicators];
  return makeSheet(
    '绩效表',
    cells.map((row) => row.map((value) => makeCell(value))),
    init,
  );
}
