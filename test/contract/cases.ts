import { RECORD_SHEET, makeCell, makeSheet } from '../../src/core/sheet';
import type { CellContent, Edit, SheetSnapshot } from '../../src/core/sheet';
import type { HostEvent } from '../../src/hosts/host';
import { HostError } from '../../src/hosts/host';
import { equal, eventually, ok } from './assert';
import { apply, applied, area, at, contents, failed, ownNotes, picture, pictureOf, set, sheetOf } from './driver';
import type { ContractCase } from './driver';
import { CHART_CASES, chartOn } from './charts';
import { FORMS, PAGE_SETUP } from './forms';

const BLANK: CellContent = { blank: true };

const TABLE: SheetSnapshot = makeSheet(
  '绩效表',
  [
    [makeCell('部门整体支出绩效目标表'), null, null, null],
    [makeCell('一级指标'), makeCell('三级指标'), makeCell('指标值'), makeCell('分值')],
    [makeCell('产出指标'), makeCell('培训次数'), makeCell(10), makeCell(2)],
    [null, makeCell('培训合格率'), makeCell(0.95, { text: '95%', numberFormat: '0%' }), makeCell(2)],
    [makeCell('满意度\n指标'), makeCell('群众满意度'), makeCell('≥95%'), makeCell(4, { formula: '=D3+D4' })],
    [],
    [null, makeCell('2025.12.15')],
  ],
  { merges: [area('A1:D1'), area('A3:A4')], hiddenRows: [3], hiddenColumns: [5] },
);
const OTHER: SheetSnapshot = makeSheet('说明 (2)', [[makeCell('填表说明')], [null, makeCell(1)]]);
const RECORD: SheetSnapshot = makeSheet(RECORD_SHEET, [[makeCell('版本'), makeCell('1')]], { visible: false });
const EMPTY: SheetSnapshot = makeSheet('空表', []);
const LOCKED: SheetSnapshot = makeSheet('已保护', [[makeCell('甲'), makeCell('乙')]], { protected: true });

const PLAIN = { sheets: [TABLE, OTHER] };

/** What a spreadsheet would like to turn into something else. */
export const TEMPTING_TEXTS: readonly string[] = [
  '=1+1',
  '+5',
  '-3',
  '-0%',
  '@甲',
  "'引号开头",
  '007',
  '1600',
  '１６００',
  '23,739,200.00',
  '95%',
  '1/2',
  '12-1',
  '2023.07',
  '2026-12-31',
  '2026年12月31日',
  '12月31日',
  '10:30',
  '1e5',
  '￥100',
  '(5)',
  'TRUE',
  'false',
  '#N/A',
  'Mar 5',
  ' 12 ',
  '第一行\n第二行',
];

async function expectUnchanged(
  driver: Parameters<ContractCase['run']>[0],
  edits: readonly Edit[],
  check: (result: Awaited<ReturnType<typeof driver.host.apply>>) => void,
): Promise<void> {
  const before = await pictureOf(driver);
  check(await driver.host.apply(edits, { label: '试' }));
  equal(await pictureOf(driver), before, 'the workbook is as before');
}

