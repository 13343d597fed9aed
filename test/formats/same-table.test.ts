import { checkNow } from '../../src/core/check';
import { readTables } from '../../src/core/reader';
import { formatCell, type SheetSnapshot } from '../../src/core/sheet';
import { writeWorkbook } from '../../src/formats/xlsx';
import { openBytes, openPasted } from '../../src/formats';
import { sampleSheet } from '../../src/workbench/samples/sample';
import { CLEAN_2025, PUBLISHED_2025, TABLE_2022 } from '../fixtures/seeds';
import { csvOf, docxOf, gb18030, htmlOf, htmlRows, markdownOf, spreadsheetOf, utf16 } from '../support/forms';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const opened = async (name: string, bytes: Uint8Array) => (await openBytes(name, bytes)).sheets;

/** Every way in which a table may come. */
const FORMS: Readonly<Record<string, (sheet: SheetSnapshot) => Promise<readonly SheetSnapshot[]>>> = {
  '.xlsx': (sheet) => opened('表.xlsx', writeWorkbook([sheet])),
  '.xls': async (sheet) => opened('表.xls', spreadsheetOf(sheet, 'biff8')),
  '.et': async (sheet) => opened('表.et', spreadsheetOf(sheet, 'biff8')),
  '.xlsb': async (sheet) => opened('表.xlsb', spreadsheetOf(sheet, 'xlsb')),
  '.ods': async (sheet) => opened('表.ods', spreadsheetOf(sheet, 'ods')),
  'XML spreadsheet': async (sheet) => opened('表.xls', spreadsheetOf(sheet, 'xlml')),
  '.docx': async (sheet) => opened('表.docx', await docxOf(sheet)),
  '.html': (sheet) => opened('表.html', utf8(htmlOf(sheet))),
  '.html in GB18030': (sheet) => opened('表.htm', gb18030(htmlOf(sheet).replace('utf-8', 'gb2312'))),
  '.csv': (sheet) => opened('表.csv', utf8(csvOf(sheet))),
  '.csv in UTF-8 with its mark': (sheet) => opened('表.csv', utf8(`\uFEFF${csvOf(sheet)}`)),
  '.csv in GB18030': (sheet) => opened('表.csv', gb18030(csvOf(sheet))),
  '.csv in UTF-16 LE': (sheet) => opened('表.csv', utf16(csvOf(sheet, ';'), 'le')),
  '.tsv in UTF-16 BE': (sheet) => opened('表.tsv', utf16(csvOf(sheet, '\t'), 'be')),
  '.txt with |': (sheet) => opened('表.txt', utf8(csvOf(sheet, '|'))),
  '.md': (sheet) => opened('表.md', utf8(markdownOf(sheet))),
  'pasted HTML': async (sheet) =>
    openPasted({ html: `<html><body><!--StartFragment--><table>${htmlRows(sheet)}</table></body></html>` }, '粘贴')
      .sheets,
  'pasted text': async (sheet) => openPasted({ text: csvOf(sheet, '\t') }, '粘贴').sheets,
};

/** Forms that know nothing of merged cells: what is missing beside a label two columns wide is looked for in its row. */
const FLAT = /csv|tsv|txt|md|text/;

const rowOf = <T extends { readonly cell: string }>(findings: readonly T[]) =>
  findings.map((finding) => ({ ...finding, cell: finding.cell.replace(/^[A-Z]+/, '') }));

const findingsOf = (sheet: SheetSnapshot) =>
  checkNow({ sheets: [sheet] }).findings.map(({ code, severity, address, data, causedBy }) => ({
    code,
    severity,
    cell: formatCell(address),
    data,
    folded: causedBy !== undefined,
  }));
const indicatorsOf = (sheet: SheetSnapshot) =>
  readTables(sheet).tables.map(({ formId, title, year, department, indicators }) => ({
    formId,
    heads: [title?.value, year?.value, department?.value],
    indicators: indicators.map((indicator) =>
      Object.fromEntries(
        Object.entries(indicator).flatMap(([key, field]) =>
          field && typeof field === 'object' && 'cell' in field ? [[key, [field.value, formatCell(field.cell)]]] : [],
        ),
      ),
    ),
  }));

describe.each([
  ['2025', CLEAN_2025],
  ['2025 as published', PUBLISHED_2025],
  ['2022', TABLE_2022],
] as const)('the table of %s', (_, sample) => {
  const original = sampleSheet(sample).snapshot;
  const indicators = indicatorsOf(original);
  const findings = findingsOf(original);

  test('says something', () => {
    expect(indicators[0]?.indicators.length).toBeGreaterThan(10);
    expect(findings.length).toBeGreaterThan(0);
  });

  test.each(Object.keys(FORMS))('as %s: the same indicators and findings', async (form) => {
    const sheets = (await FORMS[form]?.(original)) ?? [];
    expect(sheets).toHaveLength(1);
    const [sheet] = sheets as [SheetSnapshot];
    expect(indicatorsOf(sheet)).toEqual(indicators);
    const found = findingsOf(sheet);
    if (FLAT.test(form)) expect(rowOf(found)).toEqual(rowOf(findings));
    else expect(found).toEqual(findings);
  });
});
