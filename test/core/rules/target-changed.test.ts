import { rule } from '../../../src/core/rules/target-changed';
import { wording as en } from '../../../src/core/rules/target-changed/en-US';
import { wording as zh } from '../../../src/core/rules/target-changed/zh-CN';
import { compactSheet } from '../../support/compact-sheet';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';
import { ruleTester } from '../../support/rule-tester';
import { makeCell, makeSheet } from '../../../src/core/sheet';
import { BLANK_CONTENT, BLANK_INDICATOR, drawForm, formOf } from '../../../src/core/templates';
import type { Form } from '../../../src/core/templates';
import type { Cell, SheetSnapshot } from '../../../src/core/sheet';
import { row, STANDARDS } from './self-evaluations';

const DEPARTMENT = [['部门名称', '青溪县水利局']];
const weighted = (title: string, rows: readonly CompactRow[], sheet: string, department = DEPARTMENT) =>
  compactSheet({ title, above: department, columns: 'weighted', rows, sheet });
const target = (name: string, value: CompactCell, weight: CompactCell, unit = '次') => [
  '产出指标',
  '数量指标',
  name,
  '≥',
  value,
  unit,
  '工作量',
  '得满分',
  weight,
];

const approved = weighted(
  '2025年度部门整体支出绩效目标表',
  [target('培训次数', 10, 5), target('巡查次数', 24, 5), target('宣传场次', 6, 5)],
  '目标表',
);
const evaluation = (rows: readonly CompactRow[], title = '2025年度部门整体支出绩效自评表', department = DEPARTMENT) =>
  compactSheet({ title, above: department, columns: STANDARDS, rows, sheet: '自评表' });
const KEPT = [
  row({}),
  row({ name: '巡查次数', target: 24, actual: 24 }),
  row({ name: '宣传场次', target: 6, actual: 6 }),
];

