import { contains, formatCell, markLevelOf } from '../../src/core/sheet';
import type { CellContent, CellFormat, CellRef } from '../../src/core/sheet';
import type { PageSetup, Validation } from '../../src/hosts/memory';
import { createWpsHost } from '../../src/hosts/wps';
import { startWps } from '../support/wps';
import type { WpsOptions } from '../support/wps';
import { areasOf } from '../support/wps/range';
import type { Looks, PageState, SheetState } from '../support/wps/state';
import { CHARTS } from './charts';
import type { ContractDriver, ContractWorkbook, SeenDrawing } from './driver';
import { hostContract } from './host-contract';

function inputOf(content: CellContent): unknown {
  if ('blank' in content) return null;
  if ('text' in content) return `'${content.text}`;
  return Object.values(content)[0];
}

const rgb = (color: number) =>
  `#${[color & 0xff, (color >> 8) & 0xff, color >> 16].map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase();

const HORIZONTAL = new Map([
  [-4131, 'left'],
  [-4108, 'center'],
  [-4152, 'right'],
] as const);
const VERTICAL = new Map([
  [-4160, 'top'],
  [-4108, 'middle'],
  [-4107, 'bottom'],
] as const);

function formatOf(looks: Looks): CellFormat {
  const { font, size, bold, color, fill, horizontal, vertical, wrap, borders, format, locked } = looks;
  return {
    font,
    size,
    bold,
    wrap,
    locked,
    numberFormat: format,
    color: rgb(color),
    fill: fill === null ? undefined : rgb(fill),
    horizontal: HORIZONTAL.get(horizontal as -4131),
    vertical: VERTICAL.get(vertical as -4160),
    borders: [7, 8, 9, 10].every((edge) => borders[edge]?.style === 1),
  };
}

function validationAt(sheet: SheetState, cell: CellRef): Omit<Validation, 'range'> | null {
  const found = sheet.validations.find(({ area }) => contains(area, cell));
  if (!found) return null;
  const { type, formula, showError, inputTitle: title, inputMessage: text } = found;
  const list = formula.startsWith('=') ? { formula } : { list: formula.split(',') };
  return {
    source: type === 3 ? list : null,
    strict: showError && type === 3,
    ...(title || text ? { prompt: { title, text } } : {}),
  };
}

function pageOf(page: PageState): PageSetup | null {
  if (page.Zoom !== false) return null;
  const cm = (name: string) => (Number(page[name]) * 2.54) / 72;
  const [printArea] = page.PrintArea ? areasOf(String(page.PrintArea)) : [];
  const [titles] = page.PrintTitleRows ? areasOf(String(page.PrintTitleRows)) : [];
  return {
    orientation: page.Orientation === 2 ? 'landscape' : 'portrait',
    paper: page.PaperSize === 9 ? 'A4' : 'A3',
    margins: { top: cm('TopMargin'), right: cm('RightMargin'), bottom: cm('BottomMargin'), left: cm('LeftMargin') },
    ...(printArea ? { printArea } : {}),
    ...(titles ? { titleRows: { top: titles.top, bottom: titles.bottom } } : {}),
    pageNumbers: String(page.CenterFooter).includes('&P'),
  };
}

function seen(sheet: SheetState): SeenDrawing {
  return {
    formatAt: (cell) => formatOf(sheet.looks(cell)),
    widthOf: (column) => sheet.columnWidths.get(column) ?? 8.38,
    heightOf: (row) => sheet.rowHeights.get(row) ?? 13.5,
    validationAt: (cell) => validationAt(sheet, cell),
    pageSetup: pageOf(sheet.page),
  };
}

function wpsDriver({ sheets, active }: ContractWorkbook, options: WpsOptions): ContractDriver {
  const { root, book } = startWps(sheets, { ...options, active });
  const sheet = (name: string) => book.find(name) as SheetState;
  return {
    host: createWpsHost(root),
    async type(name, { row, column }, content) {
      sheet(name).put({ row, column }, inputOf(content));
      book.tell({
        name: 'SheetChange',
        sheet: sheet(name),
        range: { top: row, bottom: row, left: column, right: column },
      });
    },
    marks: async (name) =>
      sheet(name).conditions.flatMap(({ formula, areas }) => {
        const level = markLevelOf(formula);
        return level ? areas.map(({ top, left }) => ({ cell: formatCell({ row: top, column: left }), level })) : [];
      }),
    notes: async (name) => new Map(sheet(name).comments.map(({ cell, text }) => [formatCell(cell), text])),
    addNote: async (name, cell, text) => void sheet(name).comments.push({ cell, text }),
    async copyMark(name, from, to) {
      sheet(name)
        .conditions.find(({ areas }) => areas.some((area) => contains(area, from)))
        ?.areas.push(to);
    },
    failWrite: async (at) => book.failWrite(at),
    drawing: async (name) => seen(sheet(name)),
    charts: async (name) =>
      sheet(name).charts.map((chart) => ({
        name: chart.name,
        source: chart.source,
        title: chart.title ?? '',
        alternative: chart.alternative,
        axes: { categories: chart.categoryTitle ?? '', values: chart.valueTitle ?? '' },
        numberFormat: chart.format,
        colors: chart.series.map(({ color }) => (color === null ? '' : rgb(color))),
      })),
    async selected() {
      const { top, left } = book.selection;
      return { sheet: book.active.name, cell: formatCell({ row: top, column: left }) };
    },
    written: async () => book.writes,
  };
}

const CANNOT = ['refuses what it cannot do before the first write'];

const BUILDS: readonly [string, WpsOptions][] = [
  ['WPS on Windows', {}],
  ['WPS on macOS, with events at one root', { roots: 'mac' }],
  ['WPS with one root, which tells of events later', { roots: 'wps', events: 'later' }],
  ['WPS on Linux, which writes by row', { writes: 'rows' }],
  ['WPS on Linux, which writes by cell', { writes: 'cells' }],
  ['WPS that takes a quotation mark for a part of the text', { quotes: 'literal' }],
  ['WPS that has no newer way to charts', { lacks: ['EtShapes.AddChart2'] }],
  ['WPS in which the newer way to charts does nothing', { charts: 'old' }],
  ['WPS that lists charts as shapes alone', { lacks: ['EtWorksheet.ChartObjects'] }],
  ['WPS that writes the corner of a block alone', { writes: 'corner' }],
];

describe.each(BUILDS)('%s', (name, options) => {
  hostContract(name, async (workbook) => wpsDriver(workbook, options), CANNOT);
});

hostContract(
  'WPS without charts',
  async (workbook) => wpsDriver(workbook, { lacks: ['EtShapes.AddChart2', 'EtWorksheet.ChartObjects'] }),
  CHARTS,
);

hostContract(
  'WPS without comments',
  async (workbook) => wpsDriver(workbook, { lacks: ['EtRange.AddComment'] }),
  CANNOT,
);
