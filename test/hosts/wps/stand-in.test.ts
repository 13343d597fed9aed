import { makeCell, makeSheet } from '../../../src/core/sheet';
import { MISSING_ARGUMENT, startWps } from '../../support/wps';
import type { WpsOptions } from '../../support/wps';

/** Whatever a page can do with the object model. */
interface Any {
  (...args: unknown[]): Any;
  [member: string]: Any;
}

function start(options: WpsOptions = {}) {
  const sheet = makeSheet('表', [
    [makeCell('甲'), makeCell(0.5, { numberFormat: '0%' }), makeCell({ error: '#N/A' })],
    [null, makeCell(2), makeCell({ error: '#DIV/0!' }, { formula: '=1/0' })],
  ]);
  const wps = startWps([sheet, makeSheet('空', [])], options);
  const app = (wps.root.Application ?? wps.root.wps) as unknown as Any;
  return { ...wps, app, sheet: app.ActiveSheet as unknown as Any, raw: app as unknown as Record<string, unknown> };
}

const value = (of: unknown) => of as never;

describe('the traps of WPS', () => {
  test('Value cannot be assigned, Value2 can', () => {
    const { sheet } = start();
    const cell = sheet.Range?.('A1') as unknown as Record<string, unknown>;
    expect(() => (cell.Value = 1)).toThrow();
    cell.Value2 = 1;
    expect(cell.Value2).toBe(1);
  });

  test('one cell gives a scalar, a block rows; empty is null; errors are integers', () => {
    const { sheet } = start();
    expect(sheet.Range?.('A1').Value2).toBe('甲');
    expect(sheet.Range?.('A1:C2').Value2).toEqual([
      ['甲', 0.5, -2146828288 + 2042],
      [null, 2, -2146828288 + 2007],
    ]);
  });

  test('Address is a method; collections are counted from 1; unknown members are loud', () => {
    const { app, sheet } = start();
    expect(sheet.Range?.('B2:C3').Address?.(false, false)).toBe('B2:C3');
    expect(sheet.Range?.('B2').Address?.()).toBe('$B$2');
    const sheets = value(app.ActiveWorkbook?.Worksheets) as Any;
    expect(sheets.Item?.(1).Name).toBe('表');
    expect(() => sheets.Item?.(0)).toThrow();
    expect(() => sheets.Item?.('没有')).toThrow();
    expect(() => app.Enum).toThrow('stand-in');
    expect(app.Name).toBe('Microsoft Excel');
  });

  test('an empty sheet uses A1, which is null', () => {
    const { app } = start();
    const used = app.ActiveWorkbook?.Worksheets?.Item?.('空').UsedRange as Any;
    expect([used.Address?.(false, false), used.Value2]).toEqual(['A1', null]);
  });

  test('what differs within a range is null', () => {
    const { sheet, raw } = start();
    expect(sheet.Range?.('B1:B2').NumberFormat).toBeNull();
    expect(sheet.Range?.('A1:C2').HasFormula).toBeNull();
    expect(sheet.Range?.('A1:B1').Text).toBeNull();
    expect(sheet.Range?.('B1').Text).toBe('50%');
    raw.DisplayAlerts = false;
    sheet.Range?.('A1:B1').Merge?.();
    expect(sheet.Range?.('A1:B2').MergeCells).toBeNull();
  });

  test('special cells throw where there are none, and on one cell', () => {
    const { sheet } = start();
    expect(sheet.Range?.('A1:C2').SpecialCells?.(-4123).Address?.(false, false)).toBe('C2');
    expect(() => sheet.Range?.('A1:B1').SpecialCells?.(-4123)).toThrow();
    expect(() => sheet.Range?.('C2').SpecialCells?.(-4123)).toThrow();
  });

  test('a validation is taken away before another is given', () => {
    const { sheet } = start();
    const validation = sheet.Range?.('A1:A3').Validation as Any;
    expect(() => validation.Type).toThrow();
    validation.Add?.(3, 1, 1, '甲,乙');
    expect(() => validation.Add?.(3, 1, 1, '甲')).toThrow();
    validation.Delete?.();
    validation.Add?.(3, 1, 1, '甲');
    expect(validation.Formula1).toBe('甲');
  });

  test('a cell may have no comment, and has one at most', () => {
    const { sheet } = start();
    expect(sheet.Range?.('A1').Comment).toBeNull();
    sheet.Range?.('A1').AddComment?.('请核对');
    expect(() => sheet.Range?.('A1').AddComment?.('甲')).toThrow();
    expect((sheet.Comments as Any).Item?.(1).Text?.()).toBe('请核对');
  });

  test('colours are blue, green, red; a new sheet is shown at once', () => {
    const { app, sheet, book } = start();
    const interior = value(sheet.Range?.('A1').Interior) as Record<string, unknown>;
    interior.Color = 0x0000ff;
    expect(book.sheets[0]?.looks({ row: 0, column: 0 }).fill).toBe(255);
    expect(() => (interior.Color = '#FF0000')).toThrow();
    const sheets = app.ActiveWorkbook?.Worksheets as Any;
    sheets.Add?.(null, sheets.Item?.(2));
    expect([book.sheets.length, book.active.name]).toEqual([3, 'Sheet3']);
  });

  test('people are asked before cells are lost, unless alerts are off', () => {
    const { raw, sheet } = start();
    expect(() => sheet.Range?.('A1:B1').Merge?.()).toThrow('dialog');
    expect(() => sheet.Delete?.()).toThrow('dialog');
    raw.DisplayAlerts = false;
    expect(() => sheet.Range?.('A1:B1').Merge?.()).not.toThrow();
  });

  test.each([
    [
      'whole',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'rows',
      [
        ['甲', 0.5],
        [null, 2],
      ],
    ],
    [
      'cells',
      [
        ['甲', 0.5],
        [null, 2],
      ],
    ],
    [
      'corner',
      [
        ['a', 0.5],
        [null, 2],
      ],
    ],
  ] as const)('arrays are written as the build does it: %s', (writes, expected) => {
    const { sheet } = start({ writes });
    const block = value(sheet.Range?.('A1:B2')) as Record<string, unknown>;
    block.Value2 = [
      ['a', 'b'],
      ['c', 'd'],
    ];
    expect(block.Value2).toEqual(expected);
  });

  test('members that a build lacks are undefined at one root and there at the other', () => {
    const { root } = start({ roots: 'mac' });
    const [app, addin] = [root.Application, root.wps] as unknown as [Any, Any];
    expect(app.ApiEvent).toBeUndefined();
    expect(addin.ApiEvent).toBeDefined();
    expect(addin.Workbooks).toBeUndefined();
  });
});

