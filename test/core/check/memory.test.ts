import fc from 'fast-check';
import { CheckMemory, checkNow, type CheckInput } from '../../../src/core/check';
import { defineRule, type Rule } from '../../../src/core/rules/rule';
import {
  makeCell,
  makeSheet,
  present,
  shiftRange,
  shiftRow,
  type Cell,
  type SheetSnapshot,
} from '../../../src/core/sheet';
import { faultyEvaluations } from '../../fixtures/evaluations';
import { HENAN, HUNAN, MONITORING, PROJECT, SELF_EVALUATION, type FormRows } from '../../fixtures/forms';
import { CLEAN_2025, PUBLISHED_2025, TABLE_2022 } from '../../fixtures/seeds';
import { compactSheet } from '../../support/compact-sheet';
import { runs } from '../../support/runs';
import { sheetOf } from '../../support/sheets';

type Grid = (Cell | null | undefined)[][];

const FORMS: readonly FormRows[] = [HUNAN, HENAN, PROJECT, SELF_EVALUATION, MONITORING];
const WORKBOOKS: readonly (readonly SheetSnapshot[])[] = [
  ...[CLEAN_2025, PUBLISHED_2025, TABLE_2022, ...FORMS].map((rows) => [
    sheetOf(rows.rows, { merges: rows.merges ?? [] }),
  ]),
  faultyEvaluations(),
];

/** What people type, paste and leave behind. */
const VALUES: readonly (Cell | null)[] = [
  ...[
    null,
    95,
    0.95,
    10,
    2026,
    '≥',
    '》',
    '不适用',
    '１０',
    'XX',
    '100%',
    '及时',
    '95%以上',
    '2031年12月31日前',
    '2024年',
  ],
  ...[
    '达到得满分，否则不得分。',
    '产出指标',
    '满意度指标',
    '本项目',
    '总分',
    '填报人：',
    '  ',
    '某某县教育局',
    '一级指标',
  ],
].map((value) => makeCell(value));

const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('set' as const), at: fc.nat(), value: fc.nat() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('copy' as const), at: fc.nat(), from: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('formula' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('insert' as const), at: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('remove' as const), at: fc.nat() }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('open' as const), at: fc.nat(), count: fc.integer({ min: 1, max: 3 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('close' as const), at: fc.nat(), count: fc.integer({ min: 1, max: 3 }) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('double' as const), at: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('hide' as const), at: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('unmerge' as const), at: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('audience' as const) }) },
);

type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A change of a sheet, as a snapshot read afterwards shows it: no object of the one before is in it. */
function changed(sheet: SheetSnapshot, change: Step): SheetSnapshot {
  const cells: Grid = sheet.cells.map((row) => [...(row ?? [])].map((cell) => cell && { ...cell }));
  let hidden = new Set(sheet.hiddenRows);
  let merges = sheet.merges.map((merge) => ({ ...merge }));
  const width = Math.max(...cells.map((row) => row.length)) + 1;
  const place = (at: number): [row: number, column: number] => {
    const cell = at % (cells.length * width);
    return [Math.floor(cell / width), cell % width];
  };
  const put = (at: number, cell: Cell | null): void => {
    const [row, column] = place(at);
    (cells[row] as (Cell | null)[])[column] = cell;
  };
  switch (change.kind) {
    case 'set':
      put(change.at, VALUES[change.value % VALUES.length] ?? null);
      break;
    case 'copy': {
      const [row, column] = place(change.from);
      put(change.at, cells[row]?.[column] ?? null);
      break;
    }
    case 'formula': {
      const [row, column] = place(change.at);
      const cell = cells[row]?.[column];
      if (cell) put(change.at, { ...cell, formula: '=1+1' });
      break;
    }
    case 'insert':
      cells.splice(change.at % cells.length, 0, []);
      break;
    case 'remove':
      cells.splice(change.at % cells.length, 1);
      break;
    // As spreadsheets do it: merged and hidden rows go along.
    case 'open':
    case 'close':
    case 'double': {
      const at = change.at % cells.length;
      const count =
        change.kind === 'double'
          ? 1
          : change.kind === 'open'
            ? change.count
            : -Math.min(change.count, cells.length - 1 - at);
      const line = (cells[at] ?? []).map((cell) => cell && { ...cell });
      if (count > 0)
        cells.splice(at, 0, ...Array.from({ length: count }, () => (change.kind === 'double' ? line : [])));
      else cells.splice(at, -count);
      merges = merges
        .map((merge) => shiftRange(merge, at, count))
        .filter(present)
        .filter(({ top, bottom, left, right }) => bottom > top || right > left);
      hidden = new Set([...hidden].map((row) => shiftRow(row, at, count)).filter(present));
      break;
    }
    case 'hide':
      hidden.add(change.at % cells.length);
      break;
    case 'unmerge':
      merges = merges.filter((_, index) => index !== change.at % merges.length);
      break;
    case 'audience':
      break;
  }
  return makeSheet(sheet.name, cells, { merges, hiddenRows: hidden });
}

