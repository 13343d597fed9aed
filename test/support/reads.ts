import { INDICATOR_FIELDS, type Field, type Indicator } from '../../src/core/indicator';
import { readTables } from '../../src/core/reader';
import { DEFAULT_SETTINGS, type Rule, type RuleContext, type RuleSettings } from '../../src/core/rules/rule';
import type { SheetSnapshot } from '../../src/core/sheet';

/**
 * Parts of a table by the field under which rules declare them; a change of any other, or of the number of the year,
 * makes another table of it.
 */
const PARTS: Readonly<Record<string, string>> = {
  title: 'title',
  department: 'department',
  departmentLabel: 'department',
  coverDepartment: 'department',
  budget: 'budget',
  execution: 'execution',
  goal: 'goal',
  goalActual: 'goal',
  total: 'foot',
  grade: 'foot',
  foot: 'foot',
};

/** Parts of a row that are no fields, by the field whose change is theirs as well. */
const ROW_PARTS: Readonly<Record<string, string>> = { reading: 'target', others: 'cells', shift: 'cells' };

/** Runs a rule on sheets and names what it read beyond its own row (row rules) and the fields that it declares. */
export function undeclaredReads(
  rule: Rule,
  sheets: readonly SheetSnapshot[],
  settings: Partial<RuleSettings> = {},
): string[] {
  const found = new Set<string>();
  const declared = new Set<string>(rule.fields);
  const note = (what: string): void => {
    // Whatever changes in a table changes cells of it; of a row rule, only the row's own.
    const covered = declared.has('cells') && rule.scope === 'table' && what !== 'tables';
    if (!declared.has(what) && !covered) found.add(what);
  };
  const readings = sheets.map((sheet) => readTables(sheet));
  const all = readings.flatMap(({ tables }) => tables);
  const lists = readings.flatMap((reading) => reading.lists ?? []);

  sheets.forEach((sheet, index) => {
    for (const table of readings[index]?.tables ?? []) {
      if (rule.scope === 'sheet') continue;
      /** The row that a row rule was given; null for table rules. */
      let current: Indicator | null = null;
      const rows = table.indicators.map((indicator) =>
        watched(indicator, (name) => {
          if (current === indicator || name === 'hidden' || name === 'row') return;
          if (current !== null) note('rows');
          if (name in ROW_PARTS || (INDICATOR_FIELDS as readonly string[]).includes(name)) {
            note(ROW_PARTS[name] ?? name);
          }
        }),
      );
      const year = table.year && watched(table.year, (name) => name !== 'value' && note('year'));
      const own = watched({ ...table, year, indicators: rows }, (name) => {
        if (name in PARTS) note(PARTS[name] as string);
      });
      const tables = all.map((other) => (other === table ? own : other));
      const context: RuleContext = watched(
        {
          sheet: watchedSheet(sheet, (row, column) => noteCell(row, column)),
          settings: { ...DEFAULT_SETTINGS, ...settings },
          tables,
          lists,
        },
        (name) => {
          if (name === 'tables' || name === 'lists') note('tables');
        },
      );
      const noteCell = (row: number, column: number): void => {
        if (current !== null && (row === current.row || cellsOf(current).includes(row))) return;
        const of = table.indicators.find((indicator) => indicator.row === row);
        const field = of && table.columns.find((found) => found.column === column)?.field;
        if (current !== null && of) note('rows');
        if (field && field !== 'other') note(field);
        // A change outside the rows counts as one of every block.
        else if (of || !Object.values(PARTS).some((part) => declared.has(part))) note('cells');
      };
      if (rule.scope === 'table') Array.from(rule.check(own, context));
      else {
        table.indicators.forEach((indicator, at) => {
          current = indicator;
          Array.from(rule.check(rows[at] as Indicator, own, context));
        });
      }
    }
  });
  return [...found].sort();
}

function cellsOf(indicator: Indicator): number[] {
  return INDICATOR_FIELDS.flatMap((field) => {
    const found = indicator[field] as Field<unknown> | null;
    return found ? [found.cell.row] : [];
  });
}

function watched<T extends object>(target: T, onRead: (name: string) => void): T {
  return new Proxy(target, {
    get(object, name) {
      if (typeof name === 'string') onRead(name);
      return Reflect.get(object, name) as unknown;
    },
  });
}

function watchedSheet(sheet: SheetSnapshot, onRead: (row: number, column: number) => void): SheetSnapshot {
  const cells = sheet.cells.map(
    (row, at) =>
      row &&
      new Proxy(row, {
        get(object, name) {
          if (typeof name === 'string' && /^\d+$/u.test(name)) onRead(at, Number(name));
          return Reflect.get(object, name) as unknown;
        },
      }),
  );
  return { ...sheet, cells };
}
