import { contentOf, cellAt, mergeAt } from '../../sheet';
import { departmentInTitle, plainDepartment } from '../departments';
import { answeredTargets } from '../matching';
import { defineRule } from '../rule';
import type { IndicatorTable } from '../../indicator';
import type { CellRef, SheetSnapshot } from '../../sheet';
import type { FixDraft, Report } from '../rule';

/** Two names, neither of which is the short form of the other. */
function differ(a: string, b: string): boolean {
  const [one, other] = [plainDepartment(a), plainDepartment(b)];
  return one !== '' && other !== '' && !one.includes(other) && !other.includes(one);
}

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
  fields: ['department', 'title', 'name', 'tables'],
  places: true,
  *check(table, { sheet, tables }): Generator<Report> {
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
    const data = { department: department.raw.trim() };
    if (cover && differ(department.value, cover)) {
      yield { message: 'differ', cell: department.cell, field: 'department', data: { ...data, cover } };
      return;
    }
    const targets = answeredTargets(table, tables);
    const approved = targets?.department ?? targets?.coverDepartment;
    if (targets && approved && differ(department.value, approved.value)) {
      yield {
        message: 'targets',
        cell: department.cell,
        field: 'department',
        data: { ...data, other: approved.raw.trim(), sheet: targets.sheet },
      };
    }
  },
});
