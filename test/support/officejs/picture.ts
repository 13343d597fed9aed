import { columnName } from '../../../src/core/sheet';
import { NO_VALIDATION, PLAIN, STANDARD } from './drawing';
import type { Looks } from './drawing';
import type { Sheet, Workbook } from './workbook';

const address = (row: number, column: number) => columnName(column) + String(row + 1);
const byText = (a: unknown, b: unknown) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

/** What cells hold, by sheet and address. */
export function contentsOf(workbook: Workbook): Map<string, string> {
  const contents = new Map<string, string>();
  for (const { name, grid } of workbook.sheets)
    for (const [row, cells] of grid)
      for (const [column, { value, formula }] of cells)
        if (value !== '' || formula !== null)
          contents.set(`${name}!${address(row, column)}`, JSON.stringify(formula ?? value));
  return contents;
}

/** Cells with a rule or a comment. */
export function marksOf(workbook: Workbook): Map<string, string> {
  const marks = new Map<string, string>();
  const add = (sheet: Sheet, row: number, column: number, what: string) => {
    const key = `${sheet.name}!${address(row, column)}`;
    marks.set(key, [...(marks.get(key)?.split('\n') ?? []), what].sort().join('\n'));
  };
  for (const sheet of workbook.sheets) {
    for (const { formula, fill, areas } of sheet.formats)
      for (const { row, column } of areas) add(sheet, row, column, `${formula} ${fill}`);
    for (const { row, column, text } of [...sheet.comments, ...sheet.notes]) add(sheet, row, column, text);
  }
  return marks;
}

/** The weight of a line that is not drawn. */
function isOfNoLine(key: string, looks: Looks): boolean {
  const style = looks[key.replace('.weight', '.style')];
  return key.endsWith('.weight') && (style === undefined || style === 'None');
}

/** Everything that a person can see of a workbook, for comparing before and after. */
export function pictureOf(workbook: Workbook): string {
  const sheets = workbook.sheets.map((sheet) => ({
    name: sheet.name,
    visible: sheet.visibility,
    protected: sheet.protected,
    cells: [...sheet.grid]
      .flatMap(([row, cells]) =>
        [...cells]
          .filter(([, { value, formula, format }]) => value !== '' || formula !== null || format !== 'General')
          .map(([column, { value, formula, format }]) => [address(row, column), formula ?? value, format]),
      )
      .sort(byText),
    merges: [...sheet.merges].sort(byText),
    looks: [...sheet.looks]
      .map(([cell, looks]) => [
        cell,
        Object.entries(looks)
          .filter(([key, look]) => look !== PLAIN[key] && !isOfNoLine(key, looks))
          .sort(byText),
      ])
      .filter(([, own]) => own?.length)
      .sort(byText),
    validations: [...sheet.validations]
      .filter(([, validation]) => JSON.stringify(validation) !== JSON.stringify(NO_VALIDATION))
      .sort(byText),
    heights: [...sheet.rowHeights].filter(([, height]) => height !== STANDARD.rowHeight).sort(byText),
    widths: [...sheet.columnWidths].filter(([, width]) => width !== STANDARD.columnWidth).sort(byText),
    page: sheet.page,
    charts: sheet.charts.map(({ id: _, ...chart }) => chart),
  }));
  return JSON.stringify({ sheets, marks: [...marksOf(workbook)].sort(byText), active: workbook.active.name });
}
