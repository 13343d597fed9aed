import { rule } from '../../../src/core/rules/department-mismatch';
import { wording as en } from '../../../src/core/rules/department-mismatch/en-US';
import { wording as zh } from '../../../src/core/rules/department-mismatch/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { answer, targets } from './answering';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { name: 'the same name twice', above: [['衡山县财政局'], ['部门（单位）名称', '衡山县财政局']], rows: HUNAN },
      { name: 'a short form', above: [['中共衡山县委组织部'], ['部门（单位）名称', '衡山县委组织部']], rows: HUNAN },
      { name: 'a place for the seal', above: [['填报单位：（盖章）'], ['部门名称', '衡山县财政局']], rows: HUNAN },
      {
        name: 'its own name in the title',
        title: '衡山县财政局2025年部门整体支出绩效目标表',
        above: [['部门（单位）名称', '衡山县财政局']],
        rows: HUNAN,
      },
      {
        name: 'the county in the title',
        title: '衡山县2025年部门整体支出绩效目标表',
        above: [['部门（单位）名称', '衡山县财政局']],
        rows: HUNAN,
      },
      { name: 'no place for it', rows: HUNAN },
      { name: 'a short form in the targets', sheets: [answer({ department: '水利局' }), targets()] },
      {
        name: 'the targets of another office, about other work',
        sheets: [answer({ department: '青溪县教育局', names: ['维修处数', '绿化面积', '培训次数'] }), targets()],
      },
    ],
    invalid: [
      {
        name: 'another name than in the targets',
        sheets: [answer({ department: '青溪县教育局' }), targets()],
        findings: [
          {
            message:
              '这里的部门名称是“青溪县教育局”，目标表（目标表）里是“青溪县水利局”，两张表的指标却大多相同。请核对是哪个部门。',
            cell: 'B2',
            data: { department: '青溪县教育局', other: '青溪县水利局', sheet: '目标表' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'blank, with a name on the cover',
        above: [['衡山县财政局'], ['部门（单位）名称']],
        rows: HUNAN,
        findings: [
          {
            message: '“部门（单位）名称”一栏空着，封面或标题写的是“衡山县财政局”。请填写部门名称。',
            cell: 'B3',
            data: { label: '部门（单位）名称', cover: '衡山县财政局' },
            severity: 'warning',
            fixes: [{ title: '填入“衡山县财政局”', grade: 'choice', result: { B3: '衡山县财政局' } }],
          },
        ],
      },
      {
        name: 'blank everywhere',
        above: [['部门（单位）名称']],
        rows: HUNAN,
        findings: [
          {
            message: '“部门（单位）名称”一栏空着，别处也没有写。请填写部门名称。',
            cell: 'B2',
            data: { label: '部门（单位）名称' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'another name in the title',
        title: '衡山县教育局2025年部门整体支出绩效目标表',
        above: [['部门（单位）名称', '衡山县财政局']],
        rows: HUNAN,
        findings: [
          {
            message: '表内的部门名称是“衡山县财政局”，封面或标题是“衡山县教育局”。请核对是哪个部门。',
            cell: 'B2',
            data: { department: '衡山县财政局', cover: '衡山县教育局' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'two names',
        above: [['衡山县教育局'], ['部门（单位）名称', '衡山县财政局']],
        rows: HUNAN,
        findings: [
          {
            message: '表内的部门名称是“衡山县财政局”，封面或标题是“衡山县教育局”。请核对是哪个部门。',
            cell: 'B3',
            data: { department: '衡山县财政局', cover: '衡山县教育局' },
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
