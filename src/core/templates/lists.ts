import { LEVELS, officialLevel1, officialLevel2, type Level1 } from '../indicator';
import { columnName, DICTIONARY_SHEET, makeCell, makeSheet, type Cell, type SheetSnapshot } from '../sheet';
import type { LevelScheme, ListName } from './model';

/** Level 1 with its level 2, in the order of the forms. */
export type Levels = readonly (readonly [level1: string, level2: readonly string[]])[];

function treeLevels(tree: keyof typeof LEVELS): Levels {
  return Object.entries(LEVELS[tree]).map(
    ([level1, level2]) => [officialLevel1(level1 as Level1), level2.map(officialLevel2)] as const,
  );
}

export const LEVEL_SCHEMES: Readonly<Record<LevelScheme, Levels>> = {
  '2021': treeLevels('2021'),
  '2015': treeLevels('2015'),
  county: treeLevels('county'),
  henan: [
    ['投入管理指标', ['工作目标管理', '预算和财务管理', '绩效管理']],
    ['产出指标', ['重点工作任务完成', '履职目标实现']],
    ['效益指标', ['履职效益', '满意度']],
  ],
};

/** Short lists stand in the validation itself, the long ones and those that depend on another cell on the hidden sheet. */
export const SHORT_LISTS: Readonly<Record<Exclude<ListName, 'unit' | 'level1' | 'level2'>, readonly string[]>> = {
  operator: ['≥', '≤', '=', '>', '<', '定性'],
  likelihood: ['√'],
  cause: ['√'],
  grade: ['优', '良', '中', '差'],
  'review-grade': ['优', '良', '中', '差'],
  change: ['修改', '新增', '取消'],
};

const UNITS: readonly string[] = (
  '% 个 次 人 人次 人/次 户 家 项 件 份 场 期 套 台 处 座 条 公里 千米 米 平方米 平方公里 亩 公顷 吨 千克 立方米 ' +
  '万元 元 元/人 万元/年 天 日 月 年 小时 分钟 工作日 分 起 篇 册 本 批 所 辆 栋 间 村 名 万人 万人次 万千瓦时'
).split(' ');

const SCHEMES: readonly LevelScheme[] = ['2021', '2015', 'county', 'henan'];

interface Place {
  /** Column of the sheet, from 0. */
  readonly column: number;
  readonly count: number;
}

/**
 * The hidden sheet 绩效字典: a column for the units, then for each scheme a column of level 1 and one of level 2 under
 * each of them, headed by the level 1's words, so that a formula finds level 2 by what stands in the cell of level 1.
 */
function layOut(): { columns: readonly (readonly string[])[]; places: ReadonlyMap<LevelScheme, Place> } {
  const columns: (readonly string[])[] = [['计量单位', ...UNITS]];
  const places = new Map<LevelScheme, Place>();
  for (const scheme of SCHEMES) {
    const levels = LEVEL_SCHEMES[scheme];
    places.set(scheme, { column: columns.length, count: levels.length });
    columns.push([`一级指标 ${scheme}`, ...levels.map(([level1]) => level1)]);
    for (const [level1, level2] of levels) columns.push([level1, ...level2]);
  }
  return { columns, places };
}

const LAYOUT = layOut();

/** What 绩效字典 holds. The same for every form, so that it is written once a workbook. */
export function dictionarySheet(): SheetSnapshot {
  const height = Math.max(...LAYOUT.columns.map((column) => column.length));
  const rows: (Cell | null)[][] = Array.from({ length: height }, (_, row) =>
    LAYOUT.columns.map((column) => makeCell(column[row] ?? null)),
  );
  return makeSheet(DICTIONARY_SHEET, rows, { visible: false });
}

/** The formula of a dropdown on the dictionary; `level1` is the reference of the cell that level 2 depends on. */
export function listFormula(list: 'unit' | 'level1' | 'level2', scheme: LevelScheme, level1: string): string {
  if (list === 'unit') return `=${DICTIONARY_SHEET}!$A$2:$A$${UNITS.length + 1}`;
  const { column, count } = LAYOUT.places.get(scheme) as Place;
  if (list === 'level1') {
    return `=${DICTIONARY_SHEET}!$${columnName(column)}$2:$${columnName(column)}$${count + 1}`;
  }
  const first = columnName(column + 1);
  const heads = `${DICTIONARY_SHEET}!$${first}$1:$${columnName(column + count)}$1`;
  const at = `MATCH(${level1},${heads},0)-1`;
  const longest = Math.max(...LEVEL_SCHEMES[scheme].map(([, level2]) => level2.length));
  const counted = `COUNTA(OFFSET(${DICTIONARY_SHEET}!$${first}$2,0,${at},${longest},1))`;
  return `=OFFSET(${DICTIONARY_SHEET}!$${first}$2,0,${at},${counted},1)`;
}