const READING: ContractCase[] = [
  {
    name: 'reads the active sheet whole',
    workbook: { ...PLAIN, active: '绩效表' },
    async run({ host }) {
      const { list, active, sheets, record } = await host.read({ sheets: 'active' });
      equal(
        list,
        [
          { name: '绩效表', visible: true },
          { name: '说明 (2)', visible: true },
        ],
        'every sheet is listed',
      );
      equal([active, sheets.map(({ name }) => name), record], ['绩效表', ['绩效表'], null], 'the active sheet alone');
      const sheet = sheets[0] as SheetSnapshot;
      equal(picture(sheet), picture(TABLE), 'contents and merges');
      equal([sheet.protected, sheet.visible], [false, true], 'unprotected and shown');
      equal(sheet.cells[3]?.[2]?.numberFormat, '0%', 'number formats');
      ok(!sheet.cells[2]?.[2]?.numberFormat, 'General is no format');
      equal([sheet.cells[2]?.[3]?.text, sheet.cells[4]?.[0]?.text], ['2', '满意度\n指标'], 'texts');
      equal([...sheet.hiddenRows], [3], 'hidden rows');
    },
  },
  {
    name: 'reads the sheet that is shown, wherever it stands',
    workbook: { ...PLAIN, active: '说明 (2)' },
    async run({ host }) {
      const { active, sheets } = await host.read({ sheets: 'active' });
      equal([active, sheets.map(picture)], ['说明 (2)', [picture(OTHER)]], 'the second sheet');
    },
  },
  {
    name: 'reads all sheets in order, hidden and empty ones too',
    workbook: { sheets: [TABLE, EMPTY, RECORD, OTHER] },
    async run({ host }) {
      const { list, sheets } = await host.read({ sheets: 'all' });
      equal(
        sheets.map(({ name, visible }) => [name, visible]),
        [
          ['绩效表', true],
          ['空表', true],
          [RECORD_SHEET, false],
          ['说明 (2)', true],
        ],
        'names and visibility',
      );
      equal(
        list.map(({ name }) => name),
        sheets.map(({ name }) => name),
        'the list says the same',
      );
      equal(sheets.map(picture), [TABLE, EMPTY, RECORD, OTHER].map(picture), 'contents');
    },
  },
  {
    name: 'reads sheets by name, in the order of the workbook',
    workbook: { sheets: [TABLE, EMPTY, OTHER] },
    async run({ host }) {
      const { sheets } = await host.read({ sheets: ['说明 (2)', '绩效表'] });
      equal(
        sheets.map(({ name }) => name),
        ['绩效表', '说明 (2)'],
        'order',
      );
    },
  },
  {
    name: 'brings the record sheet along, and only it',
    workbook: { sheets: [TABLE, RECORD], active: '绩效表' },
    async run({ host }) {
      const { sheets, record } = await host.read({ sheets: 'active' });
      equal([sheets.length, record && picture(record)], [1, picture(RECORD)], 'one sheet and the record');
    },
  },
  {
    name: 'says which sheet is missing',
    workbook: PLAIN,
    async run({ host }) {
      const error = await host.read({ sheets: ['没有'] }).catch((reason: unknown) => reason);
      ok(error instanceof HostError && error.code === 'missing-sheet', `missing-sheet, not ${String(error)}`);
    },
  },
  {
    name: 'reads an empty sheet as one without cells',
    workbook: { sheets: [EMPTY] },
    async run({ host }) {
      const { sheets } = await host.read({ sheets: 'active' });
      equal(contents(sheets[0] as SheetSnapshot), {}, 'no cell');
    },
  },
  {
    name: 'tells of protection',
    workbook: { sheets: [LOCKED, OTHER] },
    async run({ host }) {
      const { sheets } = await host.read({ sheets: 'all' });
      equal(
        sheets.map((sheet) => sheet.protected),
        [true, false],
        'protected or not',
      );
    },
  },
  {
    name: 'writes nothing when it reads',
    workbook: { sheets: [TABLE, RECORD, OTHER] },
    async run(driver) {
      const before = await driver.written();
      await driver.host.read({ sheets: 'active' });
      await driver.host.read({ sheets: 'all' });
      equal(await driver.written(), before, 'nothing was written');
    },
  },
];