test('edits of all kinds give what a check of the whole gives', () => {
  fc.assert(
    fc.property(fc.constantFrom(...WORKBOOKS), fc.array(step, { minLength: 2, maxLength: 6 }), (workbook, steps) => {
      const memory = new CheckMemory();
      let sheets = workbook;
      let audience: 'clerk' | 'reviewer' = 'clerk';
      checkNow({ sheets, memory });
      for (const [index, change] of steps.entries()) {
        const at = index % sheets.length;
        sheets = sheets.map((sheet, other) => (other === at ? changed(sheet, change) : sheet));
        if (change.kind === 'audience') audience = 'reviewer';
        const input: CheckInput = { sheets, settings: { audience } };
        expect(checkNow({ ...input, memory })).toEqual(checkNow(input));
      }
    }),
    runs(40),
  );
});

/** As hosts give it after an edit: rows that hold what they held, wherever they stand now, are the same objects. */
function sharing(before: SheetSnapshot, now: SheetSnapshot): SheetSnapshot {
  const text = (row: SheetSnapshot['cells'][number]): string => JSON.stringify(row ?? []);
  const known = new Map(before.cells.map((row) => [text(row), row]));
  return { ...now, cells: now.cells.map((row) => known.get(text(row)) ?? row) };
}

test('rows that are the same objects as before give what rows made anew give', () => {
  fc.assert(
    fc.property(fc.constantFrom(...WORKBOOKS), fc.array(step, { minLength: 2, maxLength: 6 }), (workbook, steps) => {
      const memory = new CheckMemory();
      let sheets = workbook;
      checkNow({ sheets, memory });
      for (const [index, change] of steps.entries()) {
        const at = index % sheets.length;
        sheets = sheets.map((sheet, other) => (other === at ? sharing(sheet, changed(sheet, change)) : sheet));
        const anew = sheets.map((sheet) => changed(sheet, { kind: 'audience' }));
        expect(checkNow({ sheets, memory })).toEqual(checkNow({ sheets: anew }));
      }
    }),
    runs(40),
  );
});

