import { contentOf, cellAt, mergeAt } from '../../sheet';
import { departmentInTitle, plainDepartment } from '../departments';
import { defineRule } from '../rule';
import type { IndicatorTable } from '../../indicator';
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

/** The name on the cover or under the title, else the one in the title of a department's table. */
function coverOf({ coverDepartment, title, subject }: IndicatorTable): string | null {
  const cover = coverDepartment?.raw.trim();
  if (cover) return cover;
  return title && subject === 'department' ? departmentInTitle(title.raw) : null;
}

export const rule = defineRule({
  code: 'PT504',
  name: 'department-mismatch',
  scope: 'table',
  severity: 'warning',
  dimension: 'completeness',
  fields: ['department', 'title'],
  *check(table, { sheet }): Generator<Report> {
    const { department, departmentLabel } = table;
    const cover = coverOf(table);
    if (!department?.value.trim()) {
      if (!departmentLabel) return;
      const cell = beside(departmentLabel.cell, sheet);
      const label = departmentLabel.raw.replace(/\s+/gu, '').replace(/[:：]$/u, '');
      yield cover
        ? {
            message: 'blank',
            cell,
            field: 'department',
            data: { label, cover },
            fixes: fillIn(cell, cover, sheet),
          }
        : { message: 'blankBoth', cell, field: 'department', data: { label } };
      return;
    }
    if (!cover) return;
    const own = plainDepartment(department.value);
    const other = plainDepartment(cover);
    // One may be the short form of the other.
    if (own === '' || other === '' || own.includes(other) || other.includes(own)) return;
    yield {
      message: 'differ',
      cell: department.cell,
      field: 'department',
      data: { department: department.raw.trim(), cover },
    };
  },
});
