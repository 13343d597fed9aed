import { overallGrade } from '../../../src/core/indicator';
import { NO_PROFILE, writeProfile } from '../../../src/core/check/profile';
import { readReview } from '../../../src/core/reader';
import {
  cellAt,
  contentOf,
  makeCell,
  makeSheet,
  OPINION_SHEET,
  RECORD_SHEET,
  type SheetSnapshot,
} from '../../../src/core/sheet';
import { MemoryHost } from '../../../src/hosts/memory';
import { isReviewSheet, NO_OCCASION, reviewDocument, reviewPage, roundOf } from '../../../src/report/review';
import { createSession, type NoticeCode, type Session, type WriteRequest } from '../../../src/session';
import { decide, decisionOn, recordProfile, workbookProfile } from '../../../src/session/profile';
import { gradesOf, planReviewForm, proposedGrades, recordGrades } from '../../../src/session/review/grades';
import {
  answerOpinion,
  readOpinions,
  recordOpinion,
  settleOpinion,
  withdrawOpinion,
} from '../../../src/session/review/opinions';
import { departmentPapers, planOpinionSheet, wholePaper } from '../../../src/session/review/papers';
import { referenceReadings } from '../../../src/session/review/references';
import { readRounds, recordRound } from '../../../src/session/review/rounds';
import { faultyEvaluations, mendedEvaluations } from '../../fixtures/evaluations';

interface Bench {
  readonly host: MemoryHost;
  readonly session: Session;
  write(plan: WriteRequest['plan'], notice?: NoticeCode): Promise<boolean>;
  record(): Promise<SheetSnapshot | null>;
  sheet(name: string): Promise<SheetSnapshot | undefined>;
}

function bench(sheets: readonly SheetSnapshot[], active?: string): Bench {
  const host = new MemoryHost(sheets, active === undefined ? {} : { active });
  const session = createSession(host, {
    now: () => new Date(2026, 2, 5, 9, 8, 7),
    user: '王审核',
    delay: () => () => undefined,
  });
  return {
    host,
    session,
    write: (plan, notice = 'opinion-recorded') =>
      session.write({ during: 'review', label: '审核', notice, sheets: 'all', plan }),
    record: async () => (await host.read({ sheets: [] })).record,
    sheet: async (name) => (await host.read({ sheets: 'all' })).sheets.find((one) => one.name === name),
  };
}

const AT = '2026-03-05T09:08:07';
const [targets] = mendedEvaluations() as [SheetSnapshot];

describe('opinions', () => {
  test('are written, answered, ticked off and withdrawn, each as one step that can be undone', async () => {
    const { session, write, record } = bench([targets]);
    await session.check();
    const about = { place: `${targets.name}!E5`, text: '指标值偏低，请说明依据。' };
    expect(await write(({ record: now }, author) => recordOpinion(now, { ...about, ...author }))).toBe(true);
    const opinion = { ...about, by: '王审核', at: AT, answer: '', settled: false };
    expect(readOpinions(await record())).toEqual([opinion]);
    expect(readOpinions(session.getState().checked?.record ?? null)).toEqual([opinion]);
    await write(({ record: now }) => answerOpinion(now, about, '已改为12次。'));
    await write(({ record: now }) => settleOpinion(now, about, true));
    expect(readOpinions(await record())).toEqual([{ ...opinion, answer: '已改为12次。', settled: true }]);
    await session.undo();
    expect(readOpinions(await record())[0]?.settled).toBe(false);
    await write(({ record: now }) => withdrawOpinion(now, about));
    expect(readOpinions(await record())).toEqual([]);
    // It is taken up again in its row.
    await write(({ record: now }, author) => recordOpinion(now, { ...about, ...author }));
    expect((await record())?.cells).toHaveLength(2);
  });

  test('typed into the sheet by hand are read, and ticked off where they stand', async () => {
    const rows = [
      ['序号', '类型', '位置', '问题或内容', '理由', '键'],
      [1, '审核意见', '', '总体目标与职责不符', '', null],
      [2, '审核意见（已办结）', 'D7', '单位请写全', '已改', null],
      [3, '备忘', '', '下周开会', '', null],
    ];
    const sheet = makeSheet(
      RECORD_SHEET,
      rows.map((row) => row.map((value) => makeCell(value))),
    );
    expect(readOpinions(sheet).map(({ text, settled, answer }) => [text, settled, answer])).toEqual([
      ['总体目标与职责不符', false, ''],
      ['单位请写全', true, '已改'],
    ]);
    const { write, record } = bench([targets, sheet]);
    await write(({ record: now }) => settleOpinion(now, { place: '', text: '总体目标与职责不符' }, true));
    expect(readOpinions(await record()).map(({ settled }) => settled)).toEqual([true, true]);
    // Nothing is made up for an opinion that is not there any more.
    expect(answerOpinion(sheet, { place: '', text: '没有这一条' }, '好')).toEqual([]);
  });
});