const WRITING: ContractCase[] = [
  {
    name: 'writes text, numbers, formulas and blanks',
    workbook: PLAIN,
    async run({ host }) {
      await apply(host, [
        set('绩效表', 'B3', { text: '培训次数' }, { text: '组织培训次数' }),
        set('绩效表', 'C3', { number: 10 }, { number: 12.5 }),
        set('绩效表', 'C5', { text: '≥95%' }, BLANK),
        set('绩效表', 'E5', BLANK, { formula: '=D3*2' }),
        set('绩效表', 'F9', BLANK, { text: '新' }),
        set('说明 (2)', 'B2', { number: 1 }, { text: '一' }),
      ]);
      const expected: Record<string, CellContent | undefined> = {
        ...contents(TABLE),
        B3: { text: '组织培训次数' },
        C3: { number: 12.5 },
        C5: undefined,
        E5: { formula: '=D3*2' },
        F9: { text: '新' },
      };
      equal(contents(await sheetOf(host, '绩效表')), expected, 'cells of the first sheet');
      equal(contents(await sheetOf(host, '说明 (2)'))['B2'], { text: '一' }, 'cell of the second sheet');
    },
  },
  {
    name: 'writes a text as text, whatever it looks like',
    workbook: { sheets: [makeSheet('甲', [[makeCell('表')]])] },
    async run({ host }) {
      const cells = TEMPTING_TEXTS.map((text, index) => ({ cell: `B${index + 2}`, text }));
      const edits = cells.map(({ cell, text }) => set('甲', cell, BLANK, { text }));
      await apply(host, edits);
      const expected: Record<string, CellContent> = { A1: { text: '表' } };
      for (const { cell, text } of cells) expected[cell] = { text };
      equal(contents(await sheetOf(host, '甲')), expected, 'texts');
      await apply(
        host,
        edits.map(({ cell, to }) => ({ kind: 'set', sheet: '甲', cell, from: to, to: { text: '改' } })),
      );
    },
  },
  {
    name: 'keeps a number format, and gives one where the edit states it',
    workbook: PLAIN,
    async run({ host }) {
      await apply(host, [
        set('绩效表', 'C4', { number: 0.95 }, { number: 1 }),
        set('绩效表', 'C3', { number: 10 }, { number: 0.5, numberFormat: '0.0%' }),
      ]);
      const { cells } = await sheetOf(host, '绩效表');
      equal([cells[3]?.[2]?.value, cells[3]?.[2]?.numberFormat], [1, '0%'], 'the format is kept');
      equal([cells[2]?.[2]?.value, cells[2]?.[2]?.numberFormat], [0.5, '0.0%'], 'the format is given');
    },
  },
  {
    name: 'writes a number as a number into a cell of text format',
    workbook: {
      sheets: [makeSheet('甲', [[makeCell('10', { numberFormat: '@' }), makeCell('甲', { numberFormat: '@' })]])],
    },
    async run({ host }) {
      const undo = await apply(host, [
        set('甲', 'A1', { text: '10' }, { number: 10 }),
        set('甲', 'B1', { text: '甲' }, { formula: '=A1' }),
      ]);
      equal(contents(await sheetOf(host, '甲')), { A1: { number: 10 }, B1: { formula: '=A1' } }, 'number and formula');
      applied(await host.undo(undo));
      equal(contents(await sheetOf(host, '甲')), { A1: { text: '10' }, B1: { text: '甲' } }, 'text again');
    },
  },
  {
    name: 'compares first: a conflict names every cell and writes nothing',
    workbook: PLAIN,
    async run(driver) {
      const edits = [
        set('绩效表', 'B3', { text: '培训次数' }, { text: '改' }),
        set('绩效表', 'C3', { number: 11 }, { number: 12 }),
        set('绩效表', 'D5', { number: 4 }, { number: 5 }),
        set('说明 (2)', 'A1', BLANK, { text: '改' }),
      ];
      await expectUnchanged(driver, edits, (result) => {
        ok(result.status === 'conflict', `a conflict, not ${result.status}`);
        const cells = result.conflicts.map(({ address: { sheet, row, column }, expected, found }) => ({
          at: [sheet, row, column],
          expected,
          found: 'number' in found ? { number: found.number } : found,
        }));
        equal(
          new Set(cells),
          new Set([
            { at: ['绩效表', 2, 2], expected: { number: 11 }, found: { number: 10 } },
            { at: ['绩效表', 4, 3], expected: { number: 4 }, found: { formula: '=D3+D4' } },
            { at: ['说明 (2)', 0, 0], expected: BLANK, found: { text: '填表说明' } },
          ]),
          'the three cells',
        );
      });
    },
  },
  {
    name: 'takes several writes to one cell as one',
    workbook: PLAIN,
    async run({ host }) {
      const undo = await apply(host, [
        set('绩效表', 'B3', { text: '培训次数' }, { text: '甲' }),
        set('绩效表', 'B3', { text: '甲' }, { text: '乙' }),
      ]);
      equal(contents(await sheetOf(host, '绩效表'))['B3'], { text: '乙' }, 'the last one stands');
      applied(await host.undo(undo));
      equal(contents(await sheetOf(host, '绩效表'))['B3'], { text: '培训次数' }, 'the first one is undone');
    },
  },
  {
    name: 'fails on a missing sheet with nothing written',
    workbook: PLAIN,
    async run(driver) {
      const edits = [
        set('绩效表', 'B3', { text: '培训次数' }, { text: '改' }),
        set('没有', 'A1', BLANK, { text: '改' }),
      ];
      await expectUnchanged(driver, edits, (result) => {
        const { restored, touched } = failed(result, 'missing-sheet');
        equal([restored, touched], [true, []], 'restored');
      });
    },
  },
  {
    name: 'fails on a protected sheet with nothing written anywhere',
    workbook: { sheets: [LOCKED, OTHER] },
    async run(driver) {
      const edits = [
        set('说明 (2)', 'B2', { number: 1 }, { number: 2 }),
        set('已保护', 'A1', { text: '甲' }, { text: '改' }),
      ];
      await expectUnchanged(driver, edits, (result) => {
        const { restored, touched } = failed(result, 'protected');
        equal([restored, touched], [true, []], 'restored');
      });
    },
  },
  {
    name: 'refuses what it cannot do before the first write',
    workbook: PLAIN,
    needs: ({ host: { capabilities } }) =>
      !(capabilities.insertRows && capabilities.addSheet && capabilities.marks && capabilities.merge) ||
      !(capabilities.formats && capabilities.validations && capabilities.pageSetup && capabilities.protect) ||
      !capabilities.charts,
    async run(driver) {
      const { capabilities } = driver.host;
      const all: [boolean, Edit][] = [
        [capabilities.insertRows, { kind: 'insertRows', sheet: '绩效表', before: 2, count: 1 }],
        [capabilities.addSheet, { kind: 'addSheet', sheet: '新表', visible: true }],
        [capabilities.marks, { kind: 'mark', sheet: '绩效表', cell: at('B3'), level: 'info', note: '' }],
        [capabilities.merge, { kind: 'merge', sheet: '绩效表', range: area('B3:B4') }],
        [capabilities.formats, { kind: 'format', sheet: '绩效表', range: area('B3:B4'), format: { bold: true } }],
        [capabilities.formats, { kind: 'columnWidths', sheet: '绩效表', first: 0, sizes: [12] }],
        [capabilities.formats, { kind: 'rowHeights', sheet: '绩效表', first: 0, sizes: [30] }],
        [
          capabilities.validations,
          { kind: 'validation', sheet: '绩效表', range: area('B3'), source: { list: ['甲'] }, strict: true },
        ],
        [capabilities.pageSetup, PAGE_SETUP('绩效表')],
        [capabilities.protect, { kind: 'protect', sheet: '绩效表' }],
        [capabilities.charts, chartOn('绩效表')],
      ];
      for (const [able, edit] of all) {
        if (able) continue;
        const edits = [set('绩效表', 'B3', { text: '培训次数' }, { text: '改' }), edit];
        await expectUnchanged(driver, edits, (result) => void failed(result, 'unsupported'));
      }
    },
  },
  {
    name: 'puts everything back when a write fails half-way',
    workbook: PLAIN,
    needs: ({ failWrite }) => failWrite !== undefined,
    async run(driver) {
      const edits: Edit[] = [
        set('绩效表', 'B3', { text: '培训次数' }, { text: '甲' }),
        set('绩效表', 'C4', { number: 0.95 }, { text: '乙' }),
        set('绩效表', 'D5', { formula: '=D3+D4' }, { number: 3 }),
        set('说明 (2)', 'A1', { text: '填表说明' }, BLANK),
      ];
      if (driver.host.capabilities.merge) edits.push({ kind: 'unmerge', sheet: '绩效表', range: area('A3:A4') });
      for (const at of [1, 2, 3]) {
        await driver.failWrite?.(at);
        await expectUnchanged(driver, edits, (result) => {
          ok(result.status === 'failed' && result.restored, `failed and restored at ${at}, not ${result.status}`);
        });
      }
      await apply(driver.host, edits);
    },
  },
];

