import { contentOf, cellAt, mergeAt } from '../../sheet';
import { plainDepartment } from '../departments';
import { defineRule } from '../rule';
import type { CellRef, SheetSnapshot } from '../../sheet';
import type { FixDraft, Report } from '../rule';

/** The cell right of a label, beyond the label's merged area. */
function beside(label: CellRef, sheet: SheetSnapshot): CellRef {
  return { row: label.row, column: (mergeAt(sheet, label)?.right ?? label.column) + 1 };
}

function fillIn(cell: CellRef, name: string, sheet: SheetSnapshot): FixDraft[] {
  const from = contentOf(cellAt(sheet, cell));
  if (!('blank' in from)) return [];
  const edits = [{ kind: 'set' as const, sheet: sheet.name, cell, from, to: { text: name } }];
  return [{ title: 'fill', data: { name }, grade: 'choice', edits }];
}

export const rule = defineRule({
  code: 'PT504',
  name: 'department-mismatch',
  scope: 'table',
  severity: 'warning',
  dimension: 'completeness',
  fields: ['department', 'title'],
  *check({ department, departmentLabel, coverDepartment }, { sheet }): Generator<Report> {
    const cover = coverDepartment?.value.trim() ? coverDepartment : null;
    if (!department?.value.trim()) {
      if (!departmentLabel) return;
      const cell = beside(departmentLabel.cell, sheet);
      const label = departmentLabel.raw.replace(/\s+/gu, '').replace(/[:：]$/u, '');
      yield cover
        ? {
            message: 'blank',
            cell,
            field: 'department',
            data: { label, cover: cover.raw.trim() },
            fixes: fillIn(cell, cover.raw.trim(), sheet),
          }
        : { message: 'blankBoth', cell, field: 'department', data: { label } };
      return;
    }
    if (!cover) return;
    const own = plainDepartment(department.value);
    const other = plainDepartment(cover.value);
    // One may be the short form of the other.
    if (own === '' || other === '' || own.includes(other) || other.includes(own)) return;
    yield {
      message: 'differ',
      cell: department.cell,
      field: 'department',
      data: { department: department.raw.trim(), cover: cover.raw.trim() },
    };
  },
});
