import { checkNow } from '../../src/core/check';
import type { FormId } from '../../src/core/indicator';
import { parseFormMark } from '../../src/core/indicator';
import { readTables } from '../../src/core/reader';
import { cellAt, contains, formatRange, intersects } from '../../src/core/sheet';
import {
  BLANK_CONTENT,
  contentOf,
  formOf,
  slotsOf,
  widthsOf,
  type Form,
  type FormContent,
} from '../../src/core/templates';
import { sheetOfForm, tableOfForm } from './form-sheets';

/** What holds for the drawing of every form, empty and filled. */
export function expectSoundDrawing(form: Form, content: FormContent = BLANK_CONTENT): void {
  const { drawn, sheet } = sheetOfForm(form, content, { at: { row: 2, column: 1 }, protect: true });
  for (const merge of drawn.merges) {
    const others = drawn.merges.filter((other) => other !== merge && intersects(other, merge));
    expect({ merge: formatRange(merge), others: others.map(formatRange) }).toEqual({
      merge: formatRange(merge),
      others: [],
    });
    for (const { cell } of drawn.cells) {
      if (contains(merge, cell)) expect(cell).toEqual({ row: merge.top, column: merge.left });
    }
  }
  for (const { cell } of drawn.cells) {
    expect(contains(drawn.range, cell)).toBe(cell.row !== drawn.mark.row || cell.column !== drawn.mark.column);
  }
  expect(parseFormMark(String(cellAt(sheet, drawn.mark)?.value))).toEqual({ formId: form.id, version: form.version });
  for (const { range } of [...drawn.formats, ...drawn.validations]) {
    expect(intersects(drawn.range, range) || contains(range, drawn.mark)).toBe(true);
  }
  for (const { source, prompt } of drawn.validations) {
    if (source && 'list' in source) expect(source.list.join(',').length).toBeLessThanOrEqual(255);
    // What Excel takes.
    if (prompt) expect(prompt.title.length <= 32 && prompt.text.length <= 255).toBe(true);
  }
  expect(drawn.columnWidths).toHaveLength(widthsOf(form).length);
  expect(drawn.range.right - drawn.range.left + 1).toBe(drawn.columnWidths.length);
  expect(drawn.rowHeights).toHaveLength(drawn.range.bottom - drawn.range.top + 1);
  expect(drawn.pageSetup.printArea).toEqual(drawn.range);
  expect(contains(drawn.range, drawn.mark)).toBe(false);
}

/** What every form of indicators shows when it is inserted empty, and read. */
export function describeEmpty(id: FormId): void {
  const form = formOf(id) as Form;

  test('inserted empty: known for what it is, every column mapped', () => {
    const { sheet } = sheetOfForm(form);
    const { table } = tableOfForm(sheet);
    expect({
      formId: table.formId,
      kind: form.kind === 'list' ? 'list' : table.kind,
      indicators: table.indicators,
    }).toEqual({
      formId: id,
      kind: form.kind,
      indicators: [],
    });
    if (form.subject) expect(table.subject).toBe(form.subject);
    const wanted = form.columns.map(({ field }) => (isIndicatorField(field) ? field : 'other'));
    expect(table.columns.map(({ field }) => field)).toEqual([...(form.side ? ['other'] : []), ...wanted]);
    expect(table.columns.filter(({ headerSays }) => headerSays !== undefined)).toEqual([]);
    const preset = slotsOf(form).some((slot) => slot.kind === 'execution' && slot.amount === 'weight');
    const { execution, ...content } = contentOf(table);
    expect({ ...content, execution: [] }).toEqual(BLANK_CONTENT);
    expect(execution.map(({ weight }) => weight)).toEqual(preset ? [10] : []);
  });

  test('inserted empty: nothing to be said but PT101, PT103, PT110', () => {
    for (const audience of ['clerk', 'reviewer', 'publication'] as const) {
      const { sheet } = sheetOfForm(form);
      const { findings, failures } = checkNow({ sheets: [sheet], settings: { audience } });
      expect(failures).toEqual([]);
      expect(findings.map(({ code }) => code).filter((code) => !['PT101', 'PT103', 'PT110'].includes(code))).toEqual(
        [],
      );
    }
  });

  test('the year is filled in, and read back', () => {
    const { sheet } = sheetOfForm(form, { ...BLANK_CONTENT, year: 2026 });
    expect(tableOfForm(sheet).table.year?.value).toBe(2026);
  });

  test('drawn soundly', () => expectSoundDrawing(form));

  test('without its mark it is still a table', () => {
    const { sheet, drawn } = sheetOfForm(form);
    const cells = sheet.cells.map((row, index) =>
      index === drawn.mark.row ? row?.map((cell, column) => (column === drawn.mark.column ? null : cell)) : row,
    );
    const { blank = [] } = readTables({ ...sheet, cells });
    expect(blank).toHaveLength(1);
  });
}

const FIELDS: ReadonlySet<string> = new Set([
  'level1',
  'level2',
  'name',
  'operator',
  'target',
  'unit',
  'explanation',
  'standard',
  'weight',
  'actual',
  'score',
  'deviation',
  'remark',
]);

function isIndicatorField(field: string): boolean {
  return FIELDS.has(field);
}
