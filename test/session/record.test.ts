import fc from 'fast-check';
import { INDICATOR_FIELDS } from '../../src/core/indicator';
import { applyEdits } from '../../src/core/check';
import { makeCell, makeSheet, RECORD_SHEET, type Edit, type FixEdit, type SheetSnapshot } from '../../src/core/sheet';
import {
  correctionsFor,
  EMPTY_RECORD,
  localTime,
  readRecord,
  recordCorrection,
  recordSuppression,
  withdrawCorrection,
  withdrawSuppression,
} from '../../src/session';
import { runs } from '../support/runs';

const AT = '2026-03-05T09:08:07';

const entry = (key: string, reason: string) => ({
  key,
  reason,
  by: '张会计',
  at: AT,
  code: 'PT201',
  place: 'Sheet1!D17',
  sentence: '比较符号与解释不一致。',
});

const correction = (column: number, header: string) => ({
  sheet: 'Sheet1',
  column,
  field: 'unit' as const,
  header,
  by: '张会计',
  at: AT,
});

/** What a host makes of the edits. */
function written(sheet: SheetSnapshot | null, edits: readonly Edit[]): SheetSnapshot {
  expect(edits.some(({ kind }) => kind === 'addSheet')).toBe(sheet === null);
  const { sheet: after, conflicts } = applyEdits(
    sheet ?? makeSheet(RECORD_SHEET, []),
    edits.filter((edit): edit is FixEdit => edit.kind === 'set'),
  );
  expect(conflicts).toEqual([]);
  return after;
}

function sheetOf(...rows: (string | number | null)[][]): SheetSnapshot {
  return makeSheet(
    RECORD_SHEET,
    rows.map((row) => row.map((value) => makeCell(value))),
  );
}

const HEADER = ['类型', '编码', '位置', '问题或内容', '理由', '人员', '时间', '键'];

