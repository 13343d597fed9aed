import { parseRange, type Range, type ValidationEdit } from '../../../src/core/sheet';
import { keepDrawing, patchWorkbook, readWorkbook } from '../../../src/formats/xlsx';
import { partsOf, rawWorkbook, withParts } from '../../support/xlsx';

const SHEET = 'xl/worksheets/sheet1.xml';
const raw = (inner: string, styles?: string) =>
  rawWorkbook({ sheets: { 表: inner }, ...(styles === undefined ? {} : { styles }) });
const body = (bytes: Uint8Array): string => {
  const text = partsOf(bytes).get(SHEET) ?? '';
  return text.slice(text.indexOf('>', text.indexOf('<worksheet')) + 1, text.lastIndexOf('</worksheet>'));
};

describe('validations in the extension list', () => {
  const rule = (area: string, formula = '乙!$A$1:$A$3') =>
    `<x14:dataValidation type="list"><x14:formula1><xm:f>${formula}</xm:f></x14:formula1><xm:sqref>${area}</xm:sqref></x14:dataValidation>`;
  const list = (...rules: string[]) =>
    `<ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="${rules.length}">${rules.join('')}</x14:dataValidations></ext>`;
  const bars = '<ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings/></ext>';
  const cf =
    '<conditionalFormatting sqref="A1"><cfRule type="dataBar" priority="1"><extLst><ext uri="{1}"><x14:id>{2}</x14:id></ext></extLst></cfRule></conditionalFormatting>';
  const edit = (range: string): ValidationEdit => ({
    kind: 'validation',
    sheet: '表',
    range: parseRange(range) as Range,
    source: { list: ['甲', '乙'] },
    strict: true,
  });
  const own = (range: string) =>
    `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>&quot;甲,乙&quot;</formula1></dataValidation></dataValidations>`;

  test.each<[string, string, string, string]>([
    ['elsewhere', list(rule('A1:A5')), 'B1', list(rule('A1:A5'))],
    ['a piece of its area', list(rule('A1:A5')), 'A2:A3', list(rule('A1 A4:A5'))],
    ['its first cells, with what it refers to', list(rule('A1:A5', '乙!B1')), 'A1:A2', list(rule('A3:A5', '乙!B3'))],
    ['one of two', list(rule('A1:A5'), rule('C1')), 'A1:A9', list(rule('C1'))],
    ['the last', bars + list(rule('A1')), 'A1', bars],
  ])('%s gives way to ours', (_, before, range, after) => {
    const bytes = raw(`<sheetData/>${cf}<extLst>${before}</extLst>`);
    const file = patchWorkbook(readWorkbook(bytes), { draws: [edit(range)] });
    expect(body(file.zip.save())).toBe(`<sheetData/>${cf}${own(range)}<extLst>${after}</extLst>`);
  });

  test('nothing is left of an empty list, and all of it comes back', () => {
    const bytes = raw(`<sheetData/><extLst>${list(rule('A1'))}</extLst>`);
    const before = readWorkbook(bytes);
    const after = patchWorkbook(before, { draws: [edit('A1')] });
    expect(body(after.zip.save())).toBe(`<sheetData/>${own('A1')}`);
    const back = patchWorkbook(after, { redraws: [{ sheet: '表', kept: keepDrawing(before, '表') }] });
    expect(body(back.zip.save())).toBe(body(bytes));
  });
});

test('saved views keep their own print setup', () => {
  const view =
    '<customSheetViews><customSheetView guid="{1}"><pageMargins left="1"/><pageSetup orientation="portrait"/></customSheetView></customSheetViews>';
  const file = patchWorkbook(readWorkbook(raw(`<sheetData/>${view}`)), {
    draws: [
      {
        kind: 'pageSetup',
        sheet: '表',
        orientation: 'landscape',
        paper: 'A4',
        margins: { top: 2, right: 2, bottom: 2, left: 2 },
        pageNumbers: false,
      },
    ],
  });
  const text = body(file.zip.save());
  expect(text).toContain(view);
  expect(text.slice(text.indexOf('</customSheetViews>'))).toContain('orientation="landscape"');
});

test('a number format of a conditional format is not taken for one of cells', () => {
  const styles =
    '<cellXfs count="1"><xf numFmtId="0" fontId="0"/></cellXfs><dxfs count="1"><dxf><numFmt numFmtId="164" formatCode="0.0%"/></dxf></dxfs>';
  const bytes = patchWorkbook(readWorkbook(raw('<sheetData/>', styles)), {
    sets: [{ sheet: '表', cell: { row: 0, column: 0 }, to: { number: 0.5, numberFormat: '0.0%' } }],
  }).zip.save();
  expect(readWorkbook(bytes).sheets[0]?.cells[0]?.[0]?.text).toBe('50.0%');
});

test('what extensions of the workbook say is not taken for what it says itself', () => {
  const file = rawWorkbook({
    sheets: { 表: '<sheetData><row r="1"><c r="A1" s="0"><v>44544</v></c></row></sheetData>', 乙: '<sheetData/>' },
    styles: '<cellXfs count="1"><xf numFmtId="14"/></cellXfs>',
    workbook:
      '<workbookPr date1904="1"/><bookViews><workbookView activeTab="1"/><workbookView activeTab="0"/></bookViews>',
  });
  const text = (partsOf(file).get('xl/workbook.xml') ?? '').replace(
    '</workbook>',
    '<extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="x"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst></workbook>',
  );
  const found = readWorkbook(withParts(file, { 'xl/workbook.xml': text }));
  expect([found.date1904, found.active, found.sheets[0]?.cells[0]?.[0]?.text]).toEqual([true, '乙', '2025/12/15']);
});