const UNDOING: ContractCase[] = [
  {
    name: 'undoes, and undoes the undoing',
    workbook: PLAIN,
    async run({ host }) {
      const undo = await apply(host, [
        set('绩效表', 'B3', { text: '培训次数' }, { text: '2026年' }),
        set('绩效表', 'C4', { number: 0.95 }, { text: '95%' }),
        set('绩效表', 'D5', { formula: '=D3+D4' }, BLANK),
        set('绩效表', 'E9', BLANK, { number: 1, numberFormat: '0.00' }),
      ]);
      equal(undo.label, '试', 'label');
      const after = picture(await sheetOf(host, '绩效表'));
      const redo = applied(await host.undo(undo)).undo;
      const restored = await sheetOf(host, '绩效表');
      equal(picture(restored), picture(TABLE), 'as before');
      equal(restored.cells[3]?.[2]?.numberFormat, '0%', 'with its number format');
      applied(await host.undo(redo));
      equal(picture(await sheetOf(host, '绩效表')), after, 'as after');
    },
  },
  {
    name: 'does not undo over what a person wrote since',
    workbook: PLAIN,
    async run(driver) {
      const { host } = driver;
      const undo = await apply(host, [
        set('绩效表', 'B3', { text: '培训次数' }, { text: '甲' }),
        set('绩效表', 'C3', { number: 10 }, { number: 12 }),
      ]);
      await driver.type('绩效表', at('C3'), { number: 15 });
      const result = await host.undo(undo);
      ok(result.status === 'conflict', `a conflict, not ${result.status}`);
      const now = contents(await sheetOf(host, '绩效表'));
      equal([now['B3'], now['C3']], [{ text: '甲' }, { number: 15 }], 'nothing was undone');
    },
  },
];

