import type { SheetSnapshot } from '../core/sheet';
import { rowsOfKind } from './record';

/** 审核意见 in the record: the opinion in 问题或内容, the department's answer in 理由. */
export const OPINION = '审核意见';

/** A reviewer's own opinion of a cell (`Sheet1!D12`), or of the table where the place is ''. */
export interface RecordedOpinion {
  readonly place: string;
  readonly text: string;
  readonly by: string;
  /** As in the record; '' where nobody wrote it down. */
  readonly at: string;
  readonly answer: string;
}

/** The opinions that stand in the record, those withdrawn left out. */
export function readOpinions(record: SheetSnapshot | null): RecordedOpinion[] {
  return rowsOfKind(record, OPINION).flatMap((row) =>
    row['问题或内容'] === ''
      ? []
      : [{ place: row['位置'], text: row['问题或内容'], by: row['人员'], at: row['时间'], answer: row['理由'] }],
  );
}
