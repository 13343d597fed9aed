import { makeCell, type Cell, type CellValue, type Range, type SheetSnapshot } from '../../src/core/sheet';
import * as forms from '../fixtures/forms';
import { CLEAN_2025, PUBLISHED_2025, TABLE_2022 } from '../fixtures/seeds';
import { sheetOf } from '../support/sheets';
import { mutateText } from './mutate';
import type { Random } from './random';

/** Forms and published tables, from which spoilt ones are made. */
export const SHEETS: readonly SheetSnapshot[] = [
  sheetOf(CLEAN_2025.rows, CLEAN_2025),
  sheetOf(PUBLISHED_2025.rows),
  sheetOf(TABLE_2022.rows, TABLE_2022),
  ...Object.values(forms).map((form) => sheetOf(form.rows, form)),
];

export const TEXTS: readonly string[] = [
  ...new Set(SHEETS.flatMap(({ cells }) => cells.flatMap((row) => (row ?? []).map((cell) => cell?.text ?? '')))),
].filter((text) => text !== '');

export const WORDS: readonly string[] = [
  ...'一级指标 二级指标 三级指标 指标名称 指标值 指标值类型 计量单位 指标解释 评（扣）分标准 分值 权重 得分 实际完成值 备注'.split(
    ' ',
  ),
  ...'产出指标 数量指标 质量指标 时效指标 成本指标 效益指标 社会效益指标 满意度指标 年度指标值 偏差原因分析及改进措施'.split(
    ' ',
  ),
  ...'项目名称 部门名称 资金总额： 其中： 全年预算数 全年执行数 合计 总分 填报人： 年度绩效目标 绩效目标审核表 佐证材料清单'.split(
    ' ',
  ),
  ...'2026年度 ≥ ≤ = 定性 95% 万元 次 得满分 每少1次扣1分 扣完为止 2026年12月31日前 表样 # #REF! 适当性 完整性 可行性 相关性'.split(
    ' ',
  ),
];

/** A sheet as it can be kept in a file. */
export interface SheetCase {
  readonly rows: readonly (readonly (Cell | null)[])[];
  readonly merges: readonly Range[];
  readonly hiddenRows: readonly number[];
}

export function snapshotOf({ rows, merges, hiddenRows }: SheetCase): SheetSnapshot {
  return { ...sheetOf([], {}), cells: rows, merges, hiddenRows: new Set(hiddenRows) };
}

const FORMATS = ['0%', '0.00', 'yyyy"年"m"月"d"日"', '@', '"', '[', '[>=1]0;[<0]-0', '#,##0.00_ ', '0.0E+0', '\\'];
const NUMBERS = [0, -0, 1, -1, 0.95, 95, 100, 45_000, 1e21, 1e300, 5e-324, NaN, Infinity, 2 ** 53];

function value(random: Random): CellValue {
  switch (random.below(6)) {
    case 0:
      return random.pick(NUMBERS);
    case 1:
      return { error: random.pick(['#REF!', '#N/A', '', '#']) };
    case 2:
      return random.chance(0.5);
    case 3:
      return random.pick(WORDS);
    default:
      return mutateText(random, random.pick(TEXTS), WORDS, TEXTS);
  }
}

function cell(random: Random): Cell | null {
  if (random.chance(0.2)) return null;
  return makeCell(value(random), {
    ...(random.chance(0.1) ? { numberFormat: random.pick(FORMATS) } : {}),
    ...(random.chance(0.05) ? { formula: `=${mutateText(random, 'SUM(H4:H20)*1', WORDS, TEXTS)}` } : {}),
  });
}

function area(random: Random, rows: number, columns: number): Range {
  const top = random.below(rows);
  const left = random.below(columns);
  return { top, left, bottom: top + random.few(12), right: left + random.few(8) };
}

/** A known table with cells, rows and columns changed, lost, doubled and moved; or one made up altogether. */
export function sheetCase(random: Random): SheetCase {
  if (random.chance(0.15)) {
    const rows = random.times(random.few(30), () => random.times(random.few(14), () => cell(random)));
    return { rows, merges: random.times(random.few(8), () => area(random, 30, 14)), hiddenRows: [] };
  }
  const source = random.pick(SHEETS);
  const width = Math.max(1, ...source.cells.map((row) => row?.length ?? 0));
  let rows = source.cells.map((row): (Cell | null)[] => (row ?? []).map((found) => found ?? null));
  const merges = [...source.merges];
  for (let stroke = 0; stroke <= random.few(14); stroke++) {
    const at = random.below(rows.length + 1);
    const column = random.below(width + 2);
    const row = rows[at] ?? [];
    switch (random.below(9)) {
      case 0:
      case 1:
        rows[at] = Array.from({ length: Math.max(row.length, column + 1) }, (_, c) =>
          c === column ? cell(random) : (row[c] ?? null),
        );
        break;
      case 2:
        rows.splice(at, 1 + random.few(5));
        break;
      case 3:
        rows.splice(at, 0, ...random.times(1 + random.few(6), () => rows[random.below(rows.length)] ?? []));
        break;
      case 4:
        rows[at] = [...row.slice(0, column), ...random.times(1 + random.few(3), () => null), ...row.slice(column)];
        break;
      case 5:
        rows = rows.map((cells) => [...cells.slice(0, column), ...cells.slice(column + 1)]);
        break;
      case 6:
        merges.push(area(random, Math.max(1, rows.length), width));
        break;
      case 7:
        merges.splice(random.below(merges.length + 1), 1);
        break;
      default: {
        const other = random.pick(SHEETS).cells;
        const from = random.below(other.length);
        const more = other.slice(from, from + 1 + random.few(20));
        rows.splice(at, 0, ...more.map((found) => (found ?? []).map((one) => one ?? null)));
      }
    }
  }
  // A hole in an array is no cell and no blank.
  return {
    rows: Array.from(rows, (row) => row ?? []).slice(0, 400),
    merges,
    hiddenRows: random.times(random.few(6), () => random.below(40)),
  };
}
