import { makeCell, makeSheet } from '../../src/core/sheet';
import type { CellContent, ChartEdit, Edit } from '../../src/core/sheet';
import { equal, ok } from './assert';
import { apply, applied, area, at, failed, pictureOf, set } from './driver';
import type { ContractCase, ContractDriver } from './driver';

const BLANK: CellContent = { blank: true };
const TABLE = makeSheet('自评表', [
  [makeCell('一级指标'), makeCell('分值'), makeCell('得分')],
  [makeCell('产出指标'), makeCell(50), makeCell(46.5)],
  [makeCell('效益指标'), makeCell(30), makeCell(30)],
]);
const LOCKED = makeSheet(
  '已锁定',
  [
    [makeCell('一级指标'), makeCell('分值')],
    [makeCell('产出'), makeCell(50)],
  ],
  {
    protected: true,
  },
);

export const chartOn = (sheet: string): ChartEdit => ({
  kind: 'addChart',
  sheet,
  name: '得分图',
  source: area('A1:C3'),
  title: '2026年度绩效自评得分',
  alternative: '产出指标 46.5 分，满分 50 分；效益指标 30 分，满分 30 分。',
  axes: { categories: '一级指标', values: '分' },
  numberFormat: '0.##',
  colors: ['#A6B8CF', '#1F5FA8'],
  place: area('E2:L20'),
});

/** A chart on a sheet of its own, whose numbers are those of the table. */
const ON_NEW: readonly Edit[] = [
  { kind: 'addSheet', sheet: '得分图表', visible: true },
  set('得分图表', 'A1', BLANK, { text: '一级指标' }),
  set('得分图表', 'B1', BLANK, { text: '分值' }),
  set('得分图表', 'C1', BLANK, { text: '得分' }),
  set('得分图表', 'A2', BLANK, { text: '产出指标' }),
  set('得分图表', 'B2', BLANK, { formula: '=SUM(自评表!B2)' }),
  set('得分图表', 'C2', BLANK, { formula: '=SUM(自评表!C2)' }),
  set('得分图表', 'A3', BLANK, { text: '效益指标' }),
  set('得分图表', 'B3', BLANK, { number: 30 }),
  set('得分图表', 'C3', BLANK, { number: 30 }),
  chartOn('得分图表'),
];

const withCharts = ({ host, charts }: ContractDriver) => host.capabilities.charts && charts !== undefined;

/** As seen in the host itself: what it has no room for (alternative text in Excel) is left out by its driver. */
async function expectCharts(driver: ContractDriver, sheet: string, wanted: readonly ChartEdit[]): Promise<void> {
  const seen = (await driver.charts?.(sheet)) ?? [];
  equal(seen.length, wanted.length, `charts on ${sheet}`);
  for (const [index, { kind: _, sheet: __, ...chart }] of wanted.entries()) {
    const found = seen[index] ?? {};
    for (const [key, value] of Object.entries(found))
      equal(value, chart[key as keyof typeof chart], `${key} of a chart`);
    ok('source' in found && 'title' in found && 'colors' in found, 'a chart shows cells, in colours, with a title');
  }
}

export const CHART_CASES: readonly ContractCase[] = [
  {
    name: 'adds a chart on a sheet of its own, takes it away and adds it again',
    workbook: { sheets: [TABLE, LOCKED], active: '自评表' },
    needs: withCharts,
    async run(driver) {
      const before = await pictureOf(driver);
      const undo = await apply(driver.host, ON_NEW);
      await expectCharts(driver, '得分图表', [chartOn('得分图表')]);
      const after = await pictureOf(driver);
      const redo = applied(await driver.host.undo(undo)).undo;
      equal(await pictureOf(driver), before, 'the sheet is gone with its chart');
      applied(await driver.host.undo(redo));
      equal(await pictureOf(driver), after, 'as it was before it was undone');
      await expectCharts(driver, '得分图表', [chartOn('得分图表')]);
    },
  },
  {
    name: 'adds a chart beside a table and takes it away, whatever was drawn since',
    workbook: { sheets: [TABLE, LOCKED], active: '自评表' },
    needs: withCharts,
    async run(driver) {
      const undo = await apply(driver.host, [chartOn('自评表')]);
      await expectCharts(driver, '自评表', [chartOn('自评表')]);
      const second = { ...chartOn('自评表'), name: '另一张', place: area('E22:L40') };
      await apply(driver.host, [second]);
      const redo = applied(await driver.host.undo(undo)).undo;
      await expectCharts(driver, '自评表', [second]);
      applied(await driver.host.undo(redo));
      await expectCharts(driver, '自评表', [second, chartOn('自评表')]);
    },
  },
  {
    name: 'keeps a sheet with its chart where a person has written beside it',
    workbook: { sheets: [TABLE, LOCKED], active: '自评表' },
    needs: withCharts,
    async run(driver) {
      const undo = await apply(driver.host, ON_NEW);
      await driver.type('得分图表', at('A30'), { text: '备注' });
      const result = await driver.host.undo(undo);
      equal(result.status, 'conflict', 'nothing of a person is taken away');
      await expectCharts(driver, '得分图表', [chartOn('得分图表')]);
    },
  },
  {
    name: 'adds no chart to a protected sheet, nor one of a name that is taken',
    workbook: { sheets: [TABLE, LOCKED], active: '自评表' },
    needs: withCharts,
    async run(driver) {
      await apply(driver.host, [chartOn('自评表')]);
      const before = [await pictureOf(driver), await driver.written()];
      const change = set('自评表', 'C2', { number: 46.5 }, { number: 40 });
      failed(await driver.host.apply([change, chartOn('已锁定')], { label: '图' }), 'protected');
      failed(await driver.host.apply([change, chartOn('自评表')], { label: '图' }), 'chart-exists');
      equal([await pictureOf(driver), await driver.written()], before, 'nothing was written');
      await expectCharts(driver, '已锁定', []);
      await expectCharts(driver, '自评表', [chartOn('自评表')]);
    },
  },
  {
    name: 'leaves all or nothing of a chart where a write fails half-way',
    workbook: { sheets: [TABLE, LOCKED], active: '自评表' },
    needs: (driver) => withCharts(driver) && driver.failWrite !== undefined,
    async run(driver) {
      const before = await pictureOf(driver);
      const beside = [set('自评表', 'C2', { number: 46.5 }, { number: 40 }), chartOn('自评表')];
      let restored = 0;
      for (const [sheet, edits] of [['得分图表', ON_NEW] as const, ['自评表', beside] as const]) {
        for (let count = 1; count <= edits.length; count += 1) {
          await driver.failWrite?.(count);
          const result = await driver.host.apply(edits, { label: '图' });
          if (result.status === 'failed') {
            ok(result.restored, `restored at ${count}`);
            restored += 1;
          } else {
            // A host that has another way to the same chart has taken it.
            const [chart] = (await driver.charts?.(sheet)) ?? [];
            equal([chart?.name, chart?.title], ['得分图', '2026年度绩效自评得分'], `a chart at ${count}`);
            applied(await driver.host.undo(applied(result).undo));
          }
          equal(await pictureOf(driver), before, `as before at ${count}`);
          equal((await driver.charts?.('自评表'))?.length, 0, 'no chart is left');
        }
      }
      ok(restored >= 3, 'some writes did fail');
    },
  },
];

/** The names of the cases that a host without charts cannot run. */
export const CHARTS = CHART_CASES.map(({ name }) => name);
