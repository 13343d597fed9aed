import { checkNow } from '../../src/core/check';
import { FIELD_IDS, libraryEntries, type LibraryEntry } from '../../src/core/library';
import { readTables } from '../../src/core/reader';
import { cellAt, makeSheet, type SheetSnapshot } from '../../src/core/sheet';
import { BLANK_CONTENT, formOf, type Form } from '../../src/core/templates';
import { MemoryHost } from '../../src/hosts/memory';
import { createSession } from '../../src/session';
import { draftContent, draftForms, planForm, proposeEntries, proposeGoal } from '../../src/session/forms';
import { OwnLibrary, planIndicators } from '../../src/session/library';
import { OVERALL_2025 } from '../../src/workbench/samples/overall-2025';
import { sampleSheet } from '../../src/workbench/samples';

const YEAR = 2026;

function entry(id: string): LibraryEntry {
  const found = libraryEntries().find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

const form = (id: string): Form =>
  formOf(id) ??
  (() => {
    throw new Error(id);
  })();

function start(sheets: readonly SheetSnapshot[]) {
  const host = new MemoryHost(sheets);
  return { host, session: createSession(host, { now: () => new Date(2026, 10, 24) }) };
}

const sheetIn = async (host: MemoryHost, name: string): Promise<SheetSnapshot> =>
  (await host.read({ sheets: [name] })).sheets[0] ?? makeSheet('', []);

const serious = (sheet: SheetSnapshot): string[] =>
  checkNow({ sheets: [sheet] })
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ code, message, data }) => `${code} ${message} ${JSON.stringify(data)}`);

async function insert(
  host: MemoryHost,
  session: ReturnType<typeof start>['session'],
  name: string,
  entries: readonly LibraryEntry[],
) {
  const sheet = await sheetIn(host, name);
  const { tables, blank } = readTables(sheet);
  const [table] = [...tables, ...(blank ?? [])];
  if (!table) throw new Error('no table');
  const plan = planIndicators({ sheet, table, entries, year: YEAR });
  const { finish } = plan;
  const done = await session.insert(
    plan.edits,
    { what: 'indicators-inserted', name: '', count: entries.length, show: null },
    finish === null ? undefined : ({ sheets }) => finish(sheets[0] ?? sheet),
  );
  return { plan, done, after: await sheetIn(host, name) };
}

const PICKS = ['education-01', 'education-07', 'education-16', 'education-19'];

describe('library rows in a table that people made', () => {
  test('each goes behind its level, level cells grow, weights stay at the sum, one step to undo', async () => {
    const before = sampleSheet(OVERALL_2025).snapshot;
    const { host, session } = start([before]);
    const was = readTables(before).tables[0]?.indicators.length ?? 0;
    const { plan, done, after } = await insert(host, session, before.name, PICKS.map(entry));
    expect(done).toBe(true);
    expect(plan.opens).toBe(4);
    const [table] = readTables(after).tables;
    expect(table?.indicators).toHaveLength(was + 4);
    for (const { row, at } of plan.rows) {
      const found = table?.indicators.find((one) => one.row === at);
      expect([found?.name?.value, found?.level1?.value, found?.level2?.value]).toEqual([
        row.name,
        expect.stringContaining(row.level1.slice(0, 2)),
        expect.stringContaining(row.level2.slice(0, 2)),
      ]);
      expect(found?.shift).toBe(0);
      expect(found?.target?.value).toBe(row.target);
    }
    const sum = table?.indicators.reduce((all, { weight }) => all + (weight?.value ?? 0), 0);
    expect(sum).toBeCloseTo(plan.total, 6);
    expect(session.getState().undo).toContain('4');
    expect(await session.undo()).toBe(true);
    const back = await sheetIn(host, before.name);
    expect(readTables(back).tables).toEqual(readTables(before).tables);
    expect(back.merges).toHaveLength(before.merges.length);
    session.dispose();
  });

  test('nothing is written where the second half is refused', async () => {
    const before = sampleSheet(OVERALL_2025).snapshot;
    const { host, session } = start([before]);
    const state = await host.read({ sheets: 'all' });
    const done = await session.insert(
      [{ kind: 'insertRows', sheet: before.name, before: 8, count: 1 }],
      { what: 'indicators-inserted', name: '', count: 1, show: null },
      () => [
        { kind: 'set', sheet: before.name, cell: { row: 0, column: 0 }, from: { text: '别的' }, to: { text: 'x' } },
      ],
    );
    expect(done).toBe(false);
    expect(session.getState().problem?.code).toBe('conflict');
    expect(session.getState().undo).toBeNull();
    expect(await host.read({ sheets: 'all' })).toEqual(state);
    session.dispose();
  });
});

describe('library rows in our own forms', () => {
  test.each(draftForms().map(({ id }) => [id]))('%s: blank rows are used first, then the form grows', async (id) => {
    const { host, session } = start([makeSheet('Sheet1', [])]);
    const workbook = await session.readWorkbook();
    if (!workbook) throw new Error('unread');
    const plan = planForm(workbook, {
      form: form(id),
      source: { content: { ...BLANK_CONTENT, year: YEAR }, options: { from: 'target', same: true } },
      scores: 'functions',
      protect: false,
      place: { kind: 'new-sheet' },
    });
    await session.insert(plan.edits, { what: 'form-inserted', name: '', count: 0, show: null });
    const picks = ['education-01', 'education-02', 'education-07', 'education-16', 'education-19'].map(entry);
    const { plan: rows, done, after } = await insert(host, session, plan.sheet, picks);
    expect(done).toBe(true);
    const [table] = readTables(after).tables;
    expect(
      table?.indicators
        .filter(({ name }) => name)
        .map(({ name }) => name?.value)
        .sort(),
    ).toEqual(picks.map(({ name }) => name).sort());
    if (id !== 'department-target-henan') expect(rows.opens).toBe(1);
    for (const { row, at } of rows.rows) {
      const found = table?.indicators.find((one) => one.row === at);
      expect(found?.name?.value).toBe(row.name);
      expect(found?.target?.value).toBe(row.target);
    }
    session.dispose();
  });
});

