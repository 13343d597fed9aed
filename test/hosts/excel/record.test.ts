import { RECORD_SHEET, type SheetSnapshot } from '../../../src/core/sheet';
import { NO_PROFILE } from '../../../src/core/check/profile';
import { writeWorkbook } from '../../../src/formats/xlsx';
import { ExcelHost } from '../../../src/hosts/excel';
import { createSession } from '../../../src/session';
import { recordProfile } from '../../../src/session/profile';
import { answerOpinion, recordOpinion, settleOpinion } from '../../../src/session/review/opinions';
import { recordRound } from '../../../src/session/review/rounds';
import { faultyEvaluations } from '../../fixtures/evaluations';
import { office } from '../../support/office';
import { startOffice } from '../../support/officejs/excel';
import { fillWorkbook } from '../../support/officejs/fill';
import { Workbook } from '../../support/officejs/workbook';
import { expectRecordKept, recordOf } from '../../support/record-kept';

const AT = '2026-03-05T09:08:07';

test('the record of a review, written through office.js, is read back whole, saved again by LibreOffice too', async () => {
  const workbook = new Workbook();
  fillWorkbook(workbook, faultyEvaluations());
  startOffice(workbook);
  const host = new ExcelHost((version) => Number(version.split('.')[1]) <= 17);
  const session = createSession(host, {
    now: () => new Date(2026, 2, 5, 9, 8, 7),
    user: '王审核',
    delay: () => () => undefined,
  });
  await session.check();
  const [finding] = session.getState().checked?.findings ?? [];
  if (!finding) throw new Error('nothing found');
  await session.suppress(finding, '=合同约定，见“附件”\n第2页');
  const about = { place: "'自评 表'!E5", text: '+1 指标值偏低\n请说明依据' };
  const tableWide = { place: '', text: '@总体目标与职责不符' };
  await session.write({
    during: 'record',
    label: '审核',
    notice: 'opinion-recorded',
    sheets: [],
    plan: ({ record }, author) => recordOpinion(record, { ...about, ...author }),
  });
  for (const plan of [
    (record: SheetSnapshot | null) => recordOpinion(record, { ...tableWide, by: '李', at: AT }),
    (record: SheetSnapshot | null) => answerOpinion(record, about, '-已改为12次'),
    (record: SheetSnapshot | null) => settleOpinion(record, about, true),
    (record: SheetSnapshot | null) =>
      recordRound(record, { round: 2, deadline: '2026-03-20', summary: '必须修改9处', by: '王审核', at: AT }),
    (record: SheetSnapshot | null) =>
      recordProfile(record, { ...NO_PROFILE, name: '青溪', overrides: { PT101: 'off' } }, { by: '王审核', at: AT })
        ?.edits ?? [],
  ]) {
    const done = await session.write({
      during: 'record',
      label: '审核',
      notice: 'opinion-recorded',
      sheets: [],
      plan: ({ record }) => plan(record),
    });
    expect(done).toBe(true);
  }
  const { sheets } = await host.read({ sheets: 'all' });
  const record = recordOf(sheets);
  expect(record.suppressions).toEqual([
    expect.objectContaining({ key: finding.key, reason: '=合同约定，见“附件”\n第2页', by: '王审核', at: AT }),
  ]);
  expect(record.opinions).toEqual([
    { ...about, by: '王审核', at: AT, answer: '-已改为12次', settled: true },
    { ...tableWide, by: '李', at: AT, answer: '', settled: false },
  ]);
  expect(record.rounds).toEqual([{ round: 2, deadline: '2026-03-20', summary: '必须修改9处', by: '王审核', at: AT }]);
  expect(record.profile?.reading).toMatchObject({ ok: true, profile: { name: '青溪', overrides: { PT101: 'off' } } });
  const kept = sheets.find(({ name }) => name === RECORD_SHEET) as SheetSnapshot;
  expect(expectRecordKept(writeWorkbook([kept]))).toBe(office);
});
