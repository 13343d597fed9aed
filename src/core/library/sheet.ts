import { officialLevel2, meantLevel2 } from '../indicator';
import type { IndicatorTable } from '../indicator';
import { cellAt, makeCell, makeSheet, mergeAt, usedRange } from '../sheet';
import type { CellRef, SheetSnapshot } from '../sheet';
import { entryFrom, plainOf, readPlain } from './own';
import type { LibraryProblem, LibraryReading, PlainEntry } from './own';
import type { LibraryEntry } from './entry';
import { templateOf } from './rescale';

/** 指标库: the sheet on which a library is exported, one row an entry. */
export const LIBRARY_SHEET = '指标库';

/** Columns of the sheet, each with the other headings under which it is read back. They are the format. */
const COLUMNS: readonly (readonly [key: keyof PlainEntry | 'weight', header: string, others: RegExp])[] = [
  ['field', '领域', /^(?:所属)?领域$|^行业$/u],
  ['level2', '二级指标', /^二级指标(?:名称)?$|^指标类别$/u],
  ['name', '三级指标', /^三级指标(?:名称)?$|^指标名称$|^指标$/u],
  ['operator', '指标值类型', /^指标值类型$|^比较符号$|^符号$/u],
  ['target', '指标值', /^(?:年度|目标)?指标值$|^目标值$/u],
  ['unit', '计量单位', /^(?:计量|度量)?单位$/u],
  ['explanation', '指标解释', /^指标(?:解释|说明|值说明)$/u],
  ['standard', '评分标准', /^评(?:[（(]扣[）)])?分标准$/u],
  ['evidence', '佐证材料', /^佐证(?:材料|资料)?$|^证据来源$/u],
  ['keywords', '关键词', /^关键[词字]$|^别名$/u],
  // Read, not written: points that a standard states are then shares of it.
  ['weight', '分值', /^分值$|^权重$/u],
];

/** Rows in which the headings are looked for. */
const HEAD = 10;

/** A library as a sheet, to be written as a file, edited by hand and read back by `libraryFromSheet`. */
export function libraryToSheet(entries: readonly LibraryEntry[]): SheetSnapshot {
  const columns = COLUMNS.filter(([key]) => key !== 'weight');
  const rows = entries.map((entry) => {
    const plain = plainOf(entry);
    return columns.map(([key]) =>
      makeCell(key === 'target' ? entry.target.value : key === 'weight' ? null : plain[key]),
    );
  });
  return makeSheet(LIBRARY_SHEET, [columns.map(([, header]) => makeCell(header)), ...rows]);
}

/** Reads a library's sheet: columns in any order, more or fewer of them, rows left blank, merged levels. */
export function libraryFromSheet(sheet: SheetSnapshot): LibraryReading {
  const used = usedRange(sheet);
  const textAt = (cell: CellRef): string => {
    const merge = mergeAt(sheet, cell);
    return (cellAt(sheet, merge ? { row: merge.top, column: merge.left } : cell)?.text ?? '').trim();
  };
  const none: LibraryReading = {
    entries: [],
    problems: [{ code: 'no-header', place: null, data: { sheet: sheet.name }, dropped: true }],
  };
  if (!used) return none;
  for (let row = used.top; row <= Math.min(used.bottom, used.top + HEAD); row++) {
    const found = new Map<string, number>();
    for (let column = used.left; column <= used.right; column++) {
      const header = textAt({ row, column }).replace(/\s+/gu, '');
      const known = COLUMNS.find(([key, , others]) => !found.has(key) && others.test(header));
      if (known) found.set(known[0], column);
    }
    if (!found.has('name') || !found.has('level2')) continue;
    const rows = [];
    for (let at = row + 1; at <= used.bottom; at++) {
      const cells = new Map([...found].map(([key, column]) => [key, textAt({ row: at, column })]));
      if ([...cells.values()].every((text) => text === '')) continue;
      const weight = Number(cells.get('weight') || Number.NaN);
      const standard = templateOf(cells.get('standard') ?? '', Number.isNaN(weight) ? null : weight, null);
      rows.push({ raw: { ...Object.fromEntries(cells), standard }, place: at + 1 });
    }
    return readPlain(rows);
  }
  return none;
}

/** Rows of a table as entries of a person's own: points as shares of each row's weight, deadlines without their year. */
export function entriesFromTable(table: IndicatorTable): LibraryReading {
  const entries = new Map<string, LibraryEntry>();
  const problems: LibraryProblem[] = [];
  const year = table.year?.value ?? null;
  for (const indicator of table.indicators) {
    const { name, level2, operator, target, unit, explanation, standard, weight, reading } = indicator;
    const meant = level2 ? meantLevel2(level2.value) : null;
    const date = reading.kind === 'date';
    const words = date ? (target?.raw ?? '').trim() : String(target?.value ?? '').trim();
    const found = entryFrom(
      {
        name: name?.value ?? '',
        level2: meant === null ? (level2?.value ?? '') : officialLevel2(meant),
        operator: operator?.value ?? reading.operator ?? '',
        target: date && year !== null ? words.replace(`${String(year)}年`, '') : words,
        unit: unit?.value ?? reading.unit ?? '',
        explanation: explanation?.raw.trim() ?? '',
        standard: templateOf(standard?.raw.trim() ?? '', weight?.value ?? null, year),
        evidence: '',
        keywords: '',
        field: '',
      },
      indicator.row + 1,
    );
    problems.push(...found.problems);
    if (found.entry) entries.set(found.entry.id, found.entry);
  }
  return { entries: [...entries.values()], problems };
}
