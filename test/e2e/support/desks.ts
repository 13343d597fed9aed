import type { Browser, FrameLocator, Locator } from 'playwright-core';
import { formatCell, markLevelOf } from '../../../src/core/sheet';
import type { Range, SheetSnapshot } from '../../../src/core/sheet';
import { marksOf, notesOf, readWorkbook, writeWorkbook, type WorkbookFile } from '../../../src/formats/xlsx';
import type { ExcelOnTheWeb } from './excel-web/open';
import { expectEventually, type Workbench } from './workbench/page';
import { openWps } from './wps/open';

/** A sheet as it stands: a formula where there is one, else the value; blank cells at the end of a row are left out. */
export interface Stand {
  readonly name: string;
  readonly rows: readonly (readonly unknown[])[];
}

export interface Mark {
  readonly cell: string;
  readonly level: string | null;
}

/** All sheets, and the marks and notes on the first of them. */
export interface Look {
  readonly sheets: readonly Stand[];
  readonly marks: readonly Mark[];
  readonly notes: readonly (readonly [string, string])[];
}

/** A host with the pane of the add-in beside a workbook, as a person has them. */
export interface Desk {
  readonly pane: Pick<Locator, 'getByRole' | 'getByText' | 'locator'>;
  look(): Promise<Look>;
  /** What the browser had to complain of. */
  errors(): readonly string[];
  close(): Promise<void>;
}

type Entry = readonly [row: number, column: number, content: unknown];

function standOf(name: string, entries: readonly Entry[]): Stand {
  const rows: unknown[][] = [];
  for (const [row, column, content] of entries) {
    if (content === '' || content === null) continue;
    while (rows.length <= row) rows.push([]);
    const cells = rows[row] as unknown[];
    while (cells.length <= column) cells.push(null);
    cells[column] = typeof content === 'string' && content.startsWith('=') ? content.replaceAll(/\s/g, '') : content;
  }
  return { name, rows };
}

const byCell = (a: { cell: string }, b: { cell: string }) => (a.cell < b.cell ? -1 : a.cell > b.cell ? 1 : 0);
const cellsOf = ({ top, left, bottom, right }: Range): string[] =>
  Array.from({ length: bottom - top + 1 }, (_, row) =>
    Array.from({ length: right - left + 1 }, (__, column) => formatCell({ row: top + row, column: left + column })),
  ).flat();

function seen(
  rules: readonly { readonly formula: string; readonly areas: readonly Range[] }[],
  notes: readonly { readonly row: number; readonly column: number; readonly text: string }[],
) {
  const marks = rules.flatMap(({ formula, areas }) =>
    areas.flatMap(cellsOf).map((cell): Mark => ({ cell, level: markLevelOf(formula) })),
  );
  const texts = notes.map(({ row, column, text }) => ({ cell: formatCell({ row, column }), text }));
  return { marks: marks.sort(byCell), notes: texts.sort(byCell).map(({ cell, text }) => [cell, text] as const) };
}

interface Standing {
  sheets(): Promise<readonly Stand[]>;
  marks(): Promise<Omit<Look, 'sheets'>>;
}

const deskOf = (pane: FrameLocator, { sheets, marks }: Standing): Pick<Desk, 'pane' | 'look'> => ({
  pane: pane as unknown as Desk['pane'],
  look: async () => ({ sheets: await sheets(), ...(await marks()) }),
});

