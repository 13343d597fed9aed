import { rule } from '../../../src/core/rules/table-not-found';
import { wording as en } from '../../../src/core/rules/table-not-found/en-US';
import { wording as zh } from '../../../src/core/rules/table-not-found/zh-CN';
import { makeCell, makeSheet } from '../../../src/core/sheet';
import { compactSheet } from '../../support/compact-sheet';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { name: 'a table is there', rows: HUNAN },
      {
        name: 'another sheet of the workbook was read',
        sheets: [compactSheet({ rows: HUNAN }), makeSheet('封面', [[makeCell('二〇二五年')]])],
      },
    ],
    invalid: [
      {
        name: 'an empty sheet',
        noTable: true,
        sheets: [makeSheet('Sheet2', [])],
        findings: [
          {
            message: '工作表“Sheet2”是空的，没有可检查的绩效指标表。请切换到填有绩效表的工作表，或插入一份表样。',
            cell: 'A1',
            data: { sheet: 'Sheet2' },
            severity: 'info',
          },
        ],
      },
      {
        name: 'a list that is no indicator table',
        noTable: true,
        sheets: [
          makeSheet('名单', [
            [makeCell('姓名'), makeCell('金额')],
            [makeCell('张三'), makeCell(12)],
          ]),
        ],
        findings: [
          {
            message:
              '工作表“名单”里没有找到绩效指标表：没有一行同时写有“三级指标”（或“指标名称”）和“指标值”这样的列名。请检查表头是否完整，或切换到填有绩效表的工作表。',
            cell: 'A1',
            data: { sheet: '名单' },
            severity: 'info',
          },
        ],
      },
      {
        name: 'a header with nothing under it',
        noTable: true,
        sheets: [
          makeSheet('空表', [[makeCell('一级指标'), makeCell('二级指标'), makeCell('三级指标'), makeCell('指标值')]]),
        ],
        findings: [
          {
            message:
              '工作表“空表”里找到了表头（A1），但下面没有指标行。请填写指标，或检查表头与指标之间是否隔着别的内容。',
            cell: 'A1',
            data: { sheet: '空表', nearest: 'A1' },
            severity: 'info',
          },
        ],
      },
      {
        name: 'a lone column name',
        noTable: true,
        sheets: [
          makeSheet('残表', [
            [makeCell('三级指标'), makeCell('金额')],
            [makeCell('培训'), makeCell(12)],
          ]),
        ],
        findings: [
          {
            message:
              '工作表“残表”里没有找到绩效指标表：只有 A1 像是列名，同一行里缺少“三级指标”（或“指标名称”）或“指标值”。请补全表头。',
            cell: 'A1',
            data: { sheet: '残表', nearest: 'A1' },
            severity: 'info',
          },
        ],
      },
    ],
  },
);