describe('grades', () => {
  test('are proposed, decided, drawn as the form, mended there by hand, and written back into it', async () => {
    const { session, write, record, host } = bench([targets]);
    await session.check();
    const { checked } = session.getState();
    const [table] = checked?.tables ?? [];
    if (!checked || !table) throw new Error('no table');
    const proposed = proposedGrades(table, checked.findings, 'zh-CN');
    expect(proposed.lines.map(({ item }) => item)).toHaveLength(8);
    expect(proposed.lines.find(({ item }) => item === '条件充分性')?.grade).toBeNull();
    const decided = {
      lines: proposed.lines.map((line) => ({
        ...line,
        grade: line.item === '条件充分性' ? ('良' as const) : ('优' as const),
      })),
      opinion: '同意。',
    };
    await write(({ record: now }, author) => recordGrades(now, table.sheet, decided, author));
    const kept = gradesOf(table, checked.findings, { sheets: [], record: await record() }, 'zh-CN');
    expect(kept).toEqual({ ...decided, decided: true, sheet: null });
    await write(({ sheets }) => planReviewForm(table, decided, sheets).edits);
    const drawn = (await host.read({ sheets: 'all' })).sheets.find((sheet) => readReview(sheet));
    const review = drawn && readReview(drawn);
    expect(review?.items.map(({ grade }) => grade?.value)).toEqual(decided.lines.map(({ grade }) => grade));
    expect(overallGrade(decided.lines.map(({ grade }) => grade))).toBe('优');
    if (!drawn || !review) throw new Error('not drawn');
    // Somebody writes into the form itself, and clears another grade.
    const [first, second] = review.items;
    if (!first?.grade || !second?.grade) throw new Error('no grade');
    await host.apply(
      [
        { kind: 'set', sheet: drawn.name, cell: first.grade.cell, from: { text: '优' }, to: { text: '中' } },
        { kind: 'set', sheet: drawn.name, cell: second.grade.cell, from: { text: '优' }, to: { blank: true } },
      ],
      { label: '' },
    );
    const { sheets } = await host.read({ sheets: 'all' });
    const byHand = gradesOf(table, checked.findings, { sheets, record: await record() }, 'zh-CN');
    expect(byHand.sheet).toBe(drawn.name);
    expect(byHand.lines[0]?.grade).toBe('中');
    const again = planReviewForm(table, { ...decided, opinion: '请补充依据。' }, sheets);
    expect(again.sheet).toBe(drawn.name);
    await write(() => again.edits);
    const last = readReview((await host.read({ sheets: [drawn.name] })).sheets[0] as SheetSnapshot);
    expect(last?.items.map(({ grade }) => grade?.value)).toEqual(decided.lines.map(({ grade }) => grade));
    expect(last?.opinion?.value).toBe('请补充依据。');
  });
});

describe('the whole workbook', () => {
  test('is checked with its tables held against one another, and sent back by round and deadline', async () => {
    const { session, write, record, sheet } = bench(faultyEvaluations());
    const whole = await session.checkAll();
    if (!whole) throw new Error('not checked');
    expect(whole.result.findings.some(({ code }) => code === 'PT607')).toBe(true);
    expect(session.getState().phase).toBe('idle');
    const occasion = { ...NO_OCCASION, round: 1, deadline: '2026-03-20' };
    const papers = departmentPapers(whole, occasion, 'zh-CN');
    expect(papers.flatMap(({ tables }) => tables)).toHaveLength(4);
    await write((workbook, author) => [
      ...planOpinionSheet(wholePaper(whole, occasion, 'zh-CN'), workbook.sheets, 'zh-CN').edits,
      ...recordRound(workbook.record, { round: 1, deadline: '2026-03-20', summary: '必须修改9处', ...author }),
    ]);
    const opinions = await sheet(OPINION_SHEET);
    expect(opinions && roundOf(opinions)).toEqual({ round: 1, deadline: '2026-03-20' });
    expect(readRounds(await record())).toEqual([
      { round: 1, deadline: '2026-03-20', summary: '必须修改9处', by: '王审核', at: AT },
    ]);
    // A sheet 审核意见 that came without a record tells its round too.
    expect(readRounds(null, opinions ? [opinions] : []).map(({ round }) => round)).toEqual([1]);
  });

  test('a sheet of that name that a person made is never written over', () => {
    const own = makeSheet(OPINION_SHEET, [[makeCell('会议意见')]]);
    const paper = { department: null, tables: [], opinions: [], occasion: NO_OCCASION };
    const plan = planOpinionSheet(paper, [targets, own], 'zh-CN');
    expect(plan.sheet).toBe(`${OPINION_SHEET} 2`);
    expect(plan.edits.every((edit) => edit.sheet === plan.sheet)).toBe(true);
    expect(isReviewSheet(own)).toBe(false);
  });

  test('a reason for a value that was mended since is told of, and can be withdrawn', async () => {
    const [faulty] = faultyEvaluations().slice(1) as [SheetSnapshot];
    const { session, host } = bench([faulty]);
    await session.check();
    const finding = session.getState().checked?.findings.find(({ code }) => code === 'PT605');
    if (!finding) throw new Error('nothing found');
    await session.suppress(finding, '另有说明');
    expect(session.getState().checked?.stale).toEqual([]);
    const { row, column } = finding.address;
    const from = contentOf(cellAt(faulty, { row, column }));
    const sheet = faulty.name;
    await host.apply([{ kind: 'set', sheet, cell: { row, column }, from, to: { number: 1 } }], { label: '' });
    const whole = await session.checkAll();
    if (!whole) throw new Error('not checked');
    const paper = wholePaper(whole, NO_OCCASION, 'zh-CN');
    expect(paper.unneeded).toMatchObject([{ key: finding.key, reason: '另有说明', sheet }]);
    for (const said of [reviewPage(paper, 'zh-CN'), JSON.stringify(reviewDocument(paper, 'zh-CN'))]) {
      expect(said).toContain('保留的理由：另有说明');
    }
    await session.unsuppress(finding.key, sheet);
    expect(session.getState().checked?.stale).toEqual([]);
  });

  test('what is ticked off does not go back again', async () => {
    const { session, write } = bench([targets]);
    const about = { place: targets.name, text: '请补充佐证' };
    await write(({ record }, author) => recordOpinion(record, { ...about, ...author }));
    const opinions = async () => {
      const whole = await session.checkAll();
      return whole && wholePaper(whole, NO_OCCASION, 'zh-CN').opinions.map(({ text }) => text);
    };
    expect(await opinions()).toEqual(['请补充佐证']);
    await write(({ record }) => settleOpinion(record, about, true));
    expect(await opinions()).toEqual([]);
  });
});