export async function excelDesk(excel: ExcelOnTheWeb, sheets: readonly SheetSnapshot[]): Promise<Desk> {
  const { page, pane, errors, close } = await excel.open(sheets);
  await page.waitForFunction(() => window.standIn.quietFor(400), undefined, { timeout: 30_000 });
  const standing = {
    async sheets() {
      const all = await page.evaluate(() =>
        window.standIn.workbook.sheets.map(({ name, grid }) => ({
          name,
          entries: [...grid].flatMap(([row, cells]) =>
            [...cells].map(([column, { formula, value }]) => [row, column, formula ?? value] as const),
          ),
        })),
      );
      return all.map(({ name, entries }) => standOf(name, entries));
    },
    async marks() {
      const { rules, notes } = await page.evaluate(() => {
        const [sheet] = window.standIn.workbook.sheets;
        return {
          rules: (sheet?.formats ?? []).map(({ formula, areas }) => ({ formula, areas })),
          notes: (sheet?.comments ?? []).map(({ row, column, text }) => ({ row, column, text })),
        };
      });
      const ranges = rules.map(({ formula, areas }) => ({
        formula,
        areas: areas.map(({ row, column, rows, columns }) => ({
          top: row,
          left: column,
          bottom: row + rows - 1,
          right: column + columns - 1,
        })),
      }));
      return seen(ranges, notes);
    },
  };
  return { ...deskOf(pane, standing), errors: () => errors, close };
}

export async function wpsDesk(browser: Browser, server: string, sheets: readonly SheetSnapshot[]): Promise<Desk> {
  const { page, pane, errors, close } = await openWps(browser, server, `${server}perf/wps/index.html`, sheets);
  await page.evaluate(() => window.wpsPage.click('perfPane'));
  const standing = {
    async sheets() {
      const all = await page.evaluate(() =>
        (window.wpsPage.wps?.book.sheets ?? []).map(({ name, rows }) => ({
          name,
          entries: [...rows].flatMap(([row, cells]) =>
            [...cells].map(([column, { formula, value }]) => [row, column, formula ?? value] as const),
          ),
        })),
      );
      return all.map(({ name, entries }) => standOf(name, entries));
    },
    async marks() {
      const { rules, notes } = await page.evaluate(() => {
        const sheet = window.wpsPage.wps?.book.sheets[0];
        return {
          rules: (sheet?.conditions ?? []).map(({ formula, areas }) => ({ formula, areas })),
          notes: (sheet?.comments ?? []).map(({ cell, text }) => ({ ...cell, text })),
        };
      });
      return seen(rules, notes);
    },
  };
  return { ...deskOf(pane, standing), errors: () => errors, close };
}

/** A click on 下载; where rows came or went, a new workbook is agreed to. */
async function download(workbench: Workbench): Promise<WorkbookFile> {
  const { page } = workbench;
  const question = page.getByRole('alertdialog').getByRole('button').last();
  const { bytes } = await workbench.download(async () => {
    let given = false;
    page.once('download', () => (given = true));
    await workbench.button(/^下载$/).click();
    await expectEventually(async () => given || (await question.isVisible()), 'a file, or a question');
    if (!given) await question.click();
  });
  return readWorkbook(bytes);
}

/** The workbench opens the sheets as a file, and tells what is there by the file that it gives back. */
export async function workbenchDesk(workbench: Workbench, sheets: readonly SheetSnapshot[]): Promise<Desk> {
  await workbench.load();
  await workbench.openFile('表.xlsx', writeWorkbook(sheets));
  return {
    pane: workbench.pane,
    async look() {
      const file = await download(workbench);
      const name = file.sheets[0]?.name ?? '';
      const marks = Object.entries(marksOf(file, name)).flatMap(([level, ranges]) =>
        ranges.flatMap(cellsOf).map((cell): Mark => ({ cell, level })),
      );
      const notes = notesOf(file, name).map(({ cell, text }) => [formatCell(cell), text] as const);
      const stands = file.sheets.map((sheet) =>
        standOf(
          sheet.name,
          sheet.cells.flatMap((row, at) =>
            (row ?? []).map((cell, column): Entry => [at, column, cell?.formula ?? cell?.value ?? null]),
          ),
        ),
      );
      return { sheets: stands, marks: marks.sort(byCell), notes: notes.sort(([a], [b]) => (a < b ? -1 : 1)) };
    },
    errors: () => workbench.complaints,
    close: () => Promise.resolve(),
  };
}
