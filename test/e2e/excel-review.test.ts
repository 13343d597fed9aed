import { makeCell, makeSheet, parseRange, RECORD_SHEET, type Range, type SheetSnapshot } from '../../src/core/sheet';
import { writeWorkbook } from '../../src/formats/xlsx';
import { reviewViewText } from '../../src/i18n/review-view';
import { CLEAN_2025 } from '../fixtures/seeds';
import { office } from '../support/office';
import { expectRecordKept, recordOf } from '../support/record-kept';
import { ExcelOnTheWeb } from './support/excel-web/open';

const text = reviewViewText('zh-CN');
const SEED: SheetSnapshot = makeSheet(
  '绩效表',
  CLEAN_2025.rows.map((row) => row.map((value) => makeCell(value))),
  { merges: CLEAN_2025.merges.map((range) => parseRange(range) as Range) },
);

test('opinions written from the Excel bundle stand in the record, and survive LibreOffice', async () => {
  const excel = await ExcelOnTheWeb.start(4421);
  const excelPage = await excel.open([SEED]);
  try {
    const { page, pane } = excelPage;
    await page.waitForFunction(() => window.standIn.quietFor(400), undefined, { timeout: 30_000 });
    const button = (name: string) => pane.getByRole('button', { name, exact: true });
    await button('审核').click();
    await pane.getByRole('radio', { name: text.table }).check();
    await pane.getByRole('textbox', { name: text.write }).fill('=总体目标\n与职责不符');
    await button(text.add).click();
    await button(text.answer).click();
    await pane.getByRole('listitem').first().getByRole('textbox').fill('已改');
    await button(text.save).click();
    await button(text.settle).click();
    await pane.getByText(text.settled, { exact: true }).first().waitFor();
    await button(text.grades.title).click();
    await pane.getByRole('radio').first().waitFor();
    await button(text.grades.keep).click();
    await pane.getByText(text.grades.decided).waitFor();
    // No bytes are at hand here: the person is told how.
    await button(text.back).click();
    await button(text.publish.title).click();
    await pane.getByText(text.publish.how).waitFor();
    await button(text.publish.choose).waitFor();
    const rows = await page.evaluate((name) => {
      const sheet = window.standIn.workbook.sheets.find((one) => one.name === name);
      return Array.from({ length: 12 }, (_, row) =>
        Array.from({ length: 8 }, (__, column) => sheet?.at(row, column)?.value ?? null),
      );
    }, RECORD_SHEET);
    const record = makeSheet(
      RECORD_SHEET,
      rows.map((row) => row.map((value) => makeCell(value === '' ? null : value))),
    );
    expect(recordOf([record]).opinions).toMatchObject([
      { place: '绩效表', text: '=总体目标\n与职责不符', answer: '已改', settled: true },
    ]);
    // Eight points and the words of the opinion stand below it.
    expect(record.cells.filter((row) => row?.[0]?.value === '审核评级')).toHaveLength(9);
    expect(expectRecordKept(writeWorkbook([record]))).toBe(office);
    expect(excelPage.errors).toEqual([]);
  } finally {
    await excelPage.close();
    await excel.close();
  }
}, 120_000);
