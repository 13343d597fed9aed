import { rule } from '../../../src/core/rules/error-cell';
import { wording as en } from '../../../src/core/rules/error-cell/en-US';
import { wording as zh } from '../../../src/core/rules/error-cell/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { name: 'no errors', rows: HUNAN },
      {
        name: 'our own function waiting for an actual value',
        columns: 'selfEvaluation',
        title: '2025年度项目支出绩效自评表',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥10次', null, 10, ['=PERF.SCORE(E3,D3,"得满分")', { error: '#N/A' }]],
          ['效益指标', '社会效益指标', '受益人数', '≥500人', '510人', 10, 10],
        ],
      },
    ],
    invalid: [
      {
        name: 'a formula that broke',
        rows: [...HUNAN, ['产出指标', '数量指标', '检查次数', '≥', ['=#REF!+1', { error: '#REF!' }], '次']],
        findings: [
          {
            message: '公式 =#REF!+1 的结果是错误值 #REF!。请检查公式引用的单元格是否被删除或移动。',
            cell: 'E7',
            data: { error: '#REF!', formula: '=#REF!+1' },
            severity: 'error',
          },
        ],
      },
      {
        name: 'an error out of a copied table',
        rows: [...HUNAN, ['产出指标', '数量指标', '检查次数', '≥', 8, '次', '#NAME?']],
        findings: [
          {
            message: '单元格里是错误值 #NAME?，本来的内容已经丢失。请重新填写。',
            cell: 'G7',
            data: { error: '#NAME?' },
            severity: 'error',
          },
        ],
      },
    ],
  },
);
