import { squash } from '../../core/text';
import { GRADE, TOTAL } from '../../core/reader/words';
import type { IndicatorTable } from '../../core/indicator';
import { cellAt, contentOf, mergeAt, type CellContent, type CellRef, type SheetSnapshot } from '../../core/sheet';

/** A cell of the form that is there for one thing, with what stands in it. */
export interface Place {
  readonly cell: CellRef;
  readonly holds: CellContent;
}

/** Null where the form has no such cell. */
export interface Places {
  readonly total: Place | null;
  readonly grade: Place | null;
}

interface Label {
  readonly cell: CellRef;
  /** The first column after it. */
  readonly after: number;
}

/** 优, 良, 中, 差 and the like; a longer text beside a label is something else. */
const LONGEST_GRADE = 6;

/**
 * Where the form has room for 总分 and 等级: the score column in the row of 总分, or the cell beside the label where
 * several labels share a row (自评得分 | | 自评等级 | ). A label that holds the value itself (总分：95) leaves no room.
 */
export function findPlaces(table: IndicatorTable, sheet: SheetSnapshot): Places {
  const { range, indicators, headerRows, columns } = table;
  const taken = new Set([...indicators.map(({ row }) => row), ...headerRows]);
  const last = Math.max(...indicators.map(({ row }) => row));
  const scores = columns.find(({ field }) => field === 'score')?.column ?? null;
  let total: Place | null = null;
  let grade: Place | null = null;
  for (let row = range.top; row <= range.bottom; row++) {
    if (taken.has(row)) continue;
    const found = labelsOf(sheet, row, range.left, range.right);
    if (found.grade) grade = besideGrade(sheet, found.grade) ?? grade;
    if (found.total && row > last) {
      const place = found.grade ? placeAt(sheet, row, found.total.after) : inColumn(sheet, found.total, scores);
      total = place ?? total;
    }
  }
  return { total, grade };
}

function labelsOf(
  sheet: SheetSnapshot,
  row: number,
  left: number,
  right: number,
): { readonly total: Label | null; readonly grade: Label | null } {
  let total: Label | null = null;
  let grade: Label | null = null;
  let filled = 0;
  for (let column = left; column <= right; column++) {
    const value = cellAt(sheet, { row, column })?.value;
    if (value === undefined || value === '') continue;
    filled++;
    if (typeof value !== 'string') continue;
    const text = squash(value).replace(/:$/u, '');
    const label = { cell: { row, column }, after: (mergeAt(sheet, { row, column })?.right ?? column) + 1 };
    if (GRADE.test(text)) grade ??= label;
    else if (filled <= 3 && TOTAL.test(text) && !text.includes(':')) total ??= label;
  }
  return { total, grade };
}

function inColumn(sheet: SheetSnapshot, label: Label, column: number | null): Place | null {
  return column === null || column < label.after ? null : placeAt(sheet, label.cell.row, column);
}

/** The cell itself, or that of its merged area where the area is of this row alone. */
function placeAt(sheet: SheetSnapshot, row: number, column: number): Place | null {
  const merge = mergeAt(sheet, { row, column });
  if (merge && (merge.top !== row || merge.bottom !== row)) return null;
  const cell = { row, column: merge?.left ?? column };
  return { cell, holds: contentOf(cellAt(sheet, cell)) };
}

function besideGrade(sheet: SheetSnapshot, { cell, after }: Label): Place | null {
  const place = placeAt(sheet, cell.row, after);
  return place && 'text' in place.holds && squash(place.holds.text).length > LONGEST_GRADE ? null : place;
}
