import { cellAt, contentOf, formatCell, intersects } from '../../sheet';
import { INDICATOR_FIELDS } from '../../indicator';
import { defineRule } from '../rule';
import { nameOf } from '../targets';
import type { Indicator, IndicatorTable } from '../../indicator';
import type { Range, SetEdit, SheetSnapshot } from '../../sheet';
import type { FixDraft } from '../rule';

/** Source column → column in which it belongs, for the cells of the row that stand elsewhere. */
function movesOf(indicator: Indicator, table: IndicatorTable): ReadonlyMap<number, number> {
  const moves = new Map<number, number>();
  for (const field of INDICATOR_FIELDS) {
    const found = indicator[field];
    // What comes from above, or out of a cell with several things in it, is not in a place of its own.
    if (!found || found.cell.row !== indicator.row || found.assumed === 'split' || found.assumed === 'standard')
      continue;
    const column = table.columns.find((candidate) => candidate.field === field)?.column;
    if (column === undefined || column === found.cell.column || moves.has(found.cell.column)) continue;
    moves.set(found.cell.column, column);
  }
  return moves;
}

/** Moves the cells; null where that would overwrite something, move a formula, or break a merge over several rows. */
function moveBack(
  row: number,
  moves: ReadonlyMap<number, number>,
  sheet: SheetSnapshot,
): { readonly edits: FixDraft['edits']; readonly merged: boolean } | null {
  const touched = new Set([...moves.keys(), ...moves.values()]);
  const sources = new Map([...moves].map(([from, to]) => [to, from]));
  if (sources.size < moves.size) return null;
  const merges: Range[] = [];
  for (const column of touched) {
    const cell = cellAt(sheet, { row, column });
    if (cell?.formula !== undefined) return null;
    if (cell && !moves.has(column)) return null;
    const at = { top: row, bottom: row, left: column, right: column };
    for (const merge of sheet.merges) {
      if (!intersects(merge, at) || merges.includes(merge)) continue;
      if (merge.top !== merge.bottom) return null;
      merges.push(merge);
    }
  }
  const edits: SetEdit[] = [];
  for (const column of [...touched].sort((a, b) => a - b)) {
    const source = sources.get(column);
    const from = contentOf(cellAt(sheet, { row, column }));
    const to = source === undefined ? ({ blank: true } as const) : contentOf(cellAt(sheet, { row, column: source }));
    edits.push({ kind: 'set', sheet: sheet.name, cell: { row, column }, from, to });
  }
  return {
    merged: merges.length > 0,
    edits: [...merges.map((range) => ({ kind: 'unmerge' as const, sheet: sheet.name, range })), ...edits],
  };
}

export const rule = defineRule({
  code: 'PT102',
  name: 'shifted-cells',
  scope: 'row',
  severity: 'warning',
  dimension: 'completeness',
  fields: ['columns', 'cells'],
  places: true,
  *check(indicator, table, { sheet }) {
    if (indicator.shift === 0) return;
    const moves = movesOf(indicator, table);
    const cells = [...moves.keys()].sort((a, b) => a - b).map((column) => ({ row: indicator.row, column }));
    const first = cells[0] ?? indicator.name?.cell ?? { row: indicator.row, column: 0 };
    const fix = moves.size > 0 ? moveBack(indicator.row, moves, sheet) : null;
    yield {
      message: indicator.shift < 0 ? 'left' : 'right',
      cell: first,
      field: 'cells',
      data: {
        name: nameOf(indicator),
        columns: Math.abs(indicator.shift),
        cells: cells.map((cell) => formatCell(cell)),
      },
      fixes: fix ? [{ title: 'move', grade: fix.merged ? 'choice' : 'safe', edits: fix.edits }] : [],
    };
  },
});
