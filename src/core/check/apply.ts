import { contentOf, makeCell, sameContent } from '../sheet';
import type { Cell, CellContent, CellRef, FixEdit, Range, SetEdit, SheetSnapshot } from '../sheet';
import type { Finding } from '../rules/finding';

export interface EditConflict {
  readonly cell: CellRef;
  readonly expected: CellContent;
  readonly found: CellContent;
}

export interface ApplyOutcome {
  /** The sheet after the edits; the sheet as it was where there are conflicts. */
  readonly sheet: SheetSnapshot;
  readonly conflicts: readonly EditConflict[];
}

/** The cell that holds `content`; looks that the content does not state are kept from `before`. */
export function cellOfContent(content: CellContent, before: Cell | null): Cell | null {
  const numberFormat = before?.numberFormat;
  const looks = numberFormat === undefined ? {} : { numberFormat };
  if ('blank' in content) return null;
  if ('text' in content) return makeCell(content.text);
  if ('boolean' in content) return makeCell(content.boolean, looks);
  if ('error' in content) return makeCell({ error: content.error }, looks);
  if ('formula' in content) return makeCell('', { formula: content.formula, ...looks });
  return makeCell(content.number, content.numberFormat === undefined ? looks : { numberFormat: content.numberFormat });
}

/** Applies fixes to a snapshot: all of them, or none where a cell does not hold what its edit expects. */
export function applyEdits(sheet: SheetSnapshot, edits: readonly FixEdit[]): ApplyOutcome {
  const own = edits.filter((edit) => edit.sheet === sheet.name);
  const conflicts: EditConflict[] = [];
  const cells = sheet.cells.slice() as ((Cell | null | undefined)[] | undefined)[];
  const copied = new Set<number>();
  let merges: readonly Range[] = sheet.merges;
  for (const edit of own) {
    if (edit.kind === 'set') {
      const { row, column } = edit.cell;
      const before = cells[row]?.[column] ?? null;
      const found = contentOf(before);
      if (!sameContent(found, edit.from)) {
        conflicts.push({ cell: edit.cell, expected: edit.from, found });
        continue;
      }
      if (!copied.has(row)) {
        cells[row] = cells[row]?.slice() ?? [];
        copied.add(row);
      }
      (cells[row] as (Cell | null | undefined)[])[column] = cellOfContent(edit.to, before);
    } else if (edit.kind === 'merge') {
      merges = [...merges.filter((merge) => !sameRange(merge, edit.range)), edit.range];
    } else {
      merges = merges.filter((merge) => !sameRange(merge, edit.range));
    }
  }
  return conflicts.length > 0 ? { sheet, conflicts } : { sheet: { ...sheet, cells, merges }, conflicts };
}

function sameRange(a: Range, b: Range): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

/**
 * The edits of every safe fix that may be applied together, in the findings' order. Where two want the same cell the
 * first one wins; the other is found again by the next check. Suppressed findings and hidden rows are left alone.
 */
export function safeEdits(findings: readonly Finding[]): FixEdit[] {
  const taken = new Set<string>();
  const chosen: FixEdit[] = [];
  for (const finding of findings) {
    if (finding.suppressed || finding.hidden) continue;
    const fix = finding.fixes.find((candidate) => candidate.grade === 'safe');
    if (!fix) continue;
    const wanted = fix.edits.map(placeOf);
    if (wanted.some((place) => taken.has(place))) continue;
    wanted.forEach((place) => taken.add(place));
    chosen.push(...fix.edits);
  }
  return chosen;
}

function placeOf(edit: FixEdit): string {
  return edit.kind === 'set'
    ? `${edit.sheet}!${edit.cell.row},${edit.cell.column}`
    : `${edit.sheet}!${edit.range.top},${edit.range.left}`;
}

export function isSet(edit: FixEdit): edit is SetEdit {
  return edit.kind === 'set';
}
