import { rule } from '../../../src/core/rules/header-mismatch';
import { wording as en } from '../../../src/core/rules/header-mismatch/en-US';
import { wording as zh } from '../../../src/core/rules/header-mismatch/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [{ name: 'headers that fit', rows: HUNAN }],
    invalid: [
      {
        name: 'signs under the header of remarks',
        columns: ['一级指标', '二级指标', '三级指标', '备注', '指标值', '计量单位'],
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥', 10, '次'],
          ['产出指标', '质量指标', '培训合格率', '≥', 95, '%'],
          ['效益指标', '社会效益指标', '受益群众人数', '≥', 500, '人'],
          ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%'],
        ],
        findings: [
          {
            message: '列名与下面的内容不符（列名 → 内容）：D：“备注” → “指标值类型”。检查时以内容为准，请改正列名。',
            cell: 'D2',
            data: { count: 1, columns: ['D：“备注” → “指标值类型”'] },
            severity: 'info',
          },
        ],
      },
      {
        name: 'sign and unit exchanged',
        columns: ['一级指标', '二级指标', '三级指标', '计量单位', '指标值', '指标值类型'],
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥', 10, '次'],
          ['产出指标', '质量指标', '培训合格率', '≥', 95, '%'],
          ['效益指标', '社会效益指标', '受益群众人数', '≥', 500, '人'],
          ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%'],
        ],
        findings: [
          {
            message:
              '有2列的列名与下面的内容不符（列名 → 内容）：D：“计量单位” → “指标值类型”、F：“指标值类型” → “计量单位”。检查时以内容为准，请改正表头。',
            cell: 'D2',
            data: { count: 2, columns: ['D：“计量单位” → “指标值类型”', 'F：“指标值类型” → “计量单位”'] },
            severity: 'info',
          },
        ],
      },
      {
        name: 'a header one column off',
        columns: ['绩效指标', '一级指标', '二级指标', '三级指标', '类型', '指标值', '计量单位'],
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥', 10, '次'],
          ['产出指标', '质量指标', '合格率', '≥', 95, '%'],
          ['效益指标', '社会效益指标', '受益人数', '≥', 500, '人'],
          ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%'],
        ],
        findings: [
          {
            message:
              '有6列的列名与下面的内容不符（列名 → 内容）：A：“绩效指标” → “一级指标”、B：“一级指标” → “二级指标”、C：“二级指标” → “三级指标”、D：“三级指标” → “指标值类型”、E：“类型” → “指标值”、F：“指标值” → “计量单位”。检查时以内容为准，请改正表头。',
            cell: 'A2',
            data: {
              count: 6,
              columns: [
                'A：“绩效指标” → “一级指标”',
                'B：“一级指标” → “二级指标”',
                'C：“二级指标” → “三级指标”',
                'D：“三级指标” → “指标值类型”',
                'E：“类型” → “指标值”',
                'F：“指标值” → “计量单位”',
              ],
            },
            severity: 'info',
          },
        ],
      },
    ],
  },
);