describe('how much is looked at again', () => {
  /** A rule of rows that counts how often it is asked. */
  function counting(fields: Rule['fields']) {
    const asked: number[] = [];
    const rule = defineRule({
      code: 'PT202',
      name: 'counting',
      scope: 'row',
      severity: 'info',
      dimension: 'completeness',
      fields,
      *check({ row, name }) {
        asked.push(row);
        if (name?.value.includes('2')) yield { message: 'two', cell: name.cell };
      },
    });
    const tables = defineRule({
      code: 'PT401',
      name: 'tables',
      scope: 'table',
      severity: 'info',
      dimension: 'completeness',
      fields: ['weight'],
      *check({ indicators }) {
        asked.push(-1);
        const [, second] = indicators;
        if (second) yield { message: 'second', cell: { row: second.row, column: 0 }, indicator: second };
      },
    });
    return { rules: [rule, tables], taken: () => asked.splice(0) };
  }

  const rows = (
    names: readonly string[],
    weights: readonly number[] = [],
    title = '2025年度项目支出绩效目标表',
  ): SheetSnapshot =>
    compactSheet({
      title,
      columns: 'weighted',
      rows: names.map((name, at) => [
        '产出指标',
        '数量指标',
        name,
        '≥',
        10 + at,
        '次',
        '说明',
        '达到得满分',
        weights[at] ?? 5,
      ]),
    });

  test.each<[string, SheetSnapshot, readonly number[]]>([
    ['nothing, where nothing changed', rows(['甲1', '乙2', '丙3']), []],
    ['a row, where a field of it changed', rows(['甲1', '乙4', '丙3']), [3]],
    ['the table, where its field changed', rows(['甲1', '乙2', '丙3'], [5, 6]), [3, -1]],
    ['a row that is added at the end, and the table', rows(['甲1', '乙2', '丙3', '丁4']), [5, -1]],
    [
      'nothing of the table where its title changed',
      rows(['甲1', '乙2', '丙3'], [], '2025年度青溪县项目支出绩效目标表'),
      [],
    ],
    ['all of another year', rows(['甲1', '乙2', '丙3'], [], '2026年度项目支出绩效目标表'), [2, 3, 4, -1]],
  ])('%s', (_name, now, expected) => {
    const { rules, taken } = counting(['name']);
    const memory = new CheckMemory();
    checkNow({ sheets: [rows(['甲1', '乙2', '丙3'])], rules, memory });
    taken();
    const result = checkNow({ sheets: [now], rules, memory });
    expect(taken()).toEqual(expected);
    expect(result).toEqual(checkNow({ sheets: [now], rules }));
  });

  const three = rows(['甲1', '乙2', '丙2']);
  const fresh = rows(['新']).cells[2];
  const lines = (...cells: readonly SheetSnapshot['cells'][number][]): SheetSnapshot => ({ ...three, cells });
  const [title, heads, ...own] = three.cells;

  test.each<[string, SheetSnapshot, readonly number[]]>([
    ['all rows stand lower', lines(title, [], heads, ...own), []],
    ['a row is opened that says nothing', lines(title, heads, own[0], [], ...own.slice(1)), []],
    ['there is a row between others', lines(title, heads, own[0], fresh, ...own.slice(1)), [3, -1]],
    ['a row is gone', lines(title, heads, own[0], own[2]), [-1]],
  ])('where %s, what was said of the others goes along', (_name, now, expected) => {
    const { rules, taken } = counting(['name']);
    const memory = new CheckMemory();
    checkNow({ sheets: [three], rules, memory });
    taken();
    const result = checkNow({ sheets: [now], rules, memory });
    expect(taken()).toEqual(expected);
    expect(result.findings).not.toEqual([]);
    expect(result).toEqual(checkNow({ sheets: [now], rules }));
  });

  test('what a table rule said of a row is said of the row as it is now', () => {
    const { rules, taken } = counting(['name']);
    const memory = new CheckMemory();
    checkNow({ sheets: [rows(['甲1', '乙2'])], rules, memory });
    taken();
    const { findings } = checkNow({ sheets: [rows(['甲1', '新名'])], rules, memory });
    expect(taken()).toEqual([3]);
    expect(findings.map(({ key }) => key)).toEqual(['PT401|产出指标/数量指标/新名||1']);
  });

  test('a finding of which nothing changed is the same object', () => {
    const { rules } = counting(['name']);
    const memory = new CheckMemory();
    const find = (names: readonly string[]) => checkNow({ sheets: [rows(names)], rules, memory }).findings;
    const before = find(['甲1', '乙2', '丙2']);
    const after = find(['甲1', '乙2', '丙22']);
    const about = (found: typeof before, name: string) => found.find(({ key }) => key.startsWith(`PT202|${name}`));
    expect(about(after, '产出指标/数量指标/乙2')).toBeDefined();
    expect(about(after, '产出指标/数量指标/乙2')).toBe(about(before, '产出指标/数量指标/乙2'));
    expect(about(after, '产出指标/数量指标/丙22')).toBeDefined();
  });

  test('a rule of the title is asked again where the title changed', () => {
    const { rules, taken } = counting(['name', 'title']);
    const memory = new CheckMemory();
    checkNow({ sheets: [rows(['甲1', '乙2'])], rules, memory });
    taken();
    checkNow({ sheets: [rows(['甲1', '乙2'], [], '2025年度青溪县项目支出绩效目标表')], rules, memory });
    expect(taken()).toEqual([2, 3]);
  });
});
