import { formatCell, markLevelOf } from '../../src/core/sheet';
import type { CellContent, Range } from '../../src/core/sheet';
import { ExcelHost } from '../../src/hosts/excel';
import { startOffice } from '../support/officejs/excel';
import type { Rect, Sheet } from '../support/officejs/workbook';
import { Workbook } from '../support/officejs/workbook';
import { addNotes } from '../support/officejs/notes';
import { fillWorkbook } from '../support/officejs/fill';
import { drawingOn } from '../support/officejs/seen-drawing';
import type { ContractDriver, ContractWorkbook } from './driver';
import { hostContract } from './host-contract';

const rectOf = ({ top, left, bottom, right }: Range): Rect => ({
  row: top,
  column: left,
  rows: bottom - top + 1,
  columns: right - left + 1,
});

const rangeOf = ({ row, column, rows, columns }: Rect): Range => ({
  top: row,
  left: column,
  bottom: row + rows - 1,
  right: column + columns - 1,
});

function inputOf(content: CellContent): unknown {
  if ('blank' in content) return '';
  if ('text' in content) return `'${content.text}`;
  return Object.values(content)[0];
}

function excelDriver({ sheets, active }: ContractWorkbook, version: number): ContractDriver {
  const workbook = new Workbook();
  fillWorkbook(workbook, sheets, active);
  startOffice(workbook);
  const sheet = (name: string) => workbook.find(name) as Sheet;
  return {
    host: new ExcelHost((asked) => Number(asked.split('.')[1]) <= version),
    type: async (name, { row, column }, content) =>
      sheet(name).write({ row, column, rows: 1, columns: 1 }, [[inputOf(content)]], false),
    marks: async (name) =>
      sheet(name).formats.flatMap(({ formula, areas }) => {
        const level = markLevelOf(formula);
        if (!level) return [];
        return areas.map(({ row, column }) => ({ cell: formatCell({ row, column }), level }));
      }),
    notes: async (name) =>
      new Map(
        [...sheet(name).comments, ...sheet(name).notes].map(({ row, column, text }) => [
          formatCell({ row, column }),
          text,
        ]),
      ),
    addNote: async (name, { row, column }, text) =>
      void sheet(name)[version >= 18 ? 'notes' : 'comments'].push({ id: workbook.newId(), row, column, text }),
    copyMark: async (name, from, to) => {
      const format = sheet(name).formats.find(
        ({ areas }) => areas[0]?.row === from.row && areas[0].column === from.column,
      );
      format?.areas.push(rectOf(to));
    },
    failWrite: async (at) => workbook.failWrite(at),
    drawing: async (name) => drawingOn(sheet(name)),
    charts: async (name) =>
      sheet(name).charts.map(({ name: title, place, ...chart }) => ({
        name: title,
        source: rangeOf(chart.source),
        title: chart.title,
        axes: { categories: chart.categoryTitle, values: chart.valueTitle },
        numberFormat: chart.numberFormat,
        colors: chart.series.map(({ color }) => color ?? ''),
        ...(place ? { place: { ...rangeOf(place[1]), top: place[0].row, left: place[0].column } } : {}),
      })),
    selected: async () => ({ sheet: workbook.active.name, cell: formatCell(workbook.selection) }),
    written: async () => workbook.writes,
  };
}

const CANNOT = ['refuses what it cannot do before the first write'];

hostContract('Excel 2021', async (workbook) => excelDriver(workbook, 14), CANNOT);

describe('with notes', () => {
  let takeAway: () => void;
  beforeAll(() => (takeAway = addNotes()));
  afterAll(() => takeAway());
  hostContract('Excel with ExcelApi 1.20', async (workbook) => excelDriver(workbook, 20), CANNOT);
});
