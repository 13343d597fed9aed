import { formatRange, type SheetSnapshot } from '../../src/core/sheet';
import { readHtml } from '../../src/formats/html';
import { openBytes } from '../../src/formats';
import { gb18030 } from '../support/forms';

const rows = (sheet: SheetSnapshot | undefined) =>
  sheet?.cells.map((row) => Array.from(row ?? [], (cell) => (cell ? cell.value : null)));
const table = (...lines: string[]) => `<table>${lines.map((line) => `<tr>${line}</tr>`).join('')}</table>`;

describe('cells', () => {
  test.each<[string, string, unknown]>([
    ['a percentage stays as it is written', '<td>100%</td>', '100%'],
    ['also where the program notes a number for it', '<td x:num="1" style="mso-number-format:0%">100%</td>', '100%'],
    ['a number', '<td align=right x:num>1600</td>', 1600],
    ['a number with separators', '<td>1,234.50</td>', 1234.5],
    ['what is no number', '<td>007</td>', '007'],
    ['a number that is to be text', `<td style='mso-number-format:"\\@"'>12</td>`, '12'],
    ['a date stays as it is written', '<td>2026年12月31日前</td>', '2026年12月31日前'],
    ['breaks', '<td>经济效<br>率指标</td>', '经济效\n率指标'],
    ['paragraphs', '<td><p>（一）甲</p>\n<p>（二）乙</p></td>', '（一）甲\n（二）乙'],
    ['white space collapses', '<td>\n  达到计划值\n  得满分 </td>', '达到计划值 得满分'],
    ['no-break spaces are spaces', '<td>&nbsp;甲&nbsp;乙&nbsp;</td>', '甲 乙'],
    ['references', '<td>&ge;95% &lt;b&gt; &#8804; &#x2264; &amp;lt;</td>', '≥95% <b> ≤ ≤ &lt;'],
    ['white space that counts', '<td><pre>甲\n  乙</pre></td>', '甲\n  乙'],
    ['what nobody sees', '<td>甲<span style="display:none">乙<b>丙</b></span><script>丁</script></td>', '甲'],
    ['what Word hides', '<td>甲<span style="mso-hide:all">乙</span></td>', '甲'],
    ['comments and conditions', '<td><!--甲--><![if !x]>乙<![endif]><!--[if gte mso 9]>丙<![endif]--></td>', '乙'],
    ['a bracket in an attribute', '<td title="a > b">甲</td>', '甲'],
    ['a lone bracket', '<td>实际值 < 90%</td>', '实际值 < 90%'],
    ['a small table inside is part of the text', '<td>甲<table><tr><td>乙</td></tr></table></td>', '甲\n乙'],
    ['a formula is text', '<td>=HYPERLINK("http://x")</td>', '=HYPERLINK("http://x")'],
  ])('%s', (_, cell, expected) => {
    const [sheet] = readHtml(table(`${cell}<td>尾</td>`), '表');
    expect(rows(sheet)).toEqual([[expected, '尾']]);
  });

  test('what a class says of its cells', () => {
    const style = '<style><!-- td {color:red} .xl65, td.xl66 {font:宋体; mso-number-format:"\\@";} --></style>';
    const [sheet] = readHtml(
      `${style}${table('<td class=xl65>12</td><td class="xl67 xl66">3</td><td class=x>4</td>')}`,
      '',
    );
    expect(rows(sheet)).toEqual([['12', '3', 4]]);
  });
});

describe('spans', () => {
  test.each<[string, string, unknown[][], string[]]>([
    [
      'over columns and rows',
      table('<td rowspan=2 colspan=2>甲</td><td>乙</td>', '<td>丙</td>', '<td>丁</td><td>戊</td><td>己</td>'),
      [
        ['甲', null, '乙'],
        [null, null, '丙'],
        ['丁', '戊', '己'],
      ],
      ['A1:B2'],
    ],
    [
      'not beyond the last row',
      table('<td rowspan=9>甲</td><td>乙</td>', '<td>丙</td>'),
      [
        ['甲', '乙'],
        [null, '丙'],
      ],
      ['A1:A2'],
    ],
    [
      'not beyond the group of rows',
      '<table><thead><tr><td rowspan=5>甲</td><td>乙</td></tr></thead><tbody><tr><td>丙</td><td>丁</td></tr></tbody></table>',
      [
        ['甲', '乙'],
        ['丙', '丁'],
      ],
      [],
    ],
    [
      'rowspan=0 to the end of it',
      table('<td rowspan=0>甲</td><td>乙</td>', '<td>丙</td>', '<td>丁</td>'),
      [
        ['甲', '乙'],
        [null, '丙'],
        [null, '丁'],
      ],
      ['A1:A3'],
    ],
    [
      'never over one another',
      table('<td>甲</td><td rowspan=2>乙</td><td>丙</td>', '<td colspan=3>丁</td>'),
      [['甲', '乙', '丙'], ['丁']],
      ['B1:B2'],
    ],
    ['nonsense is one', table('<td colspan=-3 rowspan=x>甲</td><td>乙</td>'), [['甲', '乙']], []],
    [
      'closing tags left out, rows that are hidden',
      '<table><tr><td>甲<td>乙<tr style="display:none"><td>丙<td>丁<tr><td>戊<td>己</table>',
      [
        ['甲', '乙'],
        ['戊', '己'],
      ],
      [],
    ],
  ])('%s', (_, html, expected, merges) => {
    const [sheet] = readHtml(html, '表');
    const found = rows(sheet)?.map((row) => row.slice(0, expected[0]?.length));
    expect(found?.map((row, i) => row.concat(Array(3).fill(null)).slice(0, expected[i]?.length))).toEqual(expected);
    expect(sheet?.merges.map(formatRange)).toEqual(merges);
  });
});