describe('the bridge', () => {
  test('counts each property and each method once', () => {
    const { bridge, sheet } = start();
    bridge.calls = 0;
    const cell = sheet.Range?.('A1') as unknown as Record<string, unknown>;
    void cell.Value2;
    cell.Value2 = 3;
    expect(bridge.calls).toBe(3);
  });

  test.each([
    [{}, 'broke at', '甲', 2],
    [{ after: true }, 'broke after', 2, 2],
    [{ forGood: true }, 'broke at', '甲', '甲'],
  ])('fails as it is told: %j', (how, words, then, later) => {
    const { bridge, sheet, book } = start();
    const cell = sheet.Range?.('A1') as unknown as Record<string, unknown>;
    bridge.fail(1, how);
    expect(() => (cell.Value2 = 2)).toThrow(words);
    const now = () => book.sheets[0]?.at({ row: 0, column: 0 })?.value;
    expect(now()).toBe(then);
    try {
      cell.Value2 = 2;
    } catch {
      // For good.
    }
    expect(now()).toBe(later);
  });

  test('custom functions get blocks of one for cells, and a number for what is left out', () => {
    const { app, call } = start();
    const seen: unknown[][] = [];
    const take = (...args: unknown[]) => seen.push(args);
    const parameters = [{ type: 'any[][]' }, { type: 'any[][]?' }];
    app.AddCustomFunction?.('PERF', 'TAKE', value(take), value({ result: { type: 'any' }, parameters }));
    call('PERF.TAKE', 5);
    expect(seen).toEqual([[[[5]], MISSING_ARGUMENT]]);
    expect(call('PERF.OTHER')).toBe('#NAME?');
  });
});
