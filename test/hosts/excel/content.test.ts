import fc from 'fast-check';
import { blocksOf, cellsOf, slicesOf } from '../../../src/hosts/excel/blocks';
import { cellOf, formatFor, heldContent, inputOf, isTempting, tookContent } from '../../../src/hosts/excel/content';
import { areasOf } from '../../../src/hosts/excel/read';
import { TEMPTING_TEXTS } from '../../contract/cases';
import { runs } from '../../support/runs';

const raw = (value: unknown, more: object = {}) => ({
  value,
  formula: value,
  type: typeof value === 'string' ? 'String' : 'Double',
  numberFormat: 'General',
  ...more,
});

describe('what Excel tells of a cell', () => {
  test.each([
    ['an empty cell', raw(''), null],
    ['a number', raw(10, { text: '10' }), { value: 10, text: '10' }],
    ['a percentage', raw(0.95, { text: '95%', numberFormat: '0%' }), { value: 0.95, text: '95%', numberFormat: '0%' }],
    ['a text', raw('甲'), { value: '甲', text: '甲' }],
    ['a formula', raw(4, { formula: '=A1+1' }), { value: 4, text: '4', formula: '=A1+1' }],
    ['a formula that gives nothing', raw('', { formula: '=""' }), { value: '', text: '', formula: '=""' }],
    ['a text that looks like a formula', raw('=A1+1'), { value: '=A1+1', text: '=A1+1' }],
    ['an error', raw('#REF!', { type: 'Error' }), { value: { error: '#REF!' }, text: '#REF!' }],
    ['a text that looks like an error', raw('#REF!'), { value: '#REF!', text: '#REF!' }],
    ['a truth value', raw(true, { type: 'Boolean', text: 'TRUE' }), { value: true, text: 'TRUE' }],
    ['nulls', { value: null, formula: null, type: null, numberFormat: null }, null],
  ])('%s', (_, told, cell) => {
    expect(cellOf(told)).toEqual(cell);
  });
});

describe('what is given to Excel', () => {
  test.each(TEMPTING_TEXTS)('%j is tempting, or harmless as it stands', (text) => {
    expect(isTempting(text)).toBe(text !== '第一行\n第二行');
  });

  test.each(['培训次数', '不低于95%', '计划3场', '第2项', '效果明显', '14万元', '年度内及时完成'])(
    '%s is not',
    (text) => {
      expect(isTempting(text)).toBe(false);
    },
  );

  test.each([
    [{ text: '2026年12月31日' }, 'General', "'2026年12月31日"],
    [{ text: '2026年12月31日' }, '0%', "'2026年12月31日"],
    [{ text: '2026年12月31日' }, '@', '2026年12月31日'],
    [{ text: "'甲" }, '@', "''甲"],
    [{ text: '甲\r\n乙' }, 'General', '甲\n乙'],
    [{ number: 10 }, 'General', 10],
    [{ boolean: true }, 'General', true],
    [{ formula: '=A1' }, 'General', '=A1'],
    [{ error: '#N/A' }, 'General', '#N/A'],
    [{ blank: true }, '@', ''],
  ] as const)('%j in format %s is given as %j', (content, format, input) => {
    expect(inputOf(content, format)).toBe(input);
  });

  test.each([
    [{ number: 10 }, '@', undefined, 'General'],
    [{ formula: '=A1' }, '@', undefined, 'General'],
    [{ number: 10 }, '0%', undefined, null],
    [{ number: 10, numberFormat: '0%' }, '0%', undefined, null],
    [{ number: 10, numberFormat: '0.0' }, '0%', undefined, '0.0'],
    [{ text: '10' }, '@', undefined, null],
    [{ text: '10' }, 'General', '@', '@'],
    [{ text: '10' }, '@', '@', null],
  ] as const)('%j over format %s (wanted: %s) needs format %s', (content, format, wanted, needed) => {
    expect(formatFor(content, format, wanted)).toBe(needed);
  });

  test('a number may lose its 17th digit, not more', () => {
    expect(tookContent({ number: 0.1 + 0.2 }, { number: 0.3 })).toBe(true);
    expect(tookContent({ number: 10 }, { number: 10.1 })).toBe(false);
    expect(tookContent({ text: '10' }, heldContent(raw(10)).content)).toBe(false);
  });
});

test('addresses of areas', () => {
  expect(areasOf("'甲, ''乙'!A1:B2,'甲, ''乙'!C3,表!D4")).toEqual([
    { top: 0, left: 0, bottom: 1, right: 1 },
    { top: 2, left: 2, bottom: 2, right: 2 },
    { top: 3, left: 3, bottom: 3, right: 3 },
  ]);
});

describe('blocks', () => {
  const cell = fc.record({ row: fc.nat(12), column: fc.nat(6) });
  const key = ({ row, column }: { row: number; column: number }) => `${row},${column}`;

  test('hold exactly the cells, each once', () => {
    fc.assert(
      fc.property(fc.array(cell), (cells) => {
        const held = blocksOf(cells).flatMap((block) => [...cellsOf(block)].map(key));
        expect(held.sort()).toEqual([...new Set(cells.map(key))].sort());
      }),
      runs(500, 20251215),
    );
  });

  test('a column is one block, a rectangle is one block', () => {
    const rectangle = { top: 3, left: 1, bottom: 9, right: 4 };
    expect(blocksOf(cellsOf(rectangle))).toEqual([rectangle]);
  });

  test('slices cover a range', () => {
    expect(slicesOf({ top: 2, left: 0, bottom: 8, right: 1 }, 3).map(({ top, bottom }) => [top, bottom])).toEqual([
      [2, 4],
      [5, 7],
      [8, 8],
    ]);
  });
});
