import fc from 'fast-check';
import { formatRange, type SheetSnapshot } from '../../src/core/sheet';
import { openBytes, openPasted } from '../../src/formats';
import { readText } from '../../src/formats/text';
import { runs } from '../support/runs';
import { gb18030, utf16 } from '../support/forms';

const rows = (sheet: SheetSnapshot | undefined) =>
  sheet?.cells.map((row) => Array.from(row ?? [], (cell) => (cell ? cell.value : null)));
const only = (text: string) => {
  const { sheets } = readText(text, '表');
  expect(sheets).toHaveLength(1);
  return sheets[0] as SheetSnapshot;
};

test.each<[string, string, unknown[][]]>([
  [
    'commas',
    '甲,乙\n1,2\n',
    [
      ['甲', '乙'],
      [1, 2],
    ],
  ],
  [
    'semicolons, commas being decimals',
    '甲;乙\n1,5;2\n',
    [
      ['甲', '乙'],
      ['1,5', 2],
    ],
  ],
  [
    'bars',
    '甲|乙\n1|2',
    [
      ['甲', '乙'],
      [1, 2],
    ],
  ],
  [
    'tabs, as spreadsheets copy',
    '甲\t"乙\n丙"\r\n\t2\r\n',
    [
      ['甲', '乙\n丙'],
      [null, 2],
    ],
  ],
  [
    'the separator is said',
    'sep=;\r\n甲,乙;丙\r\n1;2',
    [
      ['甲,乙', '丙'],
      [1, 2],
    ],
  ],
  [
    'quotes, breaks and separators in them',
    '甲,"a ""b"", c\nd"\n"1","2"',
    [
      ['甲', 'a "b", c\nd'],
      [1, 2],
    ],
  ],
  [
    'a quote that is never closed',
    '甲,乙\n"丙,丁\n1,2',
    [
      ['甲', '乙'],
      ['"丙', '丁'],
      [1, 2],
    ],
  ],
  [
    'a quote inside a field',
    '甲,5"管\n1,2',
    [
      ['甲', '5"管'],
      [1, 2],
    ],
  ],
  [
    'numbers that exports guard',
    '编号,值\n="007","=""008"""',
    [
      ['编号', '值'],
      ['007', '008'],
    ],
  ],
  [
    'numbers as they are shown',
    'a,b\n1.50,"1,600"\n100%,007\n12345678901234567,-0',
    [
      ['a', 'b'],
      [1.5, 1600],
      ['100%', '007'],
      ['12345678901234567', '-0'],
    ],
  ],
  ['a title line above', '绩效目标表\n甲,乙\n1,2\n3,4', [['绩效目标表'], ['甲', '乙'], [1, 2], [3, 4]]],
  [
    'cells of Word that break over lines',
    '甲\t乙\t丙\n产出\t经济效\n率指标\t10\n满意\t丁\t5',
    [
      ['甲', '乙', '丙'],
      ['产出', '经济效\n率指标', 10],
      ['满意', '丁', 5],
    ],
  ],
  [
    'columns held apart by spaces',
    '一级指标  三级指标  指标值\n产出指标  培训 次数  ≥10\n效益指标  知晓率  ≥90%',
    [
      ['一级指标', '三级指标', '指标值'],
      ['产出指标', '培训 次数', '≥10'],
      ['效益指标', '知晓率', '≥90%'],
    ],
  ],
  [
    'columns one space apart, as PDF viewers copy',
    '绩效目标表\n一级指标 三级指标 指标值\n产出指标 培训次数 ≥10\n效益指标 知晓率 ≥90%',
    [
      ['绩效目标表'],
      ['一级指标', '三级指标', '指标值'],
      ['产出指标', '培训次数', '≥10'],
      ['效益指标', '知晓率', '≥90%'],
    ],
  ],
  [
    'Markdown',
    '# 绩效目标表\n\n| 甲 | 乙 |\n|:--|--:|\n| **丙** | a\\|b |\n| x<br>y | 实际值/计划值*分值*2 |\n\n说明',
    [['绩效目标表'], ['甲', '乙'], ['丙', 'a|b'], ['x\ny', '实际值/计划值*分值*2'], ['说明']],
  ],
  [
    'Markdown without bars at the sides',
    '甲 | 乙\n---|---\n1 | 2',
    [
      ['甲', '乙'],
      [1, 2],
    ],
  ],
  ['Markdown with an empty head', '| | |\n|--|--|\n| 甲 | <p>乙</p> <p>丙</p> |', [['甲', '乙\n丙']]],
  ['HTML', '<table><tr><td>甲</td><td>&ge;1</td></tr></table>', [['甲', '≥1']]],
  ['lines alone', '甲\n\n乙', [['甲'], ['乙']]],
  [
    'no-break spaces, NULs and halves of characters',
    '甲\u00A0,\u0000乙\n\uD800,2',
    [
      ['甲', '乙'],
      ['\uFFFD', 2],
    ],
  ],
])('%s', (_, text, expected) => {
  const sheet = only(text);
  expect(rows(sheet)?.map((row, i) => row.slice(0, expected[i]?.length))).toEqual(expected);
});

