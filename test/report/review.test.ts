import { strFromU8, unzipSync } from 'fflate';
import { checkNow } from '../../src/core/check';
import { readReview, readTables } from '../../src/core/reader';
import { cellAt, OPINION_SHEET, type SheetSnapshot } from '../../src/core/sheet';
import { drawForm, formOf, type Form } from '../../src/core/templates';
import { openBytes, asWorkbook } from '../../src/formats';
import { writeWorkbook } from '../../src/formats/xlsx';
import { FileHost } from '../../src/hosts/file';
import { LOCALES, type Locale } from '../../src/i18n';
import { plainInline } from '../../src/report/document';
import { toDocx } from '../../src/report/document/docx';
import {
  isReviewSheet,
  NO_OCCASION,
  reviewDocument,
  reviewedTable,
  reviewFormContent,
  reviewPage,
  reviewSheetEdits,
  roundOf,
  type Occasion,
  type ReviewPaper,
} from '../../src/report/review';
import { faultyEvaluations, mendedEvaluations } from '../fixtures/evaluations';
import { PUBLISHED_2025 } from '../fixtures/seeds';
import { sheetOf } from '../support/sheets';

const OCCASION: Occasion = { round: 2, deadline: '2026-01-15', date: '2026-01-05', office: '青溪县财政局' };

function paperOf(
  sheets: readonly SheetSnapshot[],
  locale: Locale = 'zh-CN',
  more: Partial<ReviewPaper> = {},
): ReviewPaper {
  const { readings, findings } = checkNow({ sheets });
  const tables = readings.flatMap((reading) => reading.tables.map((table) => reviewedTable(table, findings, locale)));
  return { department: null, tables, opinions: [], occasion: OCCASION, ...more };
}

const SEED = [sheetOf(PUBLISHED_2025.rows)];

const linesOf = (paper: ReviewPaper, locale: Locale = 'zh-CN'): string[] => {
  const { title, subtitle, blocks, closing } = reviewDocument(paper, locale);
  return [
    title,
    subtitle ?? '',
    ...blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.rows.map((cells) => cells.map(({ content }) => plainInline(content)).join('|'))
        : [block.kind === 'heading' ? `# ${block.text}` : plainInline(block.content)],
    ),
    ...closing.map(plainInline),
  ];
};

