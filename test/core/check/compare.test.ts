import fc from 'fast-check';
import { checkNow, compareVersions, proposeReview } from '../../../src/core/check';
import { REVIEW_ITEMS, overallGrade } from '../../../src/core/indicator';
import { formatCell, makeCell } from '../../../src/core/sheet';
import { whereTheyDiffer } from '../../../src/report/comparison-text';
import { compactSheet } from '../../support/compact-sheet';
import type { CompactRow } from '../../support/compact-sheet';
import { runs } from '../../support/runs';

const ROWS: readonly CompactRow[] = [
  ['产出指标', '数量指标', '培训次数', '≥', 10, '次', '培训不低于10次', '每少1次扣0.5分，扣完为止'],
  ['产出指标', '质量指标', '培训合格率', '=', 100, '%', '不低于100%', '未达到不得分'],
  ['效益指标', '社会效益指标', '受益人数', '≥', 500, '人', '受益人数', '每少1%扣0.5分'],
  ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%', '满意人数占比', '每低1个百分点扣1分'],
];
const version = (rows: readonly CompactRow[]) => {
  const { readings, findings } = checkNow({ sheets: [compactSheet({ rows })] });
  const [table] = readings[0]?.tables ?? [];
  if (!table) throw new Error('no table');
  return { table, findings };
};
const names = (rows: readonly { readonly name: { readonly value: string } | null }[]) =>
  rows.map(({ name }) => name?.value);

describe('two versions of a table', () => {
  test('added, removed, changed, mended', () => {
    const after = [
      ROWS[0]?.map((cell) => (cell === 10 ? 12 : cell)) ?? [],
      ROWS[1]?.map((cell) => (cell === '=' ? '≥' : cell)) ?? [],
      ROWS[3] ?? [],
      ['效益指标', '社会效益指标', '走访户数', '≥', 50, '户', '走访户数', '每少1户扣0.5分'],
    ];
    const found = compareVersions(version(ROWS), version(after));
    expect(names(found.added)).toEqual(['走访户数']);
    expect(names(found.removed)).toEqual(['受益人数']);
    expect(found.changed.map(({ after: row, fields }) => [row.name?.value, fields])).toEqual([
      ['培训次数', [{ field: 'target', was: '10', is: '12' }]],
      ['培训合格率', [{ field: 'operator', was: '=', is: '≥' }]],
    ]);
    expect(found.unchanged).toBe(1);
    expect(found.mended.map(({ code }) => code)).toContain('PT201');
    // 12 against the 10 of the explanation.
    expect(found.fresh.map(({ code }) => code)).toContain('PT203');
  });

  test('a row that was renamed in place is changed, not removed and added', () => {
    const after = ROWS.map((cells) =>
      cells.map((cell) => (cell === '受益人数' && cells[2] === cell ? '受益群众数' : cell)),
    );
    const found = compareVersions(version(ROWS), version(after));
    expect([found.added, found.removed]).toEqual([[], []]);
    expect(found.changed[0]?.fields).toContainEqual({ field: 'name', was: '受益人数', is: '受益群众数' });
  });

  test('a finding stays with its row under another name', () => {
    const after = ROWS.map((cells) => cells.map((cell) => (cell === '培训合格率' ? '培训通过率' : cell)));
    const found = compareVersions(version(ROWS), version(after));
    expect(found.remaining.map(({ code }) => code)).toContain('PT201');
    expect([...found.mended, ...found.fresh].map(({ code }) => code)).not.toContain('PT201');
  });

  test('moved rows, blanks and breaks are no change; what goes one way is undone the other way', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 2 }), fc.boolean(), (order, broken) => {
        const rows = order.map((index) =>
          (ROWS[index] ?? []).map((cell) =>
            broken && typeof cell === 'string' ? `${cell.slice(0, 2)}\n${cell.slice(2)}` : cell,
          ),
        );
        const [one, other] = [version(ROWS), version(rows)];
        const forth = compareVersions(one, other);
        const back = compareVersions(other, one);
        expect(forth.changed).toEqual([]);
        expect(forth.removed.length).toBe(ROWS.length - rows.length);
        expect(names(back.added).sort()).toEqual(names(forth.removed).sort());
        expect(back.fresh.map(({ key }) => key).sort()).toEqual(forth.mended.map(({ key }) => key).sort());
      }),
      runs(100),
    );
  });
});