test('cells on lines of their own', () => {
  const sheet = only(
    '绩效目标表\n\t部门\n\t甲\n\n\t一级\n\t二级\n\t三级\n\t值\n\n\t产出\n\t数量\n\t场次\n\t9\n\n\t产出\n\n\t数量\n指标\n\t次数\n\t10\n\n\t\n\t质量\n\t率\n\t\n\t≥95%\n\n填报人：\n',
  );
  expect(rows(sheet)).toEqual([
    ['绩效目标表'],
    ['部门', '甲'],
    ['一级', '二级', '三级', '值'],
    ['产出', '数量', '场次', 9],
    ['产出', '数量\n指标', '次数', 10],
    [null, '质量', '率', '≥95%'],
    ['填报人：'],
  ]);
  expect(sheet.merges.map(formatRange)).toEqual(['A1:D1', 'B2:D2', 'A7:D7']);
});

const TEXT = '一级指标,指标值\r\n产出指标,≥95%\r\n';
test.each<[string, Uint8Array]>([
  ['UTF-8', new TextEncoder().encode(TEXT)],
  ['UTF-8 with its mark', new TextEncoder().encode(`\uFEFF${TEXT}`)],
  ['UTF-8 cut within its last character', new TextEncoder().encode(`${TEXT}尾`).slice(0, -1)],
  ['GB18030', gb18030(TEXT)],
  ['UTF-16 LE', utf16(TEXT, 'le')],
  ['UTF-16 BE', utf16(TEXT, 'be')],
  ['UTF-16 LE without a mark', utf16(TEXT, 'le', false)],
  ['UTF-16 BE without a mark', utf16(TEXT, 'be', false)],
])('%s', async (_, bytes) => {
  const { sheets, form, notes } = await openBytes('目录/表.csv', bytes);
  expect([form, notes, sheets[0]?.name]).toEqual(['csv', [], '表']);
  expect(rows(sheets[0])?.slice(0, 2)).toEqual([
    ['一级指标', '指标值'],
    ['产出指标', '≥95%'],
  ]);
});

describe('pasted', () => {
  test('HTML comes first where it has a table', () => {
    const html = '<table><tr><td colspan=2>甲</td></tr><tr><td>1</td><td>2</td></tr></table>';
    expect(openPasted({ html, text: 'x' }, '粘贴').sheets[0]?.merges.map(formatRange)).toEqual(['A1:B1']);
    expect(rows(openPasted({ html: '<p>x</p>', text: '甲\t乙\n1\t2' }, '粘贴').sheets[0])).toEqual([
      ['甲', '乙'],
      [1, 2],
    ]);
  });

  test.each([[{}], [{ html: '', text: '  ' }]])('nothing: %j', (copied) => {
    expect(() => openPasted(copied, '粘贴')).toThrow(expect.objectContaining({ code: 'not-xlsx' }));
  });
});

test('any text is read, and its words are all there', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '\t',
      '\n',
      ',',
      ';',
      '|',
      '"',
      '  ',
      '\u3000',
      '|--|--|\n',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '=1+1',
      '\r\n',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
    fc.constantFrom('产出指标', '≥95%', '满意度'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const text = pieces.join('');
      const { form, sheets } = readText(text, '表');
      if (form === 'html') return;
      const said = sheets
        .flatMap(({ cells }) => cells.flatMap((row) => (row ?? []).map((cell) => cell?.text ?? '')))
        .join('');
      for (const word of ['产出指标', '满意度']) {
        expect(said.split(word).length).toBeGreaterThanOrEqual(Math.min(2, text.split(word).length));
      }
      for (const { merges } of sheets)
        for (const { top, bottom, left, right } of merges) expect(top <= bottom && left <= right).toBe(true);
    }),
    runs(300),
  );
});
