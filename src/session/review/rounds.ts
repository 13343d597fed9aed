import { OPINION_SHEET, type Edit, type SheetSnapshot } from '../../core/sheet';
import { roundOf } from '../../report/review';
import { rowsOfKind, writeRow } from '../record';

/** 退回: a round of the review in the record, the round in 编码, the deadline in 理由. */
const SENT_BACK = '退回';

/** One time that the tables went back to the department. */
export interface ReviewRound {
  readonly round: number;
  /** `YYYY-MM-DD`; null where none was set. */
  readonly deadline: string | null;
  /** What was said of it: how many were to be mended. */
  readonly summary: string;
  readonly by: string;
  readonly at: string;
}

/** The rounds in their order; one that only the sheet 审核意见 tells of is among them. */
export function readRounds(record: SheetSnapshot | null, sheets: readonly SheetSnapshot[] = []): ReviewRound[] {
  const rounds = new Map<number, ReviewRound>();
  const opinions = sheets.find(({ name }) => name === OPINION_SHEET);
  const marked = opinions && roundOf(opinions);
  if (marked?.round) {
    rounds.set(marked.round, { round: marked.round, deadline: marked.deadline, summary: '', by: '', at: '' });
  }
  for (const row of rowsOfKind(record, (kind) => kind === SENT_BACK)) {
    const round = Number(/\d{1,3}/u.exec(row['编码'].normalize('NFKC'))?.[0] ?? 0);
    if (round === 0) continue;
    const deadline = /\d{4}-\d{2}-\d{2}/u.exec(row['理由'])?.[0] ?? null;
    rounds.set(round, { round, deadline, summary: row['问题或内容'], by: row['人员'], at: row['时间'] });
  }
  return [...rounds.values()].sort((a, b) => a.round - b.round);
}

/** A round that is sent back again goes over what was recorded of it. */
export function recordRound(record: SheetSnapshot | null, { round, deadline, summary, by, at }: ReviewRound): Edit[] {
  const code = `第${round}轮`;
  return writeRow(record, (row) => row('类型') === SENT_BACK && row('编码') === code, {
    类型: SENT_BACK,
    编码: code,
    位置: '',
    问题或内容: summary,
    理由: deadline === null ? '' : `截止 ${deadline}`,
    人员: by,
    时间: at.replace('T', ' '),
    键: `${SENT_BACK}|${round}`,
  });
}
