import { makeCell, makeSheet } from '../../src/core/sheet';
import type { CellContent, CellFormat, Edit, PageSetupEdit, SheetSnapshot } from '../../src/core/sheet';
import { equal, ok } from './assert';
import { apply, applied, area, at, contents, failed, picture, pictureOf, set, sheetOf } from './driver';
import type { ContractCase, ContractDriver } from './driver';

const BLANK: CellContent = { blank: true };
const OLD: SheetSnapshot = makeSheet('绩效表', [
  [makeCell('标题'), null, makeCell(0.5, { text: '50%', numberFormat: '0%' })],
  [makeCell('甲'), makeCell(2)],
]);
const OTHER: SheetSnapshot = makeSheet('说明', [[makeCell('填表说明')]]);
const PLAIN = { sheets: [OLD, OTHER], active: '绩效表' };

export const PAGE_SETUP = (sheet: string): PageSetupEdit => ({
  kind: 'pageSetup',
  sheet,
  orientation: 'landscape',
  paper: 'A4',
  margins: { top: 1.5, right: 1, bottom: 1.8, left: 1 },
  printArea: area('A1:D40'),
  titleRows: { top: 1, bottom: 2 },
  pageNumbers: true,
});

const BODY: CellFormat = { font: '宋体', size: 10, vertical: 'middle', wrap: true, borders: true };
const HEAD: CellFormat = { font: '黑体', bold: true, horizontal: 'center', fill: '#E7EEF7', color: '#1F3864' };

/** A form on a new sheet with its lists on a hidden one. */
const FORM: readonly Edit[] = [
  { kind: 'addSheet', sheet: '项目表', visible: true },
  { kind: 'addSheet', sheet: '绩效字典', visible: false },
  set('绩效字典', 'A1', BLANK, { text: '产出指标' }),
  set('绩效字典', 'A2', BLANK, { text: '效益指标' }),
  set('项目表', 'A1', BLANK, { text: '项目支出绩效目标表' }),
  set('项目表', 'A2', BLANK, { text: '一级指标' }),
  set('项目表', 'D3', BLANK, { number: 0.95 }),
  set('项目表', 'D4', BLANK, { formula: '=SUM(D3:D3)' }),
  { kind: 'merge', sheet: '项目表', range: area('A1:D1') },
  { kind: 'merge', sheet: '项目表', range: area('A2:B2') },
  { kind: 'columnWidths', sheet: '项目表', first: 0, sizes: [8, 20.5, 12] },
  { kind: 'rowHeights', sheet: '项目表', first: 0, sizes: [30, 24] },
  { kind: 'format', sheet: '项目表', range: area('A2:D40'), format: BODY },
  { kind: 'format', sheet: '项目表', range: area('A2:D2'), format: HEAD },
  { kind: 'format', sheet: '项目表', range: area('D3:D40'), format: { numberFormat: '0.00%', locked: false } },
  {
    kind: 'validation',
    sheet: '项目表',
    range: area('A3:A40'),
    source: { formula: '=绩效字典!$A$1:$A$2' },
    prompt: { title: '一级指标', text: '从列表中选' },
    strict: true,
  },
  { kind: 'validation', sheet: '项目表', range: area('C3:C40'), source: { list: ['≥', '≤', '='] }, strict: false },
  {
    kind: 'validation',
    sheet: '项目表',
    range: area('D3:D40'),
    source: null,
    prompt: { title: '指标值', text: '填数' },
    strict: false,
  },
  PAGE_SETUP('项目表'),
];

/** `found` restricted to what `wanted` names. */
function restricted(found: CellFormat, wanted: CellFormat): unknown {
  return Object.fromEntries(Object.keys(wanted).map((key) => [key, found[key as keyof CellFormat]]));
}

const near = (found: number | undefined, wanted: number) => found !== undefined && Math.abs(found - wanted) < 0.3;

const CELLS = ['A1', 'B2', 'C1', 'D3'].map(at);

/** Everything that can be seen of a sheet's drawing, for comparing. */
async function drawingOf(driver: ContractDriver, sheet: string): Promise<unknown> {
  const seen = await driver.drawing?.(sheet);
  ok(seen, 'the driver sees drawings');
  return {
    formats: CELLS.map((cell) => seen.formatAt(cell)),
    validations: CELLS.map((cell) => seen.validationAt(cell)),
    widths: [0, 1, 2].map((column) => seen.widthOf(column)),
    heights: [0, 1, 2].map((row) => seen.heightOf(row)),
    pageSetup: seen.pageSetup,
  };
}