describe('what stands above and below the rows', () => {
  const evaluation = (change: Readonly<Record<string, string | number>> = {}) => {
    const sheet = compactSheet({
      title: '2025年度部门整体支出绩效自评表',
      above: [
        ['部门名称', '青溪县水利局'],
        ['资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
        [null, '年度资金总额', 1200, 1250, 1187.5, 10, '95%', 9.5],
        ['年度总体目标', '预期目标', null, null, '实际完成情况'],
        [null, '巡查水库12座，清淤渠道35公里，让3000户农户受益，全年支出不超过1200万元。', null, null, '已完成'],
      ],
      columns: 'selfEvaluation',
      rows: [['产出指标', '数量指标', '巡查水库座数', '≥12座', 12, 90, 90, null]],
      below: [
        ['总分', null, null, null, null, 100, 99.5],
        ['自评等级', '优'],
      ],
      merges: ['A5:A6', 'B5:D5', 'E5:H5', 'B6:D6', 'E6:H6'],
    });
    const cells = sheet.cells.map((row) =>
      row?.map((cell) =>
        cell && String(cell.value) in change ? makeCell(change[String(cell.value)] as string) : cell,
      ),
    );
    const { readings, findings } = checkNow({ sheets: [{ ...sheet, cells }] });
    const [table] = readings[0]?.tables ?? [];
    if (!table) throw new Error('no table');
    return { table, findings };
  };
  const target = (budget: string, sheet?: string) => {
    const above = [['部门名称', '青溪县水利局'], [budget]];
    const { readings, findings } = checkNow({
      sheets: [compactSheet({ rows: ROWS, above, ...(sheet ? { sheet } : {}) })],
    });
    const [table] = readings[0]?.tables ?? [];
    if (!table) throw new Error('no table');
    return { table, findings };
  };

  test.each([
    ['2025年度部门整体支出绩效自评表', '2024年度部门整体支出绩效自评表', 'title', '', 'A1'],
    ['青溪县水利局', '青溪县农业农村局', 'department', '', 'B2'],
    ['1200', 1300, 'initial', '年度资金总额', 'C4'],
    ['1250', 1200, 'allotted', '年度资金总额', 'D4'],
    ['1187.5', 1100, 'spent', '年度资金总额', 'E4'],
    ['95%', '88%', 'rate', '年度资金总额', 'G4'],
    ['9.5', 8.8, 'executionScore', '年度资金总额', 'H4'],
    ['已完成', '巡查水库12座', 'goalActual', '', 'E6'],
    ['99.5', 98.8, 'total', '', 'G9'],
    ['优', '良', 'grade', '', 'B10'],
  ])('%s → %s', (was, is, field, label, cell) => {
    const { heads, changed } = compareVersions(evaluation(), evaluation({ [was]: is }));
    expect(heads.map((head) => ({ ...head, cell: head.cell && formatCell(head.cell) }))).toEqual([
      { field, label, cell, was, is: String(is) },
    ]);
    expect(changed).toEqual([]);
  });

  test('amounts by what they come to, lines by their names', () => {
    const heads = (was: string, is: string) =>
      compareVersions(target(was), target(is)).heads.map(({ field, label, was: a, is: b }) => [field, label, a, b]);
    expect(heads('资金总额：550.13万元', '资金总额：5501300元')).toEqual([]);
    expect(heads('资金总额：550.13万元', '资金 总额：\n550.13万元')).toEqual([]);
    expect(heads('资金总额：550.13万元', '资金总额：500万元')).toEqual([['budget', '', '550.13万元', '500万元']]);
    expect(heads('资金总额：550.13万元', '资金总额：')).toEqual([['budget', '', '550.13万元', '']]);
  });

  test('the same table says nothing', () => {
    expect(compareVersions(evaluation(), evaluation()).heads).toEqual([]);
  });
});

describe('of two long texts', () => {
  const long = '巡查水库12座，清淤渠道35公里，让3000户农户受益，全年支出不超过1200万元，工程验收合格率不低于95%。';
  test.each([
    ['12座', '10座', '12座', '10座'],
    [
      long,
      long.replace('3000户', '2000户'),
      '…座，清淤渠道35公里，让3000户农户受益，全年支…',
      '…座，清淤渠道35公里，让2000户农户受益，全年支…',
    ],
    [long, '', long, ''],
    ['', long, '', long],
    [long, `${long}另修路。`, '…验收合格率不低于95%。', '…验收合格率不低于95%。另修路。'],
    ['😀'.repeat(50), `${'😀'.repeat(50)}好`, `…${'😀'.repeat(12)}`, `…${'😀'.repeat(12)}好`],
  ])('%#', (was, is, shownWas, shownIs) => {
    expect(whereTheyDiffer(was, is)).toEqual([shownWas, shownIs]);
  });
});

describe('grades proposed to the reviewer', () => {
  const graded = (rows: readonly CompactRow[]) =>
    Object.fromEntries(proposeReview(version(rows).findings).map(({ item, grade }) => [item, grade]));

  test('every point once, with its grounds', () => {
    const proposals = proposeReview(version(ROWS).findings);
    expect(proposals.map(({ item }) => item)).toEqual(REVIEW_ITEMS);
    const reasonable = proposals.find(({ item }) => item === '绩效合理性');
    expect(reasonable?.grounds.map(({ code }) => code)).toContain('PT201');
    expect(reasonable?.grade).not.toBe('优');
  });

  test('what no rule can tell is left to the reviewer', () => {
    expect(graded(ROWS)['条件充分性']).toBeNull();
  });

  test('findings that were kept with a reason do not count', () => {
    const { findings } = version(ROWS);
    const kept = findings.map((finding) => ({
      ...finding,
      suppressed: { key: finding.key, reason: '已核实', by: '', at: '' },
    }));
    expect(proposeReview(kept).every(({ grounds }) => grounds.length === 0)).toBe(true);
  });

  test('the whole is graded only when all eight are', () => {
    const grades = proposeReview(version(ROWS).findings).map(({ grade }) => grade);
    expect(overallGrade(grades)).toBeNull();
    expect(overallGrade(grades.map((grade) => grade ?? '优'))).not.toBeNull();
  });
});