describe('documents', () => {
  const head = '<td>一级指标</td><td>指标值</td>';

  test('lines above and below a table stand over and under it', () => {
    const [sheet, ...more] = readHtml(
      `<body><h2>项目支出绩效目标表</h2><p>（2026年度）</p>${table(head, '<td>产出指标</td><td>≥10</td>')}<p>填报人：</p></body>`,
      '表',
    );
    expect(more).toEqual([]);
    expect(sheet?.name).toBe('项目支出绩效目标表');
    expect(rows(sheet)).toEqual([
      ['项目支出绩效目标表'],
      ['（2026年度）'],
      ['一级指标', '指标值'],
      ['产出指标', '≥10'],
      ['填报人：'],
    ]);
    expect(sheet?.merges.map(formatRange)).toEqual(['A1:B1', 'A2:B2', 'A5:B5']);
  });

  test('a form under its own title is a sheet of its own, a piece without one is not', () => {
    const form = (title: string) => `<p>${title}</p>${table(head, '<td>产出指标</td><td>1</td>')}`;
    const sheets = readHtml(
      `${form('甲项目绩效目标表')}<p>接上页</p>${table(head)}${form('附件2')}${form('乙绩效目标表')}`,
      '表',
    );
    expect(sheets.map(({ name, cells }) => [name, cells.length])).toEqual([
      ['甲项目绩效目标表', 5],
      ['表', 3],
      ['乙绩效目标表', 3],
    ]);
  });

  test('a page that is laid out by tables', () => {
    const inner = table(head, '<td>产出指标</td><td>1</td>');
    const sheets = readHtml(`<table><tr><td>导航</td><td><p>绩效目标表</p>${inner}</td></tr></table>`, '表');
    expect(rows(sheets[0])).toEqual([['导航'], ['绩效目标表'], ['一级指标', '指标值'], ['产出指标', 1]]);
  });

  test('the report around a table is left out', () => {
    const report = Array.from({ length: 40 }, (_, i) => `<p>第${i}段</p>`).join('');
    const [sheet] = readHtml(`${report}${table(head)}${report}`, '表');
    expect(sheet?.cells.length).toBe(25);
    expect(rows(sheet)?.[0]).toEqual(['第28段']);
  });

  test.each<[string, Uint8Array]>([
    ['GB2312 as declared', gb18030(`<html><meta charset=gb2312>${table('<td>绩效</td><td>目标</td>')}`)],
    ['GB18030 that calls itself UTF-8', gb18030(`<html><meta charset="utf-8">${table('<td>绩效</td><td>目标</td>')}`)],
    ['UTF-8', new TextEncoder().encode(`<html>${table('<td>绩效</td><td>目标</td>')}`)],
    [
      'a page saved as one file',
      new TextEncoder().encode(
        `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x-y"\r\n\r\n--x-y\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><table><tr><td>=E7=BB=A9=\r\n=E6=95=88</td><td class=3D"x">=E7=9B=AE=E6=A0=87</td></tr></table></html>\r\n--x-y--`,
      ),
    ],
    [
      'the same in base64',
      new TextEncoder().encode(
        `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="x-y"\r\n\r\n--x-y\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(table('<td>绩效</td><td>目标</td>')).toString('base64')}\r\n--x-y--`,
      ),
    ],
  ])('%s', async (_, bytes) => {
    expect(rows((await openBytes('表', bytes)).sheets[0])).toEqual([['绩效', '目标']]);
  });
});
