import { rule } from '../../../src/core/rules/level-missing';
import { wording as en } from '../../../src/core/rules/level-missing/en-US';
import { wording as zh } from '../../../src/core/rules/level-missing/zh-CN';
import { ruleTester } from '../../support/rule-tester';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'levels carried down',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥', 10, '次', '培训不低于10次', '得满分'],
          [null, null, '检查次数', '≥', 5, '次'],
          ['产出指标', '质量指标', '培训合格率', '≥', 95, '%', '合格人数占比', '得满分'],
          ['效益指标', '社会效益指标', '受益群众人数', '≥', 500, '人', '受益人数', '得满分'],
          ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%', '满意人数占比', '得满分'],
        ],
      },
      {
        name: 'a form without level 2',
        columns: ['一级指标', '三级指标', '指标值'],
        rows: [
          ['产出指标', '培训次数', '≥10次'],
          ['效益指标', '受益人数', '≥500人'],
        ],
      },
    ],
    invalid: [
      {
        name: 'a level-2 label in the level-1 column, known from above',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥', 10, '次', '培训不低于10次', '得满分'],
          ['产出指标', '质量指标', '培训合格率', '≥', 95, '%', '合格人数占比', '得满分'],
          ['时效指标', '完成及时率', '≥', 95, '%', '按时完成占比', '得满分'],
          ['效益指标', '社会效益指标', '受益群众人数', '≥', 500, '人', '受益人数', '得满分'],
          ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%', '满意人数占比', '得满分'],
        ],
        findings: [
          {
            message:
              '“时效指标”是二级指标，却写在一级指标列里；检查时按“产出指标”处理。请把它移到二级指标列，并补上一级指标。',
            cell: 'A5',
            data: { level2: '时效指标', level1: '产出指标' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'level 1 blank from the first row on',
        columns: 'county',
        rows: [
          [null, '数量指标', '培训次数', '≥10次'],
          [null, '数量指标', '检查次数', '≥5次'],
          ['效益指标', '社会效益指标', '受益人数', '≥500人'],
        ],
        findings: [
          {
            message: 'A3:A4没有一级指标。“数量指标”属于“产出指标”，请补填。',
            cell: 'A3',
            data: { name: '培训次数', cells: 'A3:A4', level2: '数量指标', parent: '产出指标' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'level 1 blank and level 2 of no tree',
        columns: 'county',
        rows: [
          [null, '重点工作指标', '培训次数', '≥10次'],
          ['效益指标', '社会效益指标', '受益人数', '≥500人'],
        ],
        findings: [
          {
            message: 'A3没有一级指标，“重点工作指标”不知属于哪一类。请补填。',
            cell: 'A3',
            data: { name: '培训次数', cells: 'A3', level2: '重点工作指标' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'level 2 blank',
        columns: 'county',
        rows: [
          ['产出指标', null, '培训次数', '≥10次'],
          ['效益指标', '社会效益指标', '受益人数', '≥500人'],
        ],
        findings: [
          {
            message: 'B3没有二级指标，“培训次数”考核的是哪个方面不清楚。请补填。',
            cell: 'B3',
            data: { name: '培训次数', cells: 'B3', level2: '', parent: '产出指标' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'both blank',
        columns: 'county',
        rows: [
          [null, null, '培训次数', '≥10次'],
          ['效益指标', '社会效益指标', '受益人数', '≥500人'],
        ],
        findings: [
          {
            message: 'A3没有一级和二级指标，“培训次数”不知归入哪一类。请补填。',
            cell: 'A3',
            data: { name: '培训次数', cells: 'A3', level2: '' },
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