const STRUCTURE: ContractCase[] = [
  {
    name: 'merges and unmerges; a merge empties what it covers, and undoing brings it back',
    workbook: PLAIN,
    needs: ({ host }) => host.capabilities.merge,
    async run({ host }) {
      const undo = await apply(host, [
        { kind: 'unmerge', sheet: '绩效表', range: area('A3:A4') },
        { kind: 'merge', sheet: '绩效表', range: area('B3:B4') },
      ]);
      const { B4: _, ...rest } = contents(TABLE);
      const after = await sheetOf(host, '绩效表');
      equal(picture(after), { contents: rest, merges: new Set(['A1:D1', 'B3:B4']) }, 'merged');
      const redo = applied(await host.undo(undo)).undo;
      equal(picture(await sheetOf(host, '绩效表')), picture(TABLE), 'as before');
      applied(await host.undo(redo));
      equal(picture(await sheetOf(host, '绩效表')), picture(after), 'as after');
    },
  },
  {
    name: 'takes an area apart, writes into it and joins another in one go',
    workbook: PLAIN,
    needs: ({ host }) => host.capabilities.merge,
    async run({ host }) {
      await apply(host, [
        set('绩效表', 'A4', BLANK, { text: '质量指标' }),
        { kind: 'unmerge', sheet: '绩效表', range: area('A3:A4') },
        { kind: 'merge', sheet: '绩效表', range: area('A4:B4') },
        set('绩效表', 'B4', { text: '培训合格率' }, BLANK),
      ]);
      const sheet = await sheetOf(host, '绩效表');
      const { B4: _, ...rest } = contents(TABLE);
      equal(contents(sheet), { ...rest, A4: { text: '质量指标' } }, 'contents');
      equal(
        new Set(sheet.merges.map(({ top, left }) => [top, left])),
        new Set([
          [0, 0],
          [3, 0],
        ]),
        'areas',
      );
    },
  },
  {
    name: 'refuses to write into the covered part of a merged area',
    workbook: PLAIN,
    async run(driver) {
      const edits = [
        set('绩效表', 'B3', { text: '培训次数' }, { text: '改' }),
        set('绩效表', 'A4', BLANK, { text: '不见了' }),
      ];
      await expectUnchanged(driver, edits, (result) => void failed(result, 'cell-locked'));
    },
  },
  {
    name: 'opens rows last, so that all row numbers are those of before',
    workbook: PLAIN,
    needs: ({ host }) => host.capabilities.insertRows,
    async run({ host }) {
      const undo = await apply(host, [
        { kind: 'insertRows', sheet: '绩效表', before: 1, count: 1 },
        { kind: 'insertRows', sheet: '绩效表', before: 3, count: 2 },
        set('绩效表', 'B5', { text: '群众满意度' }, { text: '服务对象满意度' }),
      ]);
      const sheet = await sheetOf(host, '绩效表');
      const found = contents(sheet);
      equal(
        [found['B3'], found['B4'], found['B7'], found['B8'], found['B10']],
        [
          { text: '三级指标' },
          { text: '培训次数' },
          { text: '培训合格率' },
          { text: '服务对象满意度' },
          { text: '2025.12.15' },
        ],
        'rows have moved down',
      );
      equal(
        new Set(sheet.merges.map(({ top, bottom }) => [top, bottom])),
        new Set([
          [0, 0],
          [3, 6],
        ]),
        'the area has grown',
      );
      applied(await host.undo(undo));
      equal(picture(await sheetOf(host, '绩效表')), picture(TABLE), 'as before');
    },
  },
  {
    name: 'does not take rows away that a person has filled since',
    workbook: PLAIN,
    needs: ({ host }) => host.capabilities.insertRows,
    async run(driver) {
      const undo = await apply(driver.host, [{ kind: 'insertRows', sheet: '绩效表', before: 3, count: 2 }]);
      await driver.type('绩效表', at('B5'), { text: '新指标' });
      const result = await driver.host.undo(undo);
      ok(result.status === 'conflict', `a conflict, not ${result.status}`);
      equal(contents(await sheetOf(driver.host, '绩效表'))['B5'], { text: '新指标' }, 'the row is there');
    },
  },
  {
    name: 'adds a sheet with its contents, and takes it away again',
    workbook: PLAIN,
    needs: ({ host }) => host.capabilities.addSheet,
    async run(driver) {
      const { host } = driver;
      const before = await pictureOf(driver);
      const undo = await apply(host, [
        { kind: 'addSheet', sheet: RECORD_SHEET, visible: false },
        set(RECORD_SHEET, 'A1', BLANK, { text: '版本' }),
        set(RECORD_SHEET, 'B1', BLANK, { number: 1 }),
      ]);
      const { list, active, record } = await host.read({ sheets: 'active' });
      equal([list.at(-1), active], [{ name: RECORD_SHEET, visible: false }, '绩效表'], 'last in the list, not shown');
      equal(record && contents(record), { A1: { text: '版本' }, B1: { number: 1 } }, 'contents');
      applied(await host.undo(undo));
      equal(await pictureOf(driver), before, 'gone again');
    },
  },
  {
    name: 'does not add a sheet whose name is taken',
    workbook: PLAIN,
    needs: ({ host }) => host.capabilities.addSheet,
    async run(driver) {
      const edits: Edit[] = [
        set('绩效表', 'B3', { text: '培训次数' }, { text: '改' }),
        { kind: 'addSheet', sheet: '说明 (2)', visible: true },
      ];
      await expectUnchanged(driver, edits, (result) => void failed(result, 'sheet-exists'));
    },
  },
];

