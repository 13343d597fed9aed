import { freeSheetName, isNumbered, OPINION_SHEET, type Edit, type SheetSnapshot } from '../../core/sheet';
import type { Locale } from '../../i18n';
import {
  isReviewSheet,
  ownerOf,
  reviewedTable,
  reviewSheetEdits,
  type Occasion,
  type ReviewedTable,
  type ReviewPaper,
} from '../../report/review';
import { sheetOfPlace } from '../record-place';
import type { WholeCheck } from '../contract';
import { readOpinions, type RecordedOpinion } from './opinions';

/** Everything that was found in a workbook, as one paper. */
export function wholePaper({ workbook, result }: WholeCheck, occasion: Occasion, locale: Locale): ReviewPaper {
  return {
    department: null,
    tables: tablesOf(result, locale),
    opinions: readOpinions(workbook.record).filter(({ settled }) => !settled),
    unneeded: result.stale,
    occasion,
  };
}

/** 一键退回: one paper for each department that the tables name; those that name nobody go with the first that does. */
export function departmentPapers(whole: WholeCheck, occasion: Occasion, locale: Locale): ReviewPaper[] {
  const { tables, opinions, unneeded = [] } = wholePaper(whole, occasion, locale);
  const named = tables.find(({ department }) => department !== null)?.department ?? null;
  const byOwner = new Map<string | null, ReviewedTable[]>();
  for (const table of tables) {
    const department = table.department ?? named;
    byOwner.set(department, [...(byOwner.get(department) ?? []), table]);
  }
  return [...byOwner].map(([department, own]) => {
    const [only] = own;
    return {
      department: department ?? (own.length === 1 && only ? ownerOf(only) : null),
      tables: own,
      opinions: (opinions as readonly RecordedOpinion[]).filter((opinion) => concerns(opinion, own, tables)),
      unneeded: unneeded.filter(({ place = '' }) => concerns({ place }, own, tables)),
      occasion,
    };
  });
}

/** Of no table in particular, or of one of these; what stands on a sheet without a table goes to everybody. */
function concerns(
  { place }: Pick<RecordedOpinion, 'place'>,
  own: readonly ReviewedTable[],
  all: readonly ReviewedTable[],
): boolean {
  const sheet = sheetOfPlace(place) ?? place;
  return own.some((table) => table.sheet === sheet) || !all.some((table) => table.sheet === sheet);
}

function tablesOf({ readings, findings }: WholeCheck['result'], locale: Locale): ReviewedTable[] {
  return readings.flatMap(({ tables }) => tables.map((table) => reviewedTable(table, findings, locale)));
}

/** The sheet 审核意见 for a workbook; one of that name that somebody made is somebody's, and ours takes the next name. */
export function planOpinionSheet(
  paper: ReviewPaper,
  sheets: readonly SheetSnapshot[],
  locale: Locale,
): { readonly sheet: string; readonly edits: Edit[] } {
  const ours = sheets.find((sheet) => isOpinionName(sheet.name) && isReviewSheet(sheet)) ?? null;
  const sheet =
    ours?.name ??
    freeSheetName(
      OPINION_SHEET,
      sheets.map(({ name }) => name),
    );
  return { sheet, edits: reviewSheetEdits(paper, ours, locale, sheet) };
}

function isOpinionName(name: string): boolean {
  return isNumbered(name, OPINION_SHEET);
}
