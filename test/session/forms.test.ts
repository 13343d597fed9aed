import { readTables } from '../../src/core/reader';
import { cellAt, DICTIONARY_SHEET, makeSheet } from '../../src/core/sheet';
import { BLANK_CONTENT, FORMS, formOf } from '../../src/core/templates';
import type { Form } from '../../src/core/templates';
import type { ImportLayout } from '../../src/core/templates/layouts';
import { MemoryHost } from '../../src/hosts/memory';
import { createSession } from '../../src/session';
import { fillOptionsFor, planForm, sourcesIn } from '../../src/session/forms';
import type { FormRequest } from '../../src/session/forms';
import { CLEAN_2025, PUBLISHED_2025 } from '../fixtures/seeds';
import { sheetOf } from '../support/sheets';

const form = (id: string): Form => {
  const found = formOf(id);
  if (!found) throw new Error(id);
  return found;
};
const seedSheet = (sample: typeof CLEAN_2025, name: string) => sheetOf(sample.rows, { ...sample, name });
const request = (given: Partial<FormRequest>): FormRequest => ({
  form: form('project-target'),
  source: null,
  scores: 'functions',
  protect: false,
  place: { kind: 'new-sheet' },
  ...given,
});

describe('tables to fill from', () => {
  test('every table of the workbook, the broken one marked', () => {
    const sources = sourcesIn([
      seedSheet(CLEAN_2025, '整理'),
      seedSheet(PUBLISHED_2025, '公开'),
      makeSheet('空', []),
      sheetOf(
        [
          ['指标性质', '一级指标', '二级指标', '三级指标', '指标值'],
          ['≥', '产出指标', '数量指标', '培训次数', 10],
        ],
        { name: '导出' },
      ),
    ]);
    expect(sources.map(({ sheet, from, broken }) => [sheet, from, broken])).toEqual([
      ['整理', 'target', false],
      ['公开', 'target', true],
      ['导出', 'target', false],
    ]);
  });
});

describe('a form in the workbook', () => {
  const start = () => {
    const host = new MemoryHost([seedSheet(PUBLISHED_2025, '绩效目标表')]);
    const session = createSession(host, { now: () => new Date(2026, 10, 24) });
    return { host, session };
  };

  test('rebuilt beside the original, and undone as one step', async () => {
    const { host, session } = start();
    const before = await host.read({ sheets: 'all' });
    const workbook = await session.readWorkbook();
    if (!workbook) throw new Error('unread');
    const [source] = sourcesIn(workbook.sheets);
    if (!source) throw new Error('no source');
    const plan = planForm(
      workbook,
      request({
        form: form('department-target-hunan'),
        source: { content: source.content, options: { from: source.from, same: true } },
      }),
    );
    expect(plan.occupied).toEqual([]);
    const done = await session.insert(plan.edits, {
      what: 'form-inserted',
      name: plan.drawn.form.title.zh,
      count: 17,
      show: { sheet: plan.sheet, row: 0, column: 0 },
    });
    expect(done).toBe(true);
    const after = await host.read({ sheets: 'all' });
    expect(after.active).toBe(plan.sheet);
    expect(after.list.filter(({ visible }) => !visible).map(({ name }) => name)).toEqual([DICTIONARY_SHEET]);
    expect(after.sheets.find(({ name }) => name === '绩效目标表')).toEqual(before.sheets[0]);
    const rebuilt = readTables(after.sheets.find(({ name }) => name === plan.sheet) ?? makeSheet('', []));
    expect(rebuilt.tables[0]?.indicators).toHaveLength(17);
    expect(rebuilt.tables[0]?.indicators.every(({ shift }) => shift === 0)).toBe(true);
    expect(await session.undo()).toBe(true);
    expect((await host.read({ sheets: 'all' })).list.map(({ name }) => name)).toEqual(['绩效目标表']);
    session.dispose();
  });

  test('the dictionary is written once', async () => {
    const { host, session } = start();
    for (let round = 0; round < 2; round++) {
      const workbook = await session.readWorkbook();
      if (!workbook) throw new Error('unread');
      const plan = planForm(workbook, request({}));
      await session.insert(plan.edits, { what: 'form-inserted', name: 'x', count: 0, show: null });
    }
    const names = (await host.read({ sheets: 'all' })).list.map(({ name }) => name);
    expect(names.filter((name) => name === DICTIONARY_SHEET)).toHaveLength(1);
    expect(new Set(names).size).toBe(4);
    session.dispose();
  });

  test('what stands in the way is told, and nothing is overwritten', async () => {
    const { host, session } = start();
    const workbook = await session.readWorkbook();
    if (!workbook) throw new Error('unread');
    const plan = planForm(
      workbook,
      request({ place: { kind: 'at', sheet: '绩效目标表', cell: { row: 0, column: 0 } } }),
    );
    expect(plan.occupied.length).toBeGreaterThan(10);
    const before = (await host.read({ sheets: 'all' })).sheets;
    const done = await session.insert(plan.edits, { what: 'form-inserted', name: 'x', count: 0, show: null });
    expect(done).toBe(false);
    expect(session.getState().problem?.code).toBe('conflict');
    expect((await host.read({ sheets: 'all' })).sheets).toEqual(before);
    session.dispose();
  });

  test('at a free place of the sheet', async () => {
    const { host, session } = start();
    const workbook = await session.readWorkbook();
    if (!workbook) throw new Error('unread');
    const at = { row: 60, column: 0 };
    const plan = planForm(workbook, request({ place: { kind: 'at', sheet: '绩效目标表', cell: at } }));
    expect(plan.occupied).toEqual([]);
    await session.insert(plan.edits, { what: 'form-inserted', name: 'x', count: 0, show: null });
    const sheet = (await host.read({ sheets: ['绩效目标表'] })).sheets[0] ?? makeSheet('', []);
    expect(cellAt(sheet, at)?.text).toContain('绩效目标表');
    session.dispose();
  });
});