describe('审核意见书', () => {
  test('to whom, what was found, until when, and by whom', () => {
    const lines = linesOf(paperOf(SEED));
    expect(lines.slice(0, 2)).toEqual(['绩效目标审核意见书', '（第2轮）']);
    expect(lines[2]).toMatch(/组织部：$/u);
    expect(lines[3]).toMatch(/共17条指标，必须修改\d+处，建议修改\d+处，提示\d+处。请于2026年1月15日前/u);
    expect(lines.slice(-2)).toEqual(['青溪县财政局（盖章）', '2026年1月5日']);
    expect(lines.filter((line) => line.startsWith('# ')).map((line) => line.slice(0, 9))).toEqual([
      '# 一、必须修改的',
      '# 二、建议修改的',
      '# 三、提示（10',
    ]);
  });

  test('a root stands with its effects, the suggested text in a column of its own', () => {
    const line = linesOf(paperOf(SEED)).find((one) => one.includes('除以90%'));
    expect(line?.split('\n')).toHaveLength(3);
    expect(line).toContain('群众满意度');
    expect(line).toContain('10.44');
    expect(line).toMatch(/\|将除数90%改为95%。$/u);
    expect(linesOf(paperOf(SEED)).filter((one) => one.includes('10.44'))).toHaveLength(1);
  });

  test('what is asked for stands beside what is wrong', () => {
    const lines = linesOf(paperOf(faultyEvaluations()));
    expect(lines.find((line) => line.includes('没有写明不足一档'))).toMatch(
      /得18分。\|可在标准里注明“不足一档不计”。$/u,
    );
    expect(lines.find((line) => line.includes('请如实补填'))).toContain('|请');
  });

  test('in English sentences are apart', () => {
    expect(linesOf(paperOf(SEED, 'en-US'), 'en-US')[3]).toMatch(/hint\(s\)\. Please mend/u);
  });

  test('clauses are cited, and 参照 stands with the clause alone', () => {
    const text = linesOf(paperOf(faultyEvaluations())).join('\n');
    expect(text).toContain('参照：财预〔2020〕10号');
    expect(text).not.toContain('（参照）');
  });

  test('what nobody said is a blank', () => {
    const lines = linesOf(paperOf(SEED, 'zh-CN', { occasion: { ...NO_OCCASION, round: 1 } }));
    expect(lines[3]).toMatch(/请于_+年_+月_+日前/u);
    expect(lines.slice(-2)).toEqual(['审核单位（盖章）：____________', '____年____月____日']);
  });

  test('opinions of the reviewer, and values kept with their reasons', () => {
    const { readings, findings } = checkNow({ sheets: SEED });
    const [table] = readings[0]?.tables ?? [];
    if (!table) throw new Error('no table');
    const [first, ...others] = findings.filter(({ causedBy }) => causedBy === undefined);
    const suppressed = { key: first?.key ?? '', reason: '已向县委核实', by: '张', at: '2026-01-01' };
    const reviewed = reviewedTable(table, [{ ...first, suppressed } as never, ...others], 'zh-CN');
    const opinions = [{ place: 'Sheet1!E9', text: '请补充测算依据', by: '李', answer: '已补' }];
    const lines = linesOf({ department: null, tables: [reviewed], opinions, occasion: OCCASION });
    expect(lines).toContain('1．（Sheet1!E9）请补充测算依据');
    expect(lines).toContain('单位答复：已补');
    expect(lines.find((line) => line.includes('已向县委核实'))).toMatch(/^1\|A\d/u);
  });

  test('several tables: an overview, then each under its own heading', () => {
    const lines = linesOf(paperOf(faultyEvaluations()));
    expect(lines[0]).toBe('绩效管理审核意见书');
    expect(lines.filter((line) => line.startsWith('# ')).slice(0, 3)).toEqual([
      '# 一、审核的绩效表',
      '# 二、《2025年度部门整体支出绩效目标表》',
      '# （一）提示（1处）',
    ]);
    expect(lines).toContain('2|2025年度部门整体支出绩效自评表|自评表|8|8|3|1');
  });

  test('nothing to find, nothing asked', () => {
    const tables = paperOf(mendedEvaluations()).tables.map((table) => ({ ...table, items: [] }));
    const lines = linesOf({ department: '青溪县水利局', tables, opinions: [], occasion: OCCASION });
    expect(lines[3]).toMatch(/审核中未发现问题。$/u);
    expect(lines.join('')).not.toContain('请于');
  });

  test.each(LOCALES)('in %s no sentence has a hole', (locale) => {
    const paper = paperOf(faultyEvaluations(), locale);
    const all = [...linesOf(paper, locale), reviewPage(paper, locale).split('</style>')[1]];
    expect(all.join('\n')).not.toMatch(/\{\w+\}|undefined|null|NaN/u);
  });

  test('as .docx: the text, and quotation marks that are Chinese', async () => {
    const files = unzipSync(await toDocx(reviewDocument(paperOf(SEED), 'zh-CN')));
    const document = strFromU8(files['word/document.xml'] as Uint8Array);
    expect(document).toContain('将除数90%改为95%。');
    expect(document).toContain('w:hint="eastAsia"');
  });
});

test('the page stands alone, escapes what it prints, and shows curves of what is to be mended', () => {
  const [first] = faultyEvaluations();
  const sheet: SheetSnapshot = {
    ...(first as SheetSnapshot),
    cells: (first as SheetSnapshot).cells.map((row) =>
      row?.map((cell) => (cell?.value === '青溪县水利局' ? { ...cell, value: '<b>局</b>', text: '<b>局</b>' } : cell)),
    ),
  };
  const page = reviewPage(paperOf([sheet]), 'zh-CN');
  expect(page).toContain('&lt;b&gt;局&lt;/b&gt;：');
  expect(page).not.toMatch(/<b>局|<script|https?:\/\/(?!www\.w3\.org)/u);
  expect(page).toContain('@page { size: A4;');
  expect(reviewPage(paperOf(SEED), 'zh-CN')).toContain('<figure>');
  expect(page).not.toContain('<figure>');
});