const MARKS: ContractCase[] = [
  {
    name: 'marks cells with their notes, one mark a cell, and clears them',
    workbook: PLAIN,
    needs: ({ host }) => host.capabilities.marks,
    async run(driver) {
      const { host } = driver;
      const before = await pictureOf(driver);
      await apply(host, [
        { kind: 'mark', sheet: '绩效表', cell: at('C3'), level: 'error', note: '指标值与解释不一致' },
        { kind: 'mark', sheet: '绩效表', cell: at('B5'), level: 'info', note: '' },
        { kind: 'mark', sheet: '说明 (2)', cell: at('A1'), level: 'warning', note: '甲' },
      ]);
      await apply(host, [
        { kind: 'mark', sheet: '绩效表', cell: at('C3'), level: 'warning', note: '缺少计量单位\n请补' },
      ]);
      const marks = await driver.marks('绩效表');
      equal(
        new Set(marks),
        new Set([
          { cell: 'C3', level: 'warning' },
          { cell: 'B5', level: 'info' },
        ]),
        'marks',
      );
      const notes = host.capabilities.notes === 'none' ? {} : { C3: '缺少计量单位\n请补' };
      equal(await ownNotes(driver, '绩效表'), notes, 'notes');
      equal(picture(await sheetOf(host, '绩效表')), picture(TABLE), 'contents are as they were');
      await apply(host, [
        { kind: 'clearMarks', sheet: '绩效表' },
        { kind: 'clearMarks', sheet: '说明 (2)' },
      ]);
      equal(await pictureOf(driver), before, 'nothing of ours is left');
    },
  },
  {
    name: 'replaces all marks of a sheet in one go, and undoes it',
    workbook: PLAIN,
    needs: ({ host }) => host.capabilities.marks,
    async run(driver) {
      const { host } = driver;
      await apply(host, [{ kind: 'mark', sheet: '绩效表', cell: at('C3'), level: 'error', note: '旧' }]);
      const undo = await apply(host, [
        { kind: 'clearMarks', sheet: '绩效表' },
        { kind: 'mark', sheet: '绩效表', cell: at('C4'), level: 'info', note: '新' },
      ]);
      equal(await driver.marks('绩效表'), [{ cell: 'C4', level: 'info' }], 'the new mark alone');
      applied(await host.undo(undo));
      equal(await driver.marks('绩效表'), [{ cell: 'C3', level: 'error' }], 'the old mark again');
      const notes = host.capabilities.notes === 'none' ? {} : { C3: '旧' };
      equal(await ownNotes(driver, '绩效表'), notes, 'with its note');
    },
  },
  {
    name: "leaves a person's own note alone",
    workbook: PLAIN,
    needs: ({ host, addNote }) => host.capabilities.marks && addNote !== undefined,
    async run(driver) {
      await driver.addNote?.('绩效表', at('C3'), '请核对');
      const own = await driver.notes('绩效表');
      const mark = (cell: string): Edit => ({
        kind: 'mark',
        sheet: '绩效表',
        cell: at(cell),
        level: 'error',
        note: '不一致',
      });
      await apply(driver.host, [mark('C3'), mark('C4')]);
      equal((await driver.marks('绩效表')).length, 2, 'both cells are marked');
      equal((await driver.notes('绩效表')).get('C3'), '请核对', 'the note stands');
      await apply(driver.host, [{ kind: 'clearMarks', sheet: '绩效表' }]);
      equal(await driver.notes('绩效表'), own, 'and stands after clearing');
      equal(await driver.marks('绩效表'), [], 'the marks are gone');
    },
  },
  {
    name: 'clears marks wherever they were copied to',
    workbook: PLAIN,
    needs: ({ host, copyMark }) => host.capabilities.marks && copyMark !== undefined,
    async run(driver) {
      await apply(driver.host, [{ kind: 'mark', sheet: '绩效表', cell: at('C3'), level: 'error', note: '' }]);
      await driver.copyMark?.('绩效表', at('C3'), area('C10:D12'));
      ok((await driver.marks('绩效表')).length > 1, 'the mark was copied');
      await apply(driver.host, [{ kind: 'clearMarks', sheet: '绩效表' }]);
      equal(await driver.marks('绩效表'), [], 'all are gone');
    },
  },
];

