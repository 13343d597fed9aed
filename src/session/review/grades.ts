import { REVIEW_GRADES, REVIEW_ITEMS, type IndicatorTable, type ReviewGrade } from '../../core/indicator';
import { readReview } from '../../core/reader';
import { plainDepartment } from '../../core/rules/departments';
import type { Finding } from '../../core/rules/finding';
import {
  cellAt,
  contentOf,
  DICTIONARY_SHEET,
  sameContent,
  type CellContent,
  type CellRef,
  type Edit,
  type SheetSnapshot,
} from '../../core/sheet';
import { BLANK_CONTENT, drawForm, editsFor, formOf, sheetNameFor, type FormContent } from '../../core/templates';
import type { Locale } from '../../i18n';
import { reviewFormContent } from '../../report/review';
import { rowsOfKind, writeRows } from '../record';

/** 审核评级: a point of 绩效目标审核表 as the reviewer decided it; the point in 编码, the grade in 问题或内容. */
const GRADE = '审核评级';
/** 编码 of the row that holds the words of 审核意见. */
const WORDS = '审核意见';

export interface GradeLine {
  readonly item: string;
  readonly grade: ReviewGrade | null;
  readonly remark: string;
}

/** 绩效目标审核表 as far as it goes: every point of the form, in its order. */
export interface ReviewGrades {
  readonly lines: readonly GradeLine[];
  /** 审核意见. */
  readonly opinion: string;
  /** The reviewer has been over it; else all of it is proposed. */
  readonly decided: boolean;
  /** The sheet that it is drawn on; null where there is none. */
  readonly sheet: string | null;
}

/**
 * The grades of a target table: those of the form's own sheet, where somebody may have mended them by hand; else those
 * of the record; else as proposed by what was found.
 */
export function gradesOf(
  table: IndicatorTable,
  findings: readonly Finding[],
  workbook: { readonly sheets: readonly SheetSnapshot[]; readonly record: SheetSnapshot | null },
  locale: Locale,
): ReviewGrades {
  const proposed = proposedGrades(table, findings, locale);
  const decided = recorded(workbook.record, table.sheet);
  const form = formSheetFor(table, workbook.sheets);
  const onSheet = new Map(form?.review.items.map((line) => [line.item.value, line]) ?? []);
  const lines = proposed.lines.map((line): GradeLine => {
    const written = onSheet.get(line.item);
    const kept = decided.lines.get(line.item) ?? (form ? { grade: null, remark: '' } : line);
    return {
      item: line.item,
      grade: written?.grade?.value ?? kept.grade,
      remark: written?.remark?.value.trim() ?? kept.remark,
    };
  });
  return {
    lines,
    opinion: form?.review.opinion?.value.trim() ?? decided.opinion ?? proposed.opinion,
    decided: form !== null || decided.lines.size > 0,
    sheet: form?.sheet.name ?? null,
  };
}

/** What the findings come to, whatever was decided. */
export function proposedGrades(table: IndicatorTable, findings: readonly Finding[], locale: Locale): ReviewGrades {
  const content = reviewFormContent(table, findings, locale);
  const found = new Map(content.review.map((line) => [line.item, line]));
  return {
    lines: REVIEW_ITEMS.map((item) => ({
      item,
      grade: REVIEW_GRADES.find((known) => known === found.get(item)?.grade) ?? null,
      remark: found.get(item)?.remark ?? '',
    })),
    opinion: content.opinion ?? '',
    decided: false,
    sheet: null,
  };
}

/** Keeps the reviewer's decisions in the record; those that stand there already are gone over. */
export function recordGrades(
  record: SheetSnapshot | null,
  sheet: string,
  { lines, opinion }: Pick<ReviewGrades, 'lines' | 'opinion'>,
  { by, at }: { readonly by: string; readonly at: string },
): Edit[] {
  const entries = [
    ...lines.map(({ item, grade, remark }) => ({ code: item, said: grade ?? '', why: remark })),
    { code: WORDS, said: opinion, why: '' },
  ];
  return writeRows(
    record,
    entries.map(({ code, said, why }) => ({
      isSame: (row) => row('类型') === GRADE && row('编码') === code && row('位置') === sheet,
      values: {
        类型: GRADE,
        编码: code,
        位置: sheet,
        问题或内容: said,
        理由: why,
        人员: by,
        时间: at.replace('T', ' '),
        键: `${GRADE}|${sheet}|${code}`,
      },
    })),
  );
}

