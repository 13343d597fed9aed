import { MARK_FILL, type CellContent } from '../../../src/core/sheet';
import { FormatError, marksOf, notesOf, patchWorkbook, readWorkbook, writeWorkbook } from '../../../src/formats/xlsx';
import type { FormatErrorCode } from '../../../src/formats';
import { renderFormatError } from '../../../src/formats';
import { rawWorkbook } from '../../support/xlsx';
import { SHEETS, WORDS } from '../sheets';
import { ensure, type Target } from '../target';
import { archiveOf, MARKUP, mutateArchive } from './archives';

const LEVELS = Object.keys(MARK_FILL) as (keyof typeof MARK_FILL)[];

/** Written by hand, with what our own writer does not write. */
const RAW = rawWorkbook({
  workbook: '<workbookPr date1904="1"/>',
  sheets: {
    表:
      '<sheetPr><tabColor rgb="FFFF0000"/></sheetPr><dimension ref="A1:D4"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>' +
      '<cols><col min="1" max="2" width="9" hidden="1"/></cols><sheetData><row r="1" ht="20" customHeight="1">' +
      '<c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c><c r="C1" t="str"><f>A1&amp;"x"</f><v>甲x</v></c></row>' +
      '<row r="2" hidden="1"><c r="A2" t="inlineStr"><is><r><t>富</t></r><r><t xml:space="preserve">文 本</t></r></is></c>' +
      '<c r="B2"><f t="shared" ref="B2:B4" si="0">B1+1</f><v>1</v></c><c r="C2" t="e"><v>#REF!</v></c></row>' +
      '<row r="3"><c r="B3"><f t="shared" si="0"/><v>2</v></c><c r="C3" t="b"><v>1</v></c></row>' +
      '<row r="4"><c r="B4"><f t="shared" si="0"/><v>3</v></c><c r="D4"><f t="array" ref="D4:D4">SUM(B1:B4*1)</f><v>6</v></c></row>' +
      '</sheetData><mergeCells count="1"><mergeCell ref="A3:A4"/></mergeCells><conditionalFormatting sqref="A1">' +
      '<cfRule type="expression" dxfId="0" priority="1"><formula>A1&gt;1</formula></cfRule></conditionalFormatting>' +
      '<dataValidations count="1"><dataValidation type="list" sqref="A1"><formula1>"甲,乙"</formula1></dataValidation></dataValidations>',
    另: '<sheetData/>',
  },
  strings: '<si><t>绩效</t><rPh sb="0" eb="1"><t>ㄐ</t></rPh></si><si><r><rPr><b/></rPr><t>目标</t></r></si>',
  styles:
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><fonts count="1"><font/></fonts>' +
    '<fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>' +
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs><dxfs count="1"><dxf/></dxfs>',
});

function marked(): Uint8Array {
  const file = readWorkbook(writeWorkbook(SHEETS.slice(0, 1)));
  const sheet = file.active;
  return patchWorkbook(file, {
    marks: LEVELS.map((level, row) => ({ sheet, cell: { row, column: 1 }, level, note: '必改 甲\n乙' })),
  }).zip.save();
}

const SEEDS = [...SHEETS.map((sheet) => writeWorkbook([sheet])), RAW, RAW, RAW, marked()].map(archiveOf);
const ALL_WORDS = [...MARKUP, ...WORDS];
const CONTENTS: readonly CellContent[] = [
  { text: '=1+1' },
  { number: 0.5, numberFormat: '0%' },
  { formula: '=A1' },
  { blank: true },
];
/** Refusals to write that a file may give reason for: parts are only unpacked when they are needed. */
const REFUSALS: readonly FormatErrorCode[] = [
  ...(['signed', 'cell-locked', 'unsupported', 'bad-xml', 'missing-part', 'too-large', 'bad-archive'] as const),
  ...(['truncated', 'encrypted'] as const),
];

/** Bytes → workbook → changed workbook → bytes: refused in words, or read again with what was written. */
export const xlsx: Target<{
  readonly bytes: Uint8Array;
  readonly row: number;
  readonly column: number;
  readonly content: number;
}> = {
  name: 'xlsx',
  make: (random) => ({
    bytes: mutateArchive(random, random.pick(SEEDS), ALL_WORDS),
    row: random.few(50),
    column: random.few(20),
    content: random.below(CONTENTS.length),
  }),
  run({ bytes, row, column, content }) {
    let file;
    try {
      file = readWorkbook(bytes);
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      ensure(renderFormatError(error, 'zh-CN').length > 0, 'refused without a reason');
      return;
    }
    const sheet = file.active;
    const cell = { row, column };
    let again;
    try {
      marksOf(file, sheet);
      notesOf(file, sheet);
      const to = CONTENTS[content] as CellContent;
      const changed = patchWorkbook(file, {
        sets: [{ sheet, cell, to }],
        clearMarks: [sheet],
        marks: [{ sheet, cell, level: 'error', note: '=甲' }],
      });
      again = readWorkbook(changed.zip.save());
    } catch (error) {
      if (!(error instanceof FormatError) || !REFUSALS.includes(error.code)) throw error;
      return;
    }
    ensure(again.sheets.length === file.sheets.length, 'a sheet was lost');
    const written = again.sheets.find(({ name }) => name === sheet)?.cells[row]?.[column];
    const to = CONTENTS[content] as CellContent;
    if ('text' in to)
      ensure(written?.value === to.text && written.formula === undefined, 'the text is not what was written');
    if ('number' in to) ensure(written?.value === to.number, 'the number is not what was written');
    if ('blank' in to) ensure(!written, 'the cell is not blank');
    ensure(marksOf(again, sheet).error.length === 1, 'the mark is not there');
  },
};
