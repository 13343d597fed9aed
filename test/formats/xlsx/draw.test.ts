import { makeSheet, parseRange, type Edit, type Range } from '../../../src/core/sheet';
import { patchWorkbook, readWorkbook, writeWorkbook, type WorkbookPatch } from '../../../src/formats/xlsx';
import { FileHost } from '../../../src/hosts/file';
import { drawingIn } from '../../support/xlsx-drawing';
import { partsOf, rawWorkbook } from '../../support/xlsx';

const area = (ref: string): Range => parseRange(ref) as Range;
const SHEET = 'xl/worksheets/sheet1.xml';

function patched(inner: string, patch: WorkbookPatch, styles?: string): Map<string, string> {
  const bytes = rawWorkbook({ sheets: { 表: inner }, ...(styles === undefined ? {} : { styles }) });
  return partsOf(patchWorkbook(readWorkbook(bytes), patch).zip.save());
}

const bodyOf = (text = '') =>
  text.slice(text.indexOf('>', text.indexOf('<worksheet')) + 1, text.lastIndexOf('</worksheet>'));

const STYLES =
  '<fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font></fonts>' +
  '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>';

describe('looks', () => {
  test('a font is another one of the list, its theme left out; cells keep what they hold', () => {
    const parts = patched(
      '<sheetData><row r="1" spans="1:1"><c r="A1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c></row></sheetData>',
      {
        draws: [
          {
            kind: 'format',
            sheet: '表',
            range: area('A1:B1'),
            format: { font: '宋体', bold: true, horizontal: 'center', wrap: true },
          },
        ],
      },
      STYLES,
    );
    expect(bodyOf(parts.get(SHEET))).toBe(
      '<sheetData><row r="1" spans="1:1"><c r="A1" t="str" s="1"><f>"a"&amp;"b"</f><v>ab</v></c><c r="B1" s="1"/></row></sheetData>',
    );
    const styles = parts.get('xl/styles.xml');
    expect(styles).toContain(
      '<fonts count="2"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font>' +
        '<font><b/><sz val="11"/><color theme="1"/><name val="宋体"/><charset val="134"/></font></fonts>',
    );
    expect(styles).toContain(
      '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1">' +
        '<alignment horizontal="center" wrapText="1"/></xf>',
    );
  });

  test('many cells of equal looks are one style', () => {
    const parts = patched(
      '<sheetData/>',
      {
        draws: [
          { kind: 'format', sheet: '表', range: area('A1:J50'), format: { borders: true, size: 10 } },
          { kind: 'format', sheet: '表', range: area('A1:J1'), format: { fill: '#eeeeee' } },
        ],
      },
      STYLES,
    );
    expect(parts.get('xl/styles.xml')).toContain('<cellXfs count="3">');
  });

  test('whole columns are too much', () => {
    expect(() =>
      patched('<sheetData/>', {
        draws: [{ kind: 'format', sheet: '表', range: area('A1:C1048576'), format: { bold: true } }],
      }),
    ).toThrow('too-large');
  });
});

describe('sizes', () => {
  test.each([
    ['', 1, '<cols><col width="10.7109375" customWidth="1" min="2" max="2"/></cols>'],
    [
      '<cols><col min="1" max="5" width="9" style="3"/></cols>',
      2,
      '<cols><col min="1" max="2" width="9" style="3"/><col min="3" max="3" width="10.7109375" style="3" customWidth="1"/>' +
        '<col min="4" max="5" width="9" style="3"/></cols>',
    ],
    [
      '<cols><col min="3" max="3" width="20" bestFit="1" customWidth="1"/><col min="7" max="7" hidden="1"/></cols>',
      2,
      '<cols><col min="3" max="3" width="10.7109375" customWidth="1"/><col min="7" max="7" hidden="1"/></cols>',
    ],
  ])('widths beside %s', (cols, first, wanted) => {
    const parts = patched(`${cols}<sheetData/>`, {
      draws: [{ kind: 'columnWidths', sheet: '表', first, sizes: [10] }],
    });
    expect(bodyOf(parts.get(SHEET))).toBe(`${wanted}<sheetData/>`);
  });

  test('heights, of rows that are there and of others', () => {
    const parts = patched('<sheetData><row r="2" ht="10"><c r="A2"><v>1</v></c></row><row r="5"/></sheetData>', {
      draws: [{ kind: 'rowHeights', sheet: '表', first: 0, sizes: [20, 30, 40] }],
    });
    expect(bodyOf(parts.get(SHEET))).toBe(
      '<sheetData><row r="1" ht="20" customHeight="1"/><row r="2" ht="30" customHeight="1"><c r="A2"><v>1</v></c></row>' +
        '<row r="3" ht="40" customHeight="1"/><row r="5"/></sheetData>',
    );
  });
});