describe('record sheet', () => {
  test('a suppression is read back as it was written', () => {
    const sheet = written(null, recordSuppression(null, entry('k1', '合同约定')));
    expect(readRecord(sheet).suppressions).toEqual([
      {
        key: 'k1',
        reason: '合同约定',
        by: '张会计',
        at: AT,
        sheet: 'Sheet1',
        place: 'Sheet1!D17',
        sentence: '比较符号与解释不一致。',
      },
    ]);
    expect(sheet.cells[0]?.map((cell) => cell?.value)).toEqual(HEADER);
    expect(sheet.cells[1]?.[3]?.value).toBe('比较符号与解释不一致。');
  });

  test('begun by hand, with no column for keys, it is read, and gets one with the first entry', () => {
    const rows = [
      ['类型', '编码', '位置', '问题或内容', '理由'],
      ['保留原值', 'PT215', 'Sheet1!D2', '', '系统限定'],
    ];
    const typed = makeSheet(
      RECORD_SHEET,
      rows.map((row) => row.map((word) => makeCell(word === '' ? null : word))),
    );
    expect(readRecord(typed).suppressions).toMatchObject([{ code: 'PT215', place: 'Sheet1!D2', reason: '系统限定' }]);
    const sheet = written(typed, recordSuppression(typed, entry('k1', '合同约定')));
    expect(sheet.cells[0]?.[5]?.value).toBe('键');
    expect(readRecord(sheet).suppressions.map(({ key, reason }) => [key, reason])).toEqual([
      ['PT215 Sheet1!D2', '系统限定'],
      ['k1', '合同约定'],
    ]);
    expect(withdrawSuppression(sheet, 'k1')).toHaveLength(1);
  });

  test('several are kept in their order; another reason for the same finding goes over the first', () => {
    let sheet = written(null, recordSuppression(null, entry('k1', '甲')));
    sheet = written(sheet, recordSuppression(sheet, entry('k2', '乙')));
    sheet = written(sheet, recordSuppression(sheet, entry('k1', '丙')));
    expect(readRecord(sheet).suppressions.map(({ key, reason }) => [key, reason])).toEqual([
      ['k1', '丙'],
      ['k2', '乙'],
    ]);
    expect(sheet.cells).toHaveLength(3);
  });

  test('a withdrawn one stays on the sheet, does not count, and can be taken up again', () => {
    let sheet = written(null, recordSuppression(null, entry('k1', '甲')));
    sheet = written(sheet, withdrawSuppression(sheet, 'k1'));
    expect(readRecord(sheet)).toEqual(EMPTY_RECORD);
    expect(sheet.cells[1]?.[4]?.value).toBe('甲');
    expect(withdrawSuppression(sheet, 'k1')).toEqual([]);
    sheet = written(sheet, recordSuppression(sheet, entry('k1', '乙')));
    expect(readRecord(sheet).suppressions).toHaveLength(1);
    expect(sheet.cells).toHaveLength(2);
  });

  test.each([
    ['no sheet', null, []],
    ['an empty sheet', makeSheet(RECORD_SHEET, []), []],
    ['somebody else’s sheet', sheetOf(['会议记录'], ['2026年3月']), []],
    [
      'a title above, a blank row and a remark between',
      sheetOf(['绩效审核记录'], [], HEADER, [], ['保留原值', '', '', '', '甲', '', '', 'k1'], ['注：以上已核']),
      ['k1'],
    ],
    ['columns moved, added and left out', sheetOf(['序号', '键', '理由', '类型'], [1, 'k1', '甲', '保留原值']), ['k1']],
    ['stray blanks', sheetOf([' 类型 ', '键\n', '理由'], [' 保留原值 ', 'k1 ', ' 甲']), ['k1']],
    ['a reason that was deleted', sheetOf(HEADER, ['保留原值', '', '', '', ' ', '', '', 'k1']), []],
    // Nobody can tell what it is about, which the check then says.
    ['a key that was deleted', sheetOf(HEADER, ['保留原值', '', '', '', '甲', '', '', null]), ['']],
    [
      'a key that was deleted, with what else tells the finding',
      sheetOf(HEADER, ['保留原值', 'PT201', 'Sheet1!D17', '', '甲', '', '', null]),
      ['PT201 Sheet1!D17'],
    ],
    ['a kind of entry that is not known', sheetOf(HEADER, ['审核意见', '', '', '同意', '', '', '', 'k1']), []],
    ['a number for a reason', sheetOf(HEADER, ['保留原值', '', '', '', 2025, '', '', 'k1']), ['k1']],
  ])('mended by hand: %s', (_name, sheet, keys) => {
    expect(readRecord(sheet).suppressions.map(({ key }) => key)).toEqual(keys);
  });

  test('a time typed anew, which the spreadsheet made a date, is read as one', () => {
    const sheet = sheetOf(HEADER, ['保留原值', '', '', '', '甲', '', 46086.5, 'k1']);
    expect(readRecord(sheet).suppressions[0]?.at).toBe('2026-03-05T12:00:00');
  });

  test('a sheet of that name with no header of ours gets one below what it holds', () => {
    const sheet = sheetOf(['会议记录'], ['2026年3月']);
    const after = written(sheet, recordSuppression(sheet, entry('k1', '甲')));
    expect(after.cells[0]?.[0]?.value).toBe('会议记录');
    expect(after.cells[3]?.map((cell) => cell?.value)).toEqual(HEADER);
    expect(readRecord(after).suppressions).toHaveLength(1);
  });

  test('each field of a corrected column is read back', () => {
    for (const field of [...INDICATOR_FIELDS, 'other' as const]) {
      const sheet = written(null, recordCorrection(null, { ...correction(4, '指标值'), field }));
      expect(readRecord(sheet).corrections).toEqual([{ ...correction(4, '指标值'), field }]);
    }
  });

  test('a correction follows its header when columns were inserted, and is mended where it is recorded', () => {
    const sheet = written(null, recordCorrection(null, correction(1, '单 位')));
    const before = makeSheet('Sheet1', [[makeCell('指标'), makeCell('单位')]]);
    const after = makeSheet('Sheet1', [[makeCell('序号'), makeCell('指标'), makeCell('单\n位')]]);
    const record = readRecord(sheet);
    expect(correctionsFor(record, before).map(({ column }) => column)).toEqual([1]);
    const [moved] = correctionsFor(record, after);
    expect(moved).toMatchObject({ column: 2, recordedColumn: 1, field: 'unit' });
    const again = written(sheet, recordCorrection(sheet, { ...correction(2, '单位'), field: 'remark' }, moved));
    expect(readRecord(again).corrections).toEqual([{ ...correction(2, '单位'), field: 'remark' }]);
    expect(readRecord(written(sheet, withdrawCorrection(sheet, moved!))).corrections).toEqual([]);
  });

  test('a correction stays at its column where the header is not to be told from another', () => {
    const sheet = makeSheet('Sheet1', [[makeCell('类型'), null, makeCell('类型')]]);
    const record = readRecord(written(null, recordCorrection(null, correction(1, '类型'))));
    expect(correctionsFor(record, sheet).map(({ column }) => column)).toEqual([1]);
    expect(correctionsFor(record, makeSheet('Sheet2', []))).toEqual([]);
  });

  test('whatever is written is read back, and nothing that was there is lost', () => {
    const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => text.trim() || '空');
    fc.assert(
      fc.property(fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 8 }), words, (entries, name) => {
        let sheet: SheetSnapshot | null = null;
        for (const [key, reason] of entries) sheet = written(sheet, recordSuppression(sheet, entry(key, reason)));
        const column = { ...correction(30, name), sheet: name };
        sheet = written(sheet, recordCorrection(sheet, column));
        const { suppressions, corrections } = readRecord(sheet);
        expect(new Map(suppressions.map(({ key, reason }) => [key, reason]))).toEqual(new Map(entries));
        expect(corrections).toEqual([column]);
      }),
      runs(150, 20261120),
    );
  });

  test('arbitrary sheets are read without failing', () => {
    const cell = fc.oneof(
      fc.constantFrom(...HEADER, '保留原值', '列对应', "'a'!B:B"),
      fc.string(),
      fc.double(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 10 }), { maxLength: 8 }), (rows) => {
        const sheet = sheetOf(...rows);
        readRecord(sheet);
        recordSuppression(sheet, entry('k', '甲'));
      }),
      runs(200, 20261121),
    );
  });

  test('times are the clock’s on the wall', () => {
    expect(localTime(new Date(2026, 2, 5, 9, 8, 7))).toBe(AT);
  });
});
