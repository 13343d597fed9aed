import { rule } from '../../../src/core/rules/value-explanation';
import { wording as en } from '../../../src/core/rules/value-explanation/en-US';
import { wording as zh } from '../../../src/core/rules/value-explanation/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const quantity = (...cells: CompactCell[]): CompactRow => ['产出指标', '数量指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'the same figure, also in other units or rounded',
        rows: [
          quantity('培训次数', '≥', 10, '次', '计划组织培训不低于10次'),
          ['成本指标', '经济成本指标', '项目总成本', '≤', 144.42, '万元', '项目总成本不超过1444200元'],
          ['成本指标', '经济成本指标', '保洁成本', '≤', 33.3, '万元', '保洁成本控制在333,012元以内'],
        ],
      },
      {
        name: 'years, documents, last year, baselines, parts and prices are no targets',
        rows: [
          quantity('培训次数', '≥', 10, '次', '根据财预〔2020〕10号，2025年上年培训不低于8次'),
          quantity('培训人数', '≥', 200, '人', '每次培训不少于50人'),
          quantity('走访人数', '≥', 200, '人', '其中走访老党员不少于50人'),
          quantity('考核单位数', '≥', 80, '个', '原有考核单位计划70个'),
          ['成本指标', '经济成本指标', '办公成本', '≤', 2.4, '万元', '一年成本不超过0.8万元'],
        ],
      },
      {
        name: 'another thing, another unit, or several figures',
        rows: [
          quantity('培训次数', '≥', 10, '次', '计划培训不少于200人'),
          quantity('培训次数', '≥', 10, '次', '全年督导不少于4次'),
          quantity('培训次数', '≥', 10, '次', '计划春季培训4次，秋季培训不少于6次'),
          quantity('培训次数', '≥', 10, '次', '培训次数'),
          quantity('维修路灯', '≥', 500, '盏', '维修路灯500盏，年初计划维修480盏'),
        ],
      },
    ],
    invalid: [
      {
        name: 'a comparator, and 计划',
        rows: [
          quantity('培训次数', '≥', 10, '次', '计划组织培训不低于12次'),
          ['成本指标', '经济成本指标', '食堂总成本', '≤', '48.14', '万元', '食堂总成本计划为50万元'],
        ],
        findings: [
          {
            message: '“培训次数”的指标值是10次，指标解释写的却是“不低于12次”。请核对，改为一致。',
            cell: 'E3',
            severity: 'error',
            data: { name: '培训次数', value: '10次', found: '不低于12次' },
            fixes: [
              { title: '指标值改为12次', grade: 'choice', result: { E3: 12 } },
              { title: '指标解释中的数改为10次', grade: 'choice', result: { G3: '计划组织培训不低于10次' } },
            ],
          },
          {
            message: '“食堂总成本”的指标值是48.14万元，指标解释写的却是“50万元”。请核对，改为一致。',
            cell: 'E4',
            severity: 'error',
            data: { name: '食堂总成本', value: '48.14万元', found: '50万元' },
            fixes: [
              { title: '指标值改为50万元', grade: 'choice', result: { E4: '50' } },
              { title: '指标解释中的数改为48.14万元', grade: 'choice', result: { G4: '食堂总成本计划为48.14万元' } },
            ],
          },
        ],
      },
    ],
  },
);