test('a self-evaluation of ours grows: scores and total are reckoned over the new row too', async () => {
  const { host, session } = start([makeSheet('Sheet1', [])]);
  const workbook = await session.readWorkbook();
  if (!workbook) throw new Error('unread');
  const content = draftContent({
    form: form('department-target-hunan'),
    year: YEAR,
    department: '临江县教育局',
    project: '',
    duties: '',
    goal: '',
    budget: [],
    entries: PICKS.map(entry),
  });
  const plan = planForm(workbook, {
    form: form('department-self-evaluation'),
    source: { content, options: { from: 'target' } },
    scores: 'functions',
    protect: false,
    place: { kind: 'new-sheet' },
  });
  await session.insert(plan.edits, { what: 'form-inserted', name: '', count: 0, show: null });
  const before = await sheetIn(host, plan.sheet);
  const { done, after } = await insert(host, session, plan.sheet, [entry('education-20')]);
  expect(done).toBe(true);
  const [old] = readTables(before).tables;
  const [table] = readTables(after).tables;
  const last = table?.indicators[table.indicators.length - 1];
  expect(last?.name?.value).toBe(entry('education-20').name);
  const column = table?.columns.find(({ field }) => field === 'score')?.column ?? -1;
  const above = old?.indicators[old.indicators.length - 1]?.row ?? -1;
  const row = last?.row ?? -1;
  expect(row).toBe(above + 1);
  const was = cellAt(before, { row: above, column })?.formula ?? '';
  expect(was).toContain('PERF.SCORE');
  const now = cellAt(after, { row, column })?.formula ?? '';
  expect(now).toContain(`PERF.SCORE(`);
  // The form has no column for standards: the row’s own stands in its formula.
  expect(now).toContain('实际满意度/95%×5分');
  const weighed = cellAt(after, { row: above, column })?.formula ?? '';
  expect(was).toContain('得10分');
  expect(weighed).toContain('满意度≥90%得5分；80%≤满意度＜90%得4分；60%≤满意度＜80%得2.5分');
  expect(now).not.toBe(was.replaceAll(String(above + 1), String(row + 1)));
  const total = cellAt(after, { row: row + 1, column })?.formula ?? '';
  expect(total).toMatch(new RegExp(`:[A-Z]+${String(row + 1)}\\b`, 'u'));
  session.dispose();
});

describe('a draft out of fields', () => {
  const cases = draftForms().flatMap(({ id }) => FIELD_IDS.map((field) => ({ id, field })));
  test.each(cases)('$id, $field: nothing at warning level or above', ({ id, field }) => {
    const entries = proposeEntries(libraryEntries(), [field, 'common']);
    const request = {
      form: form(id),
      year: YEAR,
      department: '临江县教育局',
      project: '公共服务提升项目',
      duties: '贯彻执行有关法律法规和政策，组织实施本县有关工作。',
      goal: '',
      budget: [100, 20, 0, 0, 60, 60].slice(0, 6),
      entries,
    };
    const amounts = id === 'department-target-county' ? [100, 0, 0, 0, 60, 40] : [100];
    const content = draftContent({ ...request, budget: amounts, goal: proposeGoal(draftContent(request)) });
    const plan = planForm(
      { list: [], active: '', sheets: [], record: null },
      {
        form: form(id),
        source: { content, options: { from: 'target', same: true } },
        scores: 'functions',
        protect: false,
        place: { kind: 'new-sheet' },
      },
    );
    // A sign or a unit that is read otherwise still stands in the cell of the target.
    const lost = plan.filled?.unplaced.filter(({ field: what }) => what !== 'operator' && what !== 'unit');
    expect(lost).toEqual([]);
    const { host, session } = start([makeSheet('Sheet1', [])]);
    return session
      .insert(plan.edits, { what: 'form-inserted', name: '', count: 0, show: null })
      .then(() => sheetIn(host, plan.sheet))
      .then((sheet) => {
        expect(readTables(sheet).tables[0]?.indicators).toHaveLength(entries.length);
        expect(serious(sheet)).toEqual([]);
        session.dispose();
      });
  });
});

describe('a library of one’s own', () => {
  test('is kept, merged by name, edited and cleared', () => {
    let kept: string | null = null;
    const storage = { load: () => kept, save: (text: string) => void (kept = text) };
    const own = new OwnLibrary(storage);
    expect(own.merge([entry('education-01'), entry('education-07')]).added).toHaveLength(2);
    const again = new OwnLibrary(storage);
    expect(again.getState().entries.map(({ name }) => name)).toEqual([
      entry('education-01').name,
      entry('education-07').name,
    ]);
    const [first] = again.getState().entries;
    if (!first) throw new Error('lost');
    again.replace(first.id, { ...first, explanation: '改过的解释' });
    expect(again.preview([entry('education-01')]).changed).toHaveLength(1);
    again.remove(first.id);
    expect(new OwnLibrary(storage).getState().entries).toHaveLength(1);
  });

  test('a machine that refuses to keep it is told, and nothing is lost until the pane is closed', () => {
    const refuse = (): never => {
      throw new Error('refused');
    };
    const own = new OwnLibrary({ load: refuse, save: refuse });
    own.merge([entry('education-01')]);
    expect(own.getState()).toMatchObject({ kept: false });
    expect(own.getState().entries).toHaveLength(1);
  });
});