async function expectForm(driver: ContractDriver): Promise<void> {
  const seen = await driver.drawing?.('项目表');
  ok(seen, 'the driver sees drawings');
  const format = (cell: string, wanted: CellFormat) =>
    equal(restricted(seen.formatAt(at(cell)), wanted), wanted, `looks of ${cell}`);
  format('A2', { ...BODY, ...HEAD });
  format('C20', BODY);
  format('D40', { ...BODY, numberFormat: '0.00%', locked: false });
  ok(!seen.formatAt(at('C20')).bold && !seen.formatAt(at('A41')).borders, 'nothing else has their looks');
  for (const [column, width] of [8, 20.5, 12].entries()) {
    ok(near(seen.widthOf(column), width), `width ${width}, not ${seen.widthOf(column)}`);
  }
  for (const [row, height] of [30, 24].entries()) {
    ok(near(seen.heightOf(row), height), `height ${height}, not ${seen.heightOf(row)}`);
  }
  const validation = (cell: string) => {
    const found = seen.validationAt(at(cell));
    return found && { source: found.source, strict: found.strict, prompt: found.prompt ?? null };
  };
  equal(
    validation('A40'),
    {
      source: { formula: '=绩效字典!$A$1:$A$2' },
      strict: true,
      prompt: { title: '一级指标', text: '从列表中选' },
    },
    'a list on another sheet',
  );
  equal(validation('C3'), { source: { list: ['≥', '≤', '='] }, strict: false, prompt: null }, 'a list');
  equal(validation('D3'), { source: null, strict: false, prompt: { title: '指标值', text: '填数' } }, 'a hint');
  equal(validation('A2'), null, 'no entry is checked elsewhere');
  const { kind: _, sheet: __, ...pageSetup } = PAGE_SETUP('项目表');
  const print = seen.pageSetup;
  equal(print && { ...print, margins: null }, { ...pageSetup, margins: null }, 'print setup');
  for (const side of ['top', 'right', 'bottom', 'left'] as const) {
    ok(Math.abs((print?.margins[side] ?? 0) - pageSetup.margins[side]) < 0.01, `margin ${side}`);
  }
}

const canDraw = ({ host: { capabilities }, drawing }: ContractDriver) =>
  capabilities.formats && capabilities.validations && capabilities.pageSetup && drawing !== undefined;

