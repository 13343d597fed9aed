import { rule } from '../../../src/core/rules/level-required';
import { wording as en } from '../../../src/core/rules/level-required/en-US';
import { wording as zh } from '../../../src/core/rules/level-required/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { name: 'outputs and benefits, quantity and quality', rows: HUNAN },
      {
        name: 'a label that nobody knows may be the one',
        columns: 'county',
        rows: [
          ['重点工作', '数量指标', '培训次数', '≥10次'],
          ['产出指标', '质量指标', '合格率', '≥95%'],
        ],
      },
      {
        name: 'a level 2 of the province’s own',
        columns: 'county',
        rows: [
          ['产出指标', '重点工作任务完成', '培训次数', '≥10次'],
          ['效益指标', '履职效益', '受益人数', '≥500人'],
        ],
      },
    ],
    invalid: [
      {
        name: 'no benefits',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥', 10, '次', '培训不低于10次', '得满分'],
          ['产出指标', '质量指标', '培训合格率', '≥', 95, '%', '合格人数占比', '得满分'],
          ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%', '满意人数占比', '得满分'],
        ],
        findings: [
          {
            message: '表里没有“效益指标”。产出指标和效益指标是必设的，请补充。',
            cell: 'A2',
            data: { lacking: ['“效益指标”'] },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'no quality',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥', 10, '次', '培训不低于10次', '得满分'],
          ['效益指标', '社会效益指标', '受益群众人数', '≥', 500, '人', '受益人数', '得满分'],
          ['满意度指标', '服务对象满意度指标', '群众满意度', '≥', 90, '%', '满意人数占比', '得满分'],
        ],
        findings: [
          {
            message: '产出指标下没有“质量指标”。数量指标和质量指标原则上都要设置，请补充；确实不宜设置的，请说明理由。',
            cell: 'A3',
            data: { lacking: ['“质量指标”'] },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'a table of costs',
        columns: 'county',
        rows: [
          ['成本指标', '经济成本指标', '运转成本', '≤100万元'],
          ['满意度指标', '服务对象满意度指标', '群众满意度', '≥90%'],
        ],
        findings: [
          {
            message: '表里没有“产出指标”、“效益指标”。产出指标和效益指标是必设的，请补充。',
            cell: 'A2',
            data: { lacking: ['“产出指标”', '“效益指标”'] },
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