describe('the sheet 审核意见', () => {
  const withSheet = async (
    sheets: readonly SheetSnapshot[],
    paper: ReviewPaper,
    before?: FileHost,
  ): Promise<{ host: FileHost; sheet: SheetSnapshot }> => {
    const host = before ?? new FileHost(asWorkbook(await openBytes('a.xlsx', writeWorkbook(sheets))));
    const present = host.file.sheets.find(({ name }) => name === OPINION_SHEET) ?? null;
    const outcome = await host.apply(reviewSheetEdits(paper, present, 'zh-CN'), { label: '' });
    expect(outcome).toMatchObject({ status: 'applied' });
    const again = await openBytes('a.xlsx', host.bytes());
    const sheet = again.sheets.find(({ name }) => name === OPINION_SHEET);
    if (!sheet) throw new Error('no sheet');
    return { host, sheet };
  };
  const column = (sheet: SheetSnapshot, at: number) => sheet.cells.slice(3).map((row) => row?.[at]?.text ?? '');

  test('one row a finding, gravest first, marked as ours, and no table of indicators', async () => {
    const { sheet } = await withSheet(faultyEvaluations(), paperOf(faultyEvaluations()));
    expect(isReviewSheet(sheet)).toBe(true);
    expect(roundOf(sheet)).toEqual({ round: 2, deadline: '2026-01-15' });
    const levels = column(sheet, 1);
    expect(levels).toEqual([...levels].sort((a, b) => '必建提'.indexOf(a[0] ?? '') - '必建提'.indexOf(b[0] ?? '')));
    expect(column(sheet, 2)[0]).toBe('自评表!G4');
    expect(readTables({ ...sheet, name: '抄来的' }).tables).toEqual([]);
  });

  test('the next round writes over it and keeps what the department answered', async () => {
    const first = await withSheet(faultyEvaluations(), paperOf(faultyEvaluations()));
    const row = first.sheet.cells.findIndex((cells) => cells?.[2]?.text === '自评表!K14');
    const cell = { row, column: 7 };
    await first.host.apply(
      [{ kind: 'set', sheet: OPINION_SHEET, cell, from: { blank: true }, to: { text: '=已补充' } }],
      { label: '' },
    );
    const rest = paperOf(faultyEvaluations());
    const fewer = rest.tables.map((table) => ({
      ...table,
      items: table.items.filter(({ code }) => code === 'PT602' || code === 'PT609'),
    }));
    const second = await withSheet([], { ...rest, tables: fewer, occasion: { ...OCCASION, round: 3 } }, first.host);
    expect(roundOf(second.sheet)?.round).toBe(3);
    expect(column(second.sheet, 2).filter((text) => text !== '')).toEqual(['自评表!E6', '自评表!K14']);
    expect(column(second.sheet, 7).filter((text) => text !== '')).toEqual(['=已补充']);
    expect(second.host.file.sheets.filter(({ name }) => name === OPINION_SHEET)).toHaveLength(1);
  });

  test('somebody’s own sheet of that name is not taken for ours', () => {
    expect(isReviewSheet(sheetOf([['审核意见', '同意']]))).toBe(false);
  });

  test('names that begin like a formula are text', async () => {
    const [table, ...others] = paperOf(faultyEvaluations()).tables;
    const item = table?.items[0];
    if (!table || !item) throw new Error('no table');
    const tables = [
      { ...table, items: [{ ...item, indicator: '=HYPERLINK("x")', problem: '+1', advice: '@a' }] },
      ...others,
    ];
    const { sheet } = await withSheet(faultyEvaluations(), {
      department: null,
      tables,
      opinions: [],
      occasion: OCCASION,
    });
    const formulas = sheet.cells.flatMap((row) => row?.filter((cell) => cell?.formula !== undefined) ?? []);
    expect(formulas).toEqual([]);
    expect(column(sheet, 3)).toContain('=HYPERLINK("x")');
  });
});

describe('绩效目标审核表', () => {
  const { readings, findings } = checkNow({ sheets: SEED });
  const [table] = readings[0]?.tables ?? [];
  if (!table) throw new Error('no table');
  const content = reviewFormContent(table, findings, 'zh-CN');

  test('grades are proposed with their grounds, what nobody can tell is blank, nothing is signed', () => {
    const by = Object.fromEntries(content.review.map(({ item, grade, remark }) => [item, { grade, remark }]));
    expect(by['绩效合理性']?.grade).not.toBe('优');
    expect(by['绩效合理性']?.remark).toMatch(/^[A-Z]\d+ /u);
    expect(by['条件充分性']).toEqual({ grade: null, remark: '从表中看不出，请审核人判断。' });
    expect([content.grade, content.date, content.signoffs]).toEqual([null, null, []]);
  });

  test('drawn, it is read as what it says; the whole is left to the form’s formula', async () => {
    const drawn = drawForm(formOf('target-review') as Form, content);
    const formulas = drawn.cells.filter(({ content: cell }) => 'formula' in cell);
    expect(formulas).toHaveLength(1);
    const host = new FileHost(asWorkbook(await openBytes('a.xlsx', writeWorkbook([sheetOf([], { name: '审' })]))));
    const edits = drawn.cells.map(({ cell, content: to }) => ({
      kind: 'set' as const,
      sheet: '审',
      cell,
      from: { blank: true as const },
      to,
    }));
    await host.apply([...edits, ...drawn.merges.map((range) => ({ kind: 'merge' as const, sheet: '审', range }))], {
      label: '',
    });
    const [sheet] = host.file.sheets;
    const review = sheet && readReview(sheet);
    expect(review?.items.map(({ grade }) => grade?.value ?? null)).toEqual(content.review.map(({ grade }) => grade));
    expect(review?.opinion?.value).toBe(content.opinion);
    expect(sheet && cellAt(sheet, formulas[0]?.cell ?? { row: 0, column: 0 })?.formula).toBeDefined();
  });
});
