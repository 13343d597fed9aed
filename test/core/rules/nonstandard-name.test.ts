import { rule } from '../../../src/core/rules/nonstandard-name';
import { wording as en } from '../../../src/core/rules/nonstandard-name/en-US';
import { wording as zh } from '../../../src/core/rules/nonstandard-name/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { name: 'the forms’ names', rows: HUNAN },
      {
        name: 'usual variants',
        columns: 'county',
        rows: [
          ['产出指标', '产出数量', '培训次数', '≥10次'],
          ['效益指标', '环境效益指标', '减排量', '≥10吨'],
          ['效益指标', '履职效益', '受益人数', '≥500人'],
        ],
      },
    ],
    invalid: [
      {
        name: 'one letter off, with a break in it',
        columns: 'county',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥10次'],
          ['效益指标', '经济效\n率指标', '增收金额', '≥10万元'],
        ],
        findings: [
          {
            message: '没有“经济效率”这一类二级指标，应是“经济效益指标”。请改正，否则不能归类汇总。',
            cell: 'B4',
            data: { name: '经济效率', names: ['“经济效益指标”'] },
            severity: 'warning',
            fixes: [{ title: '改为“经济效益指标”', grade: 'safe', result: { B4: '经济效\n益指标' } }],
          },
        ],
      },
      {
        name: 'a usual slip in a short name',
        columns: 'county',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥10次'],
          ['产出指标', '实效指标', '办结时间', '≤3天'],
        ],
        findings: [
          {
            message: '没有“实效”这一类二级指标，应是“时效指标”。请改正，否则不能归类汇总。',
            cell: 'B4',
            data: { name: '实效', names: ['“时效指标”'] },
            severity: 'warning',
            fixes: [{ title: '改为“时效指标”', grade: 'safe', result: { B4: '时效指标' } }],
          },
        ],
      },
      {
        name: 'one letter too few',
        columns: 'county',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥10次'],
          ['效益指标', '可持续响指标', '使用年限', '≥10年'],
        ],
        findings: [
          {
            message: '没有“可持续响”这一类二级指标，应是“可持续影响指标”。请改正，否则不能归类汇总。',
            cell: 'B4',
            data: { name: '可持续响', names: ['“可持续影响指标”'] },
            severity: 'warning',
            fixes: [{ title: '改为“可持续影响指标”', grade: 'safe', result: { B4: '可持续影响指标' } }],
          },
        ],
      },
      {
        name: 'one letter off two names',
        columns: 'county',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥10次'],
          ['效益指标', '生济效益指标', '使用年限', '≥10年'],
        ],
        findings: [
          {
            message: '没有“生济效益”这一类二级指标，可能是“经济效益指标”、“生态效益指标”。请改正，否则不能归类汇总。',
            cell: 'B4',
            data: { name: '生济效益', names: ['“经济效益指标”', '“生态效益指标”'] },
            severity: 'warning',
            fixes: [
              { title: '改为“经济效益指标”', grade: 'choice', result: { B4: '经济效益指标' } },
              { title: '改为“生态效益指标”', grade: 'choice', result: { B4: '生态效益指标' } },
            ],
          },
        ],
      },
    ],
  },
);