test.each(FORMS.map((one) => [one.id, one] as const))('%s is planned from nothing', (_, one) => {
  const workbook = {
    list: [{ name: 'Sheet1', visible: true }],
    active: 'Sheet1',
    sheets: [makeSheet('Sheet1', [])],
    record: null,
  };
  const plan = planForm(
    workbook,
    request({ form: one, source: { content: BLANK_CONTENT, options: { from: 'target', year: 2026 } } }),
  );
  expect(plan.filled?.unplaced).toEqual([]);
  expect(plan.edits.length).toBeGreaterThan(10);
});

describe('what forms can be filled from', () => {
  const EXPORT = sheetOf(
    [
      ['指标性质', '一级指标', '二级指标', '三级指标', '指标值', '度量单位'],
      ['≥', '产出指标', '数量指标', '培训场次', 10, '场'],
    ],
    { name: '导出' },
  );
  const OTHER = sheetOf(
    [
      ['甲', '乙'],
      ['培训场次', '10'],
    ],
    { name: '外地' },
  );
  const layout: ImportLayout = {
    id: 'own-other',
    title: { zh: '外地系统', en: 'Another system' },
    headings: true,
    levels: '2021',
    columns: [
      { field: 'name', header: '甲', required: true },
      { field: 'target', header: '乙', required: true },
    ],
  };

  test('a system’s export, by our layouts and by a person’s own', () => {
    const [own] = sourcesIn([EXPORT]);
    expect(own?.content.indicators[0]).toMatchObject({ name: '培训场次', operator: '≥', target: 10, unit: '场' });
    expect(sourcesIn([OTHER])).toEqual([]);
    expect(sourcesIn([OTHER], { layouts: [layout] })[0]).toMatchObject({ title: '外地系统', from: 'target' });
  });

  test('our own sheets are none', () => {
    expect(sourcesIn([sheetOf([['三级指标', '指标值']], { name: DICTIONARY_SHEET })])).toEqual([]);
  });

  test.each<[number | null, boolean]>([
    [null, true],
    [2025, true],
    [2026, false],
  ])('into a form of its kind for the year %p: the same document %p', (year, same) => {
    const content = { ...BLANK_CONTENT, year: 2025 };
    expect(fillOptionsFor(form('project-target'), { from: 'target', content }, { year }).same).toBe(same);
    expect(fillOptionsFor(form('project-self-evaluation'), { from: 'target', content }, { year }).same).toBe(false);
  });
});