export const FORMS: ContractCase[] = [
  {
    name: 'draws a form on a new sheet in one go, and takes it away again',
    workbook: PLAIN,
    needs: canDraw,
    async run(driver) {
      const { host } = driver;
      const before = await pictureOf(driver);
      const undo = await apply(host, FORM);
      const { list, active } = await host.read({ sheets: 'active' });
      equal(
        list.slice(2),
        [
          { name: '项目表', visible: true },
          { name: '绩效字典', visible: false },
        ],
        'both sheets, one hidden',
      );
      equal(active, '绩效表', 'the sheet shown stays');
      const sheet = await sheetOf(host, '项目表');
      const after = picture(sheet);
      equal(
        contents(sheet),
        {
          A1: { text: '项目支出绩效目标表' },
          A2: { text: '一级指标' },
          D3: { number: 0.95 },
          D4: { formula: '=SUM(D3:D3)' },
        },
        'contents',
      );
      equal(sheet.cells[2]?.[3]?.numberFormat, '0.00%', 'a number format reaches what is written');
      await expectForm(driver);
      const redo = applied(await host.undo(undo)).undo;
      equal(await pictureOf(driver), before, 'gone again');
      applied(await host.undo(redo));
      equal(picture(await sheetOf(host, '项目表')), after, 'contents are there again');
      await expectForm(driver);
    },
  },
  {
    name: 'draws on a sheet that is there, and gives it its looks back',
    workbook: PLAIN,
    needs: canDraw,
    async run(driver) {
      const { host } = driver;
      const plain = await drawingOf(driver, '绩效表');
      const first = await apply(host, [
        { kind: 'columnWidths', sheet: '绩效表', first: 1, sizes: [15] },
        { kind: 'format', sheet: '绩效表', range: area('A1:C2'), format: { ...HEAD, numberFormat: '0.0' } },
        { kind: 'validation', sheet: '绩效表', range: area('A1:A2'), source: { list: ['甲', '乙'] }, strict: true },
        PAGE_SETUP('绩效表'),
      ]);
      equal((await sheetOf(host, '绩效表')).cells[0]?.[2]?.numberFormat, '0.0', 'another number format');
      const drawn = await drawingOf(driver, '绩效表');
      const second = await apply(host, [
        set('绩效表', 'B2', { number: 2 }, { text: '二' }),
        { kind: 'columnWidths', sheet: '绩效表', first: 0, sizes: [9, 30, 30] },
        { kind: 'rowHeights', sheet: '绩效表', first: 1, sizes: [44] },
        { kind: 'format', sheet: '绩效表', range: area('B1:D3'), format: { ...BODY, bold: false, fill: '#FFFFCC' } },
        { kind: 'validation', sheet: '绩效表', range: area('A1:B2'), source: { list: ['丙'] }, strict: false },
        { ...PAGE_SETUP('绩效表'), orientation: 'portrait', pageNumbers: false },
      ]);
      ok(JSON.stringify(await drawingOf(driver, '绩效表')) !== JSON.stringify(drawn), 'drawn again');
      const redo = applied(await host.undo(second)).undo;
      equal(await drawingOf(driver, '绩效表'), drawn, 'as drawn first');
      applied(await host.undo(applied(await host.undo(redo)).undo));
      equal(await drawingOf(driver, '绩效表'), drawn, 'again, after it was undone and done');
      applied(await host.undo(first));
      equal(await drawingOf(driver, '绩效表'), plain, 'as before');
      const sheet = await sheetOf(host, '绩效表');
      equal([picture(sheet), sheet.cells[0]?.[2]?.numberFormat], [picture(OLD), '0%'], 'contents and number formats');
    },
  },
  {
    name: 'takes validations off again',
    workbook: PLAIN,
    needs: canDraw,
    async run(driver) {
      await apply(driver.host, [
        { kind: 'validation', sheet: '绩效表', range: area('A1:B4'), source: { list: ['甲'] }, strict: true },
      ]);
      await apply(driver.host, [
        { kind: 'validation', sheet: '绩效表', range: area('B2:C3'), source: null, strict: true },
      ]);
      const seen = await driver.drawing?.('绩效表');
      const checked = ['A1', 'B1', 'B2', 'C3', 'A2', 'B4'].filter((cell) => seen?.validationAt(at(cell)));
      equal(checked, ['A1', 'B1', 'A2', 'B4'], 'the range alone is free');
    },
  },
  {
    name: 'protects a sheet, and opens it again',
    workbook: PLAIN,
    needs: ({ host: { capabilities } }) => capabilities.protect && capabilities.formats,
    async run(driver) {
      const { host } = driver;
      const undo = await apply(host, [
        { kind: 'format', sheet: '绩效表', range: area('B2'), format: { locked: false } },
        { kind: 'protect', sheet: '绩效表' },
      ]);
      equal((await sheetOf(host, '绩效表')).protected, true, 'protected');
      const before = await pictureOf(driver);
      const edits = [
        set('说明', 'A1', { text: '填表说明' }, { text: '改' }),
        set('绩效表', 'A1', { text: '标题' }, { text: '改' }),
      ];
      failed(await host.apply(edits, { label: '试' }), 'protected');
      equal(await pictureOf(driver), before, 'nothing was written');
      applied(await host.undo(undo));
      equal((await sheetOf(host, '绩效表')).protected, false, 'open');
      await apply(host, edits);
      if (!host.capabilities.addSheet) return;
      const added = await apply(host, [
        { kind: 'addSheet', sheet: '新表', visible: true },
        set('新表', 'A1', BLANK, { text: '甲' }),
        { kind: 'protect', sheet: '新表' },
      ]);
      equal((await sheetOf(host, '新表')).protected, true, 'a new sheet, filled and protected');
      applied(await host.undo(added));
      equal((await host.read({ sheets: [] })).list.length, 2, 'gone again');
    },
  },
  {
    name: 'is as before when drawing fails half-way',
    workbook: PLAIN,
    needs: (driver) => canDraw(driver) && driver.failWrite !== undefined,
    async run(driver) {
      const before = [await pictureOf(driver), await drawingOf(driver, '绩效表')];
      const edits: Edit[] = [
        set('绩效表', 'B2', { number: 2 }, { number: 3 }),
        { kind: 'columnWidths', sheet: '绩效表', first: 0, sizes: [30, 30] },
        { kind: 'format', sheet: '绩效表', range: area('A1:C2'), format: { ...BODY, ...HEAD } },
        ...FORM,
      ];
      for (const count of [1, 2, 3, 5]) {
        await driver.failWrite?.(count);
        const result = await driver.host.apply(edits, { label: '试' });
        ok(result.status === 'failed' && result.restored, `failed and restored at ${count}, not ${result.status}`);
        equal([await pictureOf(driver), await drawingOf(driver, '绩效表')], before, `as before, at ${count}`);
      }
      await apply(driver.host, edits);
      await expectForm(driver);
    },
  },
  {
    name: 'fills a new sheet with thousands of cells',
    workbook: PLAIN,
    needs: ({ host }) => host.capabilities.addSheet,
    async run(driver) {
      const { host } = driver;
      const before = await pictureOf(driver);
      const [rows, columns] = [600, 8];
      const edits: Edit[] = [{ kind: 'addSheet', sheet: '指标库', visible: true }];
      for (let row = 0; row < rows; row += 1) {
        for (let column = 0; column < columns; column += 1) {
          const to: CellContent = column === 0 ? { number: row } : { text: `第${row}行${column}` };
          edits.push({ kind: 'set', sheet: '指标库', cell: { row, column }, from: BLANK, to });
        }
      }
      const undo = await apply(host, edits);
      const found = contents(await sheetOf(host, '指标库'));
      equal(
        [Object.keys(found).length, found['A600'], found['H600']],
        [rows * columns, { number: 599 }, { text: '第599行7' }],
        'all of them',
      );
      applied(await host.undo(undo));
      equal(await pictureOf(driver), before, 'gone again');
    },
  },
];

/** The cases that a host without drawing leaves out. */
export const FORM_CASES: readonly string[] = FORMS.map(({ name }) => name).filter(
  (name) => name !== 'fills a new sheet with thousands of cells',
);
