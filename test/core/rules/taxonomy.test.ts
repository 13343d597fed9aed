import { rule } from '../../../src/core/rules/taxonomy';
import { wording as en } from '../../../src/core/rules/taxonomy/en-US';
import { wording as zh } from '../../../src/core/rules/taxonomy/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { name: 'the newer tree', rows: [...HUNAN, ['成本指标', '经济成本指标', '培训成本', '≤', 20, '万元']] },
      {
        name: 'satisfaction under the benefits of the older tree',
        columns: 'county',
        rows: [
          ['项目产出', '产出成本', '培训成本', '≤20万元'],
          ['项目效果', '可持续影响', '使用年限', '≥10年'],
          ['项目效果', '服务对象满意度', '公众满意度', '≥98%'],
        ],
      },
      {
        name: 'the older tree',
        rows: [
          ...HUNAN,
          ['产出指标', '成本指标', '培训成本', '≤', 20, '万元'],
          ['效益指标', '可持续影响指标', '使用年限', '≥', 10, '年'],
        ],
      },
      {
        name: 'satisfaction under the benefits: the county tree',
        columns: 'county',
        rows: [
          ['产出指标', '数量指标', '培训次数', '≥10次'],
          ['产出指标', '成本指标', '培训成本', '≤20万元'],
          ['效益指标', '可持续影响指标', '使用年限', '≥10年'],
          ['效益指标', '社会公众或服务对象满意度', '公众满意度', '≥98%'],
        ],
      },
      {
        name: 'level 1 named once more',
        rows: [
          ...HUNAN,
          ['成本指标', '成本指标', '培训成本', '≤', 20, '万元'],
          ['满意度指标', '满意度指标', '干部满意度', '≥', 90, '%'],
        ],
      },
    ],
    invalid: [
      {
        name: 'a quality indicator under the benefits',
        rows: [
          ...HUNAN,
          ['成本指标', '经济成本指标', '培训成本', '≤', 20, '万元'],
          ['效益指标', '质量指标', '验收合格率', '≥', 95, '%'],
          ['效益指标', '质量指标', '复检合格率', '≥', 95, '%'],
        ],
        findings: [
          {
            message: '“质量指标”列在“效益指标”之下；按本表所用的“2021年分类”，它属于“产出指标”。请调整分类。',
            cell: 'B8',
            data: { level1: '效益指标', level2: '质量指标', tree: '2021年分类', parent: '产出指标' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'old and new mixed',
        rows: [
          ...HUNAN,
          ['成本指标', '经济成本指标', '培训成本', '≤', 20, '万元'],
          ['成本指标', '社会成本指标', '占用耕地', '≤', 2, '亩'],
          ['效益指标', '可持续影响指标', '使用年限', '≥', 10, '年'],
        ],
        findings: [
          {
            message:
              '“可持续影响指标”列在“效益指标”之下，而本表其他指标用的是“2021年分类”，其中没有这一类。一张表不宜混用新旧分类，请统一。',
            cell: 'B9',
            data: { level1: '效益指标', level2: '可持续影响指标', tree: '2021年分类' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'a central department by the older tree',
        settings: { central: true },
        columns: 'county',
        rows: [
          ['产出指标', '可持续影响指标', '使用年限', '≥10年'],
          ['产出指标', '成本指标', '培训成本', '≤20万元'],
          ['效益指标', '社会效益指标', '受益人数', '≥500人'],
        ],
        findings: [
          {
            message: '“可持续影响指标”列在“产出指标”之下；按本表所用的“2015年分类”，它属于“效益指标”。请调整分类。',
            cell: 'B3',
            data: { level1: '产出指标', level2: '可持续影响指标', tree: '2015年分类', parent: '效益指标' },
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
