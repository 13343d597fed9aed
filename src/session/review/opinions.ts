import type { Edit, SheetSnapshot } from '../../core/sheet';
import { changeRow, rowsOfKind, WITHDRAWN, writeRow, type RecordRow } from '../record';

/** 审核意见 in the record: the opinion in 问题或内容, the department's answer in 理由. */
export const OPINION = '审核意见';
/** The reviewer has seen the answer, or the department ticked it off: it stays, and is no longer open. */
const SETTLED = '（已办结）';

/** A reviewer's own opinion of a cell (`Sheet1!D12`), or of the table where the place is a sheet's name or ''. */
export interface RecordedOpinion {
  readonly place: string;
  readonly text: string;
  readonly by: string;
  /** As in the record; '' where nobody wrote it down. */
  readonly at: string;
  readonly answer: string;
  readonly settled: boolean;
}

export interface NewOpinion {
  readonly place: string;
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/** The opinions that stand in the record, those withdrawn left out. Rows typed in by hand count like all others. */
export function readOpinions(record: SheetSnapshot | null): RecordedOpinion[] {
  return rowsOfKind(record, (kind) => kind === OPINION || kind === OPINION + SETTLED).flatMap((row) =>
    row['问题或内容'] === ''
      ? []
      : [
          {
            place: row['位置'],
            text: row['问题或内容'],
            by: row['人员'],
            at: row['时间'],
            answer: row['理由'],
            settled: row['类型'] !== OPINION,
          },
        ],
  );
}

/** Writes an opinion down; the same one of the same place is taken up again rather than written twice. */
export function recordOpinion(record: SheetSnapshot | null, { place, text, by, at }: NewOpinion): Edit[] {
  return writeRow(record, isThis({ place, text }), {
    类型: OPINION,
    编码: '',
    位置: place,
    问题或内容: text,
    理由: '',
    人员: by,
    时间: at.replace('T', ' '),
    键: `${OPINION}|${place}|${text}`.slice(0, 200),
  });
}

/** What a department says to an opinion; '' takes the answer back. */
export function answerOpinion(record: SheetSnapshot | null, opinion: OpinionId, answer: string): Edit[] {
  return changeRow(record, isThis(opinion), { 理由: answer.trim() });
}

/** Ticks an opinion off, or opens it again. */
export function settleOpinion(record: SheetSnapshot | null, opinion: OpinionId, settled: boolean): Edit[] {
  return changeRow(record, isThis(opinion), { 类型: settled ? OPINION + SETTLED : OPINION });
}

/** The row stays, and no longer counts. */
export function withdrawOpinion(record: SheetSnapshot | null, opinion: OpinionId): Edit[] {
  return changeRow(record, isThis(opinion), { 类型: OPINION + WITHDRAWN });
}

type OpinionId = Pick<RecordedOpinion, 'place' | 'text'>;

/** By what is written there: keys of rows typed in by hand are blank. */
function isThis({ place, text }: OpinionId): (row: RecordRow) => boolean {
  return (row) => row('类型').startsWith(OPINION) && row('位置') === place && row('问题或内容') === text;
}