/** 绩效目标调整申请表 as our form: name, what is asked, and the value that it is to become. */
function request(
  asked: readonly (readonly [name: string, change: string, after: string])[],
  department = '青溪县水利局',
): SheetSnapshot {
  const drawn = drawForm(formOf('target-adjustment') as Form, {
    ...BLANK_CONTENT,
    year: 2025,
    department,
    indicators: asked.map(([name, change, after]) => ({
      ...BLANK_INDICATOR,
      level1: '产出指标',
      level2: '数量指标',
      name,
      extras: { change, 'change-after': after },
    })),
  });
  const cells: Cell[][] = [];
  for (const { cell, content } of drawn.cells) {
    const made = 'text' in content ? makeCell(content.text) : 'number' in content ? makeCell(content.number) : null;
    if (made) (cells[cell.row] ??= [])[cell.column] = made;
  }
  return makeSheet(
    '调整申请',
    Array.from(cells, (line) => Array.from(line ?? [], (cell) => cell ?? null)),
    { merges: drawn.merges },
  );
}

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { name: 'as approved', sheets: [evaluation(KEPT), approved] },
      { name: 'a sign left out', sheets: [evaluation([row({ operator: null }), ...KEPT.slice(1)]), approved] },
      {
        name: 'the same amount in another unit, the same number by another counter, and what cannot be read',
        sheets: [
          evaluation([
            row({ name: '购置费', operator: '≤', target: 1_444_200, unit: '元', actual: 1_444_200 }),
            row({ name: '宣传栏数量', target: 6, unit: '个', actual: 6 }),
            row({ name: '巡查次数', target: 24, actual: 24 }),
          ]),
          weighted(
            '2025年度部门整体支出绩效目标表',
            [
              ['产出指标', '数量指标', '购置费', '≤', 144.42, '万元', '费用', '得满分', 5],
              target('宣传栏数量', 6, 5, '块'),
              ['产出指标', '数量指标', '巡查次数', null, '按青政〔2021〕5号执行', null, '次数', '得满分', 5],
            ],
            '目标表',
          ),
        ],
      },
      {
        name: 'another year',
        sheets: [evaluation([row({ target: 8 }), ...KEPT.slice(1)], '2024年度部门整体支出绩效自评表'), approved],
      },
      {
        name: 'another department',
        sheets: [
          evaluation([row({ target: 8 }), ...KEPT.slice(1)], undefined, [['部门名称', '青溪县教育局']]),
          approved,
        ],
      },
      {
        name: 'next to nothing in common',
        sheets: [evaluation([row({ name: '维修处数' }), row({ name: '绿化面积' }), row({ target: 8 })]), approved],
      },
      { name: 'no approved table', sheets: [evaluation(KEPT)] },
      {
        name: 'what was asked to be adjusted',
        sheets: [
          evaluation([
            row({ target: 8, actual: 8 }),
            row({ name: '巡查次数', target: 24, actual: 24 }),
            row({ name: '走访次数' }),
          ]),
          approved,
          request([
            ['培训次数', '修改', '≥8次'],
            ['宣传场次', '取消', ''],
            ['走访次数', '新增', '≥10次'],
          ]),
        ],
      },
    ],
    invalid: [
      {
        name: 'asked for another value, and by another department',
        sheets: [
          evaluation([row({ target: 8, actual: 8 }), row({ name: '巡查次数', target: 20, actual: 20 }), KEPT[2] ?? []]),
          approved,
          request([['培训次数', '修改', '≥9次']]),
          { ...request([['巡查次数', '修改', '≥20次']], '青溪县教育局'), name: '别家的申请' },
        ],
        findings: [
          {
            message: '“培训次数”的指标值是≥8次，批复的目标表（目标表）里是≥10次。目标没有办理调整的，应与批复一致。',
            cell: 'E4',
            data: { name: '培训次数', was: '≥10次', is: '≥8次', sheet: '目标表' },
            severity: 'error',
          },
          {
            message: '“巡查次数”的指标值是≥20次，批复的目标表（目标表）里是≥24次。目标没有办理调整的，应与批复一致。',
            cell: 'E5',
            data: { name: '巡查次数', was: '≥24次', is: '≥20次', sheet: '目标表' },
            severity: 'error',
          },
        ],
      },
      {
        name: 'another value and other points',
        sheets: [evaluation([row({ target: 8, weight: 4 }), ...KEPT.slice(1)]), approved],
        findings: [
          {
            message: '“培训次数”的指标值是≥8次，批复的目标表（目标表）里是≥10次。目标没有办理调整的，应与批复一致。',
            cell: 'E4',
            data: { name: '培训次数', was: '≥10次', is: '≥8次', sheet: '目标表' },
            severity: 'error',
          },
          {
            message: '“培训次数”的分值是4分，批复的目标表（目标表）里是5分。请核对。',
            cell: 'I4',
            data: { name: '培训次数', was: 5, is: 4, sheet: '目标表' },
            severity: 'error',
          },
        ],
      },
      {
        name: 'renamed',
        sheets: [evaluation([...KEPT.slice(0, 2), row({ name: '宣传活动数', target: 6, actual: 6 })]), approved],
        findings: [
          {
            message: '“宣传活动数”在批复的目标表（目标表）里叫“宣传场次”。指标名称没有办理调整的，应与批复一致。',
            cell: 'C6',
            data: { name: '宣传活动数', was: '宣传场次', sheet: '目标表' },
            severity: 'error',
          },
        ],
      },
      {
        name: 'one added, one dropped',
        sheets: [
          evaluation([...KEPT.slice(0, 2), row({ name: '走访户数', target: 50, unit: '户', actual: 50 })]),
          approved,
        ],
        findings: [
          {
            message: '批复的目标表（目标表）里的1个指标这里没有：宣传场次。请补上，或说明已办理目标调整。',
            cell: 'C4',
            data: { names: ['宣传场次'], count: 1, sheet: '目标表' },
            severity: 'error',
          },
          {
            message: '“走访户数”在批复的目标表（目标表）里没有。请核对是否办理了目标调整。',
            cell: 'C6',
            data: { name: '走访户数', was: '', sheet: '目标表' },
            severity: 'error',
          },
        ],
      },
    ],
  },
);