describe('validations', () => {
  const was = (rules: string, count = 1) => `<dataValidations count="${count}">${rules}</dataValidations>`;
  const rule = (sqref: string, formula: string) =>
    `<dataValidation type="list" sqref="${sqref}"><formula1>${formula}</formula1></dataValidation>`;
  const free = (range: string): WorkbookPatch => ({
    draws: [{ kind: 'validation', sheet: '表', range: area(range), source: null, strict: true }],
  });

  test.each([
    [rule('A1:B4', 'X1'), 'A1:B2', was(rule('A3:B4', 'X3'))],
    [rule('A1:C3', '$X$1'), 'B2', was(rule('A1:C1 A2 C2 A3:C3', '$X$1'))],
    [rule('A1:B4 D1', 'X1'), 'E1', was(rule('A1:B4 D1', 'X1'))],
    [rule('A1 D1:D5', 'X1'), 'A1', was(rule('D1:D5', 'AA1'))],
    [rule('A1:B4', 'X1'), 'A1:Z99', ''],
  ])('%s without %s', (before, range, wanted) => {
    const parts = patched(`<sheetData/>${was(before)}`, free(range));
    expect(bodyOf(parts.get(SHEET))).toBe(`<sheetData/>${wanted}`);
  });

  test('quotes, ampersands and lines are written as XML wants them', () => {
    const bytes = rawWorkbook({ sheets: { 表: '<sheetData/>' } });
    const file = patchWorkbook(readWorkbook(bytes), {
      draws: [
        {
          kind: 'validation',
          sheet: '表',
          range: area('A1'),
          source: { list: ['"好"', 'A&B', '<5'] },
          prompt: { title: '提示', text: '第一行\n第二行 "引"' },
          strict: true,
        },
      ],
    });
    expect(drawingIn(file, '表').validationAt({ row: 0, column: 0 })).toEqual({
      source: { list: ['"好"', 'A&B', '<5'] },
      prompt: { title: '提示', text: '第一行\n第二行 "引"' },
      strict: true,
    });
  });
});

const PAGE: Edit = {
  kind: 'pageSetup',
  sheet: '表',
  orientation: 'landscape',
  paper: 'A4',
  margins: { top: 2.54, right: 1.27, bottom: 2.54, left: 1.27 },
  titleRows: { top: 1, bottom: 2 },
  pageNumbers: true,
};

describe('print setup', () => {
  test('stands in its place; what it does not speak of stays', () => {
    const parts = patched(
      '<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><sheetData/><pageMargins left="1" right="1" top="1" bottom="1" header="0.5" footer="0.6"/>' +
        '<pageSetup scale="70" orientation="portrait" r:id="rId9" xmlns:r="x"/>' +
        '<headerFooter><oddFooter>&amp;L机密&amp;C旧&amp;R甲</oddFooter></headerFooter><legacyDrawing r:id="rId1"/>',
      { draws: [PAGE] },
    );
    expect(bodyOf(parts.get(SHEET))).toBe(
      '<sheetPr><tabColor rgb="FFFF0000"/><pageSetUpPr fitToPage="1"/></sheetPr><sheetData/>' +
        '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="1" bottom="1" header="0.5" footer="0.6"/>' +
        '<pageSetup orientation="landscape" r:id="rId9" xmlns:r="x" paperSize="9" fitToWidth="1" fitToHeight="0"/>' +
        '<headerFooter><oddFooter>&amp;L机密&amp;C第 &amp;P 页，共 &amp;N 页&amp;R甲</oddFooter></headerFooter><legacyDrawing r:id="rId1"/>',
    );
    expect(parts.get('xl/workbook.xml')).toContain(
      '<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">表!$2:$3</definedName></definedNames>',
    );
  });

  test('without page numbers ours go, and others stay', () => {
    const foot = (text: string) => `<sheetData/><headerFooter><oddFooter>${text}</oddFooter></headerFooter>`;
    const after = (text: string) =>
      bodyOf(patched(foot(text), { draws: [{ ...PAGE, pageNumbers: false } as typeof PAGE] }).get(SHEET));
    expect(after('&amp;L左&amp;C第 &amp;P 页，共 &amp;N 页')).toContain('<oddFooter>&amp;L左</oddFooter>');
    expect(after('&amp;C自己的')).toContain('<oddFooter>&amp;C自己的</oddFooter>');
  });
});

test('undoing drawing gives the file back byte for byte; and its drawing where somebody wrote since', async () => {
  const host = new FileHost(readWorkbook(writeWorkbook([makeSheet('表', []), makeSheet('乙', [])])));
  const first = host.bytes();
  const before = JSON.stringify(drawingIn(host.file, '表'));
  const edits: Edit[] = [
    PAGE,
    { kind: 'format', sheet: '表', range: area('A1:C3'), format: { bold: true, borders: true } },
    { kind: 'columnWidths', sheet: '表', first: 0, sizes: [30] },
    { kind: 'rowHeights', sheet: '表', first: 0, sizes: [30] },
    { kind: 'protect', sheet: '表' },
  ];
  const result = await host.apply(edits, { label: '画' });
  if (result.status !== 'applied') throw new Error(result.status);
  const drawn = host.file;
  expect((await host.undo(result.undo)).status).toBe('applied');
  expect(host.bytes()).toEqual(first);

  const cell = { row: 8, column: 8 };
  host.replace(patchWorkbook(drawn, { sets: [{ sheet: '表', cell, to: { text: '后来' } }] }));
  expect((await host.undo(result.undo)).status).toBe('applied');
  expect(JSON.stringify(drawingIn(host.file, '表'))).toBe(before);
  const { sheets } = await host.read({ sheets: 'all' });
  expect([sheets[0]?.protected, sheets[0]?.cells[8]?.[8]?.value]).toEqual([false, '后来']);
});

test('a sheet with print names that is taken away leaves none behind', async () => {
  const host = new FileHost(readWorkbook(writeWorkbook([makeSheet('甲', [])])));
  const result = await host.apply([{ kind: 'addSheet', sheet: '表', visible: true }, PAGE], { label: '画' });
  if (result.status !== 'applied') throw new Error(result.status);
  host.replace(patchWorkbook(host.file, { sets: [{ sheet: '甲', cell: { row: 0, column: 0 }, to: { number: 1 } }] }));
  expect((await host.undo(result.undo)).status).toBe('applied');
  expect(partsOf(host.bytes()).get('xl/workbook.xml')).not.toContain('definedName');
});