describe('held against other tables', () => {
  const sheets = faultyEvaluations();
  const evaluation = sheets[1] as SheetSnapshot;

  test('the active sheet is held against the other sheets, which are read once and again after a change', async () => {
    const { session, host } = bench(sheets, evaluation.name);
    const read = jest.spyOn(host, 'read');
    await session.check();
    const found = () => session.getState().checked?.findings.filter(({ code }) => code === 'PT607').length ?? 0;
    expect(found()).toBe(1);
    expect(read).toHaveBeenCalledTimes(2);
    await session.check();
    expect(read).toHaveBeenCalledTimes(3);
    const alone = bench([evaluation]);
    await alone.session.check();
    expect(alone.session.getState().checked?.findings.some(({ code }) => code === 'PT607')).toBe(false);
  });

  test('another file counts from when it is given until it is taken away', async () => {
    const { session } = bench([evaluation]);
    await session.check();
    const found = () => session.getState().checked?.findings.find(({ code }) => code === 'PT607');
    expect(found()).toBeUndefined();
    const readings = referenceReadings([sheets[0] as SheetSnapshot], '批复.xlsx', 'zh-CN');
    session.setReferences([{ name: '批复.xlsx', readings }]);
    await session.check();
    expect(found()).toBeDefined();
    session.setReferences([]);
    await session.check();
    expect(found()).toBeUndefined();
  });
});

describe('审核口径 that comes with a workbook', () => {
  const profile = {
    ...NO_PROFILE,
    name: '青溪县2026',
    overrides: { PT101: 'off' as const },
    checks: [
      {
        code: 'OWN-1',
        must: [{ field: 'name' as const, is: '没有这样的指标' }],
        message: '名称不在目录内：{name}',
        severity: 'error' as const,
      },
    ],
  };

  test('is of no effect until the person accepts it, and again after it changes', async () => {
    const { session, write, record } = bench([targets]);
    await write(({ record: now }, author) => recordProfile(now, profile, author)?.edits ?? [], 'profile-recorded');
    const own = () => session.getState().checked?.findings.filter(({ code }) => code === 'OWN-1').length ?? 0;
    await session.check();
    expect(own()).toBe(0);
    const carried = workbookProfile(await record());
    if (!carried) throw new Error('no profile');
    expect(carried).toMatchObject({ name: '青溪县2026', by: '王审核', reading: { ok: true } });
    expect(decisionOn(session.getState().settings, carried)).toBeNull();
    session.setSettings({ decided: decide(session.getState().settings, carried, 'refused') });
    await session.check();
    expect(own()).toBe(0);
    session.setSettings({ decided: decide(session.getState().settings, carried, 'accepted') });
    await session.check();
    expect(own()).toBeGreaterThan(3);
    await write(({ record: now }, author) => recordProfile(now, { ...profile, name: '改过的' }, author)?.edits ?? []);
    await session.check();
    expect(own()).toBe(0);
  });

  test('spoilt by hand says what is wrong, and holds nothing', async () => {
    const { write, record, session } = bench([targets]);
    await write(({ record: now }, author) => recordProfile(now, profile, author)?.edits ?? []);
    const sheet = await record();
    const text = writeProfile(profile).trim();
    const spoilt = {
      ...(sheet as SheetSnapshot),
      cells: (sheet as SheetSnapshot).cells.map((row) =>
        row?.map((cell) => (cell?.value === text ? { ...cell, value: text.replace('OWN-1', 'X') } : cell)),
      ),
    } as SheetSnapshot;
    const carried = workbookProfile(spoilt);
    expect(carried?.reading.ok).toBe(false);
    expect(session.getState().settings.decided).toEqual([]);
  });
});