/**
 * The form with these grades: on its sheet where it is drawn already, else on a new one. Its whole is graded by its own
 * formula. `sheet` is where it stands.
 */
export function planReviewForm(
  table: IndicatorTable,
  { lines, opinion }: Pick<ReviewGrades, 'lines' | 'opinion'>,
  sheets: readonly SheetSnapshot[],
): { readonly sheet: string; readonly edits: readonly Edit[] } {
  const form = formSheetFor(table, sheets);
  const places = form && placesIn(form.sheet);
  if (form && places) {
    const edits: Edit[] = [];
    const set = (row: number, column: number, text: string): void => {
      const from = contentOf(cellAt(form.sheet, { row, column }));
      const to: CellContent = text === '' ? { blank: true } : { text };
      if (!sameContent(from, to)) edits.push({ kind: 'set', sheet: form.sheet.name, cell: { row, column }, from, to });
    };
    for (const { item, grade, remark } of lines) {
      const row = form.review.items.find((line) => line.item.value === item)?.item.cell.row;
      if (row === undefined) continue;
      set(row, places.grade, grade ?? '');
      set(row, places.remark, remark);
    }
    if (places.opinion) set(places.opinion.row, places.opinion.column, opinion);
    return { sheet: form.sheet.name, edits };
  }
  const definition = formOf('target-review');
  if (!definition) return { sheet: '', edits: [] };
  const content: FormContent = {
    ...BLANK_CONTENT,
    year: table.year?.value ?? null,
    department: (table.department ?? table.coverDepartment)?.value.trim() ?? null,
    project: table.subject === 'project' ? (table.project?.value.trim() ?? null) : null,
    review: lines,
    opinion,
  };
  const drawn = drawForm(definition, content);
  const sheet = sheetNameFor(
    drawn,
    sheets.map(({ name }) => name),
  );
  const dictionary = sheets.find(({ name }) => name === DICTIONARY_SHEET) ?? null;
  return { sheet, edits: editsFor(drawn, { sheet, newSheet: true, dictionary }) };
}

/** The review form about a table: by whom it names; the only one there is where it names nobody. */
function formSheetFor(table: IndicatorTable, sheets: readonly SheetSnapshot[]) {
  const forms = sheets.flatMap((sheet) => {
    const review = readReview(sheet);
    return review ? [{ sheet, review }] : [];
  });
  const words = (text: string | undefined): string => (text ? plainDepartment(text) : '');
  const department = words((table.department ?? table.coverDepartment)?.value);
  const project = table.subject === 'project' ? words(table.project?.value) : '';
  const agrees = (one: string, other: string): boolean => one === '' || other === '' || one === other;
  const fitting = forms.filter(
    ({ review }) =>
      agrees(words(review.department?.value), department) && agrees(words(review.project?.value), project),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** Columns of the form by their headings, wherever they were moved. */
function placesIn(sheet: SheetSnapshot) {
  let grade = null as number | null;
  let remark = null as number | null;
  let opinion = null as CellRef | null;
  sheet.cells.forEach((cells, row) =>
    cells?.forEach((cell, column) => {
      const word = typeof cell?.value === 'string' ? cell.value.replace(/\s+/gu, '') : '';
      if (word === '审核结果') grade ??= column;
      else if (word === '说明') remark ??= column;
      else if (word === '审核意见') {
        const right = sheet.merges.find((area) => area.top === row && area.left === column)?.right ?? column;
        opinion = { row, column: right + 1 };
      }
    }),
  );
  return grade === null || remark === null ? null : { grade, remark, opinion };
}

function recorded(record: SheetSnapshot | null, sheet: string) {
  const lines = new Map<string, { grade: ReviewGrade | null; remark: string }>();
  let opinion: string | null = null;
  for (const row of rowsOfKind(record, (kind) => kind === GRADE)) {
    if (row['位置'] !== sheet) continue;
    if (row['编码'] === WORDS) opinion = row['问题或内容'];
    else {
      const grade = REVIEW_GRADES.find((known) => known === row['问题或内容']) ?? null;
      lines.set(row['编码'], { grade, remark: row['理由'] });
    }
  }
  return { lines, opinion };
}