const PRESENCE: ContractCase[] = [
  {
    name: 'selects a cell, on another sheet too',
    workbook: { ...PLAIN, active: '绩效表' },
    async run(driver) {
      await driver.host.select({ sheet: '说明 (2)', ...at('B2') });
      const { active } = await driver.host.read({ sheets: 'active' });
      equal(active, '说明 (2)', 'the sheet is shown');
      if (driver.selected) equal(await driver.selected(), { sheet: '说明 (2)', cell: 'B2' }, 'the cell is selected');
      const error = await driver.host.select({ sheet: '没有', ...at('A1') }).catch((reason: unknown) => reason);
      ok(error instanceof HostError && error.code === 'missing-sheet', `missing-sheet, not ${String(error)}`);
    },
  },
  {
    name: "tells of a person's changes, not of its own, until nobody listens",
    workbook: PLAIN,
    needs: ({ host }) => host.capabilities.events,
    async run(driver) {
      const heard: HostEvent[] = [];
      const changes = () => heard.filter((event) => event.kind === 'changed');
      const stop = driver.host.subscribe((event) => heard.push(event));
      await new Promise((resolve) => setTimeout(resolve, 50));
      await driver.type('绩效表', at('C3'), { number: 15 });
      await eventually(() => changes().length > 0, 'a change');
      const change = changes()[0];
      ok(change?.kind === 'changed' && change.sheet === '绩效表', 'the sheet is named');
      if (change.range) equal(change.range, area('C3'), 'the cell is named');
      heard.length = 0;
      await apply(driver.host, [set('绩效表', 'C3', { number: 15 }, { number: 16 })]);
      await new Promise((resolve) => setTimeout(resolve, 50));
      equal(changes(), [], 'no echo of its own writing');
      stop();
      await driver.type('绩效表', at('C3'), { number: 17 });
      await new Promise((resolve) => setTimeout(resolve, 50));
      equal(changes(), [], 'silence');
    },
  },
];

/** What every host must do, whatever is behind it. */
export const CONTRACT: readonly ContractCase[] = [
  ...READING,
  ...WRITING,
  ...UNDOING,
  ...STRUCTURE,
  ...MARKS,
  ...FORMS,
  ...CHART_CASES,
  ...PRESENCE,
];
