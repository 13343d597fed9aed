import { MARK_FILL, isMarkNote, markFormula, markLevelOf, markNote } from '../../core/sheet';
import type { CellRef, MarkLevel, Range } from '../../core/sheet';
import { cellKey } from '../plan';
import type { MarkWork, SheetMarks } from '../excel/marks';
import { areasOf, rangeIn } from './blocks';
import type { EtWorksheet } from './et';
import { bgr } from './looks';

export type EtMarks = SheetMarks<EtWorksheet>;
export type EtMarkWork = MarkWork<EtWorksheet>;

/** A rule by formula, among the kinds of conditional formats. */
const EXPRESSION = 2;

/** Our rules and everybody's comments (批注), by their places in their collections: five calls a rule, three a comment. */
export function readMarks(sheet: EtWorksheet, name: string): EtMarks {
  const conditions = sheet.Cells.FormatConditions;
  const rules: EtMarks['rules'][number][] = [];
  for (let at = 1, count = conditions.Count; at <= count; at += 1) {
    const condition = conditions.Item(at);
    const level = condition.Type === EXPRESSION ? markLevelOf(condition.Formula1) : null;
    if (level) rules.push({ id: String(at), level, areas: areasOf(condition.AppliesTo) });
  }
  const comments = sheet.Comments;
  const remarks: EtMarks['remarks'][number][] = [];
  for (let at = 1, count = comments.Count; at <= count; at += 1) {
    const comment = comments.Item(at);
    const [place] = areasOf(comment.Parent);
    if (!place) continue;
    const cell = { row: place.top, column: place.left };
    remarks.push({ kind: 'note', id: '', index: at, text: comment.Text(), cell });
  }
  return { name, sheet, rules, remarks };
}

/** From the last one, so that the places of those before it still hold. */
function deleteMarks({ sheet }: EtMarks, rules: EtMarks['rules'], remarks: EtMarks['remarks']): void {
  if (rules.length > 0) {
    const conditions = sheet.Cells.FormatConditions;
    const places = rules.map(({ id }) => Number(id)).sort((a, b) => b - a);
    for (const at of places) conditions.Item(at).Delete();
  }
  if (remarks.length > 0) {
    const comments = sheet.Comments;
    const places = remarks.map(({ index }) => index).sort((a, b) => b - a);
    for (const at of places) comments.Item(at).Delete();
  }
}

function addRule(sheet: EtWorksheet, range: Range, level: MarkLevel): void {
  const rule = rangeIn(sheet, range).FormatConditions.Add(EXPRESSION, null, markFormula(level));
  rule.Interior.Color = bgr(MARK_FILL[level]);
  try {
    // Above a person's own rules; a build without it shows theirs where both colour a cell.
    rule.SetFirstPriority();
  } catch {
    // The mark is there all the same.
  }
}

function addNote(sheet: EtWorksheet, { row, column }: CellRef, text: string): void {
  rangeIn(sheet, { top: row, bottom: row, left: column, right: column }).AddComment(markNote(text));
}

export function writeMarks({ before, rules, remarks, add }: EtMarkWork, withNotes: boolean): void {
  deleteMarks(before, rules, remarks);
  const taken = new Set(before.remarks.filter((remark) => !remarks.includes(remark)).map(({ cell }) => cellKey(cell)));
  for (const { cell, level, note } of add) {
    addRule(before.sheet, { top: cell.row, bottom: cell.row, left: cell.column, right: cell.column }, level);
    if (withNotes && note !== '' && !taken.has(cellKey(cell))) addNote(before.sheet, cell, note);
  }
}

/** Puts marks back as they were after a failure, whatever the sheet has now. */
export function restoreMarks(before: EtMarks): void {
  const now = readMarks(before.sheet, before.name);
  const ours = (marks: EtMarks) => marks.remarks.filter(({ text }) => isMarkNote(text));
  deleteMarks(now, now.rules, ours(now));
  for (const { level, areas } of before.rules) for (const area of areas) addRule(before.sheet, area, level);
  for (const { cell, text } of ours(before)) addNote(before.sheet, cell, text);
}
