import { columnName } from '../../../src/core/sheet';
import type { BookState, CellState, Looks, SheetState } from './state';

const address = (row: number, column: number) => columnName(column) + String(row + 1);

function plain({ value, formula, looks }: CellState, standard: Looks): unknown {
  const own = Object.entries(looks).filter(([key, look]) => {
    const usual = standard[key as keyof Looks];
    return JSON.stringify(look) !== JSON.stringify(usual) && !isNoLine(look);
  });
  return value === null && formula === null && own.length === 0 ? undefined : { content: formula ?? value, own };
}

function isNoLine(look: unknown): boolean {
  return typeof look === 'object' && Object.values(look ?? {}).every((line: { style: number }) => line.style === -4142);
}

/** What cells hold, by sheet and address. */
export function contentsOf(book: BookState): Map<string, string> {
  const contents = new Map<string, string>();
  for (const sheet of book.sheets) {
    for (const [row, cells] of sheet.rows) {
      for (const [column, { value, formula }] of cells) {
        if (value !== null || formula !== null) {
          contents.set(`${sheet.name}!${address(row, column)}`, JSON.stringify(formula ?? value));
        }
      }
    }
  }
  return contents;
}

/** Cells with a rule or a comment. */
export function marksOf(book: BookState): Map<string, string> {
  const marks = new Map<string, string[]>();
  const add = (sheet: SheetState, row: number, column: number, what: string) => {
    const key = `${sheet.name}!${address(row, column)}`;
    marks.set(key, [...(marks.get(key) ?? []), what].sort());
  };
  for (const sheet of book.sheets) {
    for (const { formula, fill, areas } of sheet.conditions) {
      for (const { top, left } of areas) add(sheet, top, left, `${formula} ${fill}`);
    }
    for (const { cell, text } of sheet.comments) add(sheet, cell.row, cell.column, text);
  }
  return new Map([...marks].map(([key, what]) => [key, what.join('\n')]));
}

/** Everything that a person can see of a workbook, for comparing before and after. */
export function pictureOf(book: BookState): string {
  const standard = book.sheets[0]?.looks({ row: 1_000_000, column: 16_000 }) as Looks;
  const sheets = book.sheets.map((sheet) => ({
    name: sheet.name,
    visible: sheet.visible,
    protected: sheet.protected,
    cells: [...sheet.rows]
      .flatMap(([row, cells]) =>
        [...cells].map(([column, cell]) => [address(row, column), plain(cell, standard)] as const),
      )
      .filter(([, cell]) => cell !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
    merges: sheet.merges.map((merge) => JSON.stringify(merge)).sort(),
    hidden: [[...sheet.hiddenRows].sort(), [...sheet.hiddenColumns].sort()],
    heights: [...sheet.rowHeights].filter(([, height]) => height !== 13.5).sort(),
    widths: [...sheet.columnWidths].filter(([, width]) => width !== 8.38).sort(),
    validations: sheet.validations
      .flatMap(({ area, ...rest }) => {
        const cells: string[] = [];
        for (let row = area.top; row <= area.bottom; row += 1) {
          for (let column = area.left; column <= area.right; column += 1) {
            cells.push(`${address(row, column)} ${JSON.stringify(rest)}`);
          }
        }
        return cells;
      })
      .sort(),
    page: sheet.page,
    charts: sheet.charts,
  }));
  const { alerts, screen, events } = book;
  return JSON.stringify({ sheets, marks: [...marksOf(book)].sort(), active: book.active.name, alerts, screen, events });
}
