import { rule } from '../../../src/core/rules/operator-wording';
import { wording as en } from '../../../src/core/rules/operator-wording/en-US';
import { wording as zh } from '../../../src/core/rules/operator-wording/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const quantity = (...cells: CompactCell[]): CompactRow => ['产出指标', '数量指标', ...cells];
const quality = (...cells: CompactCell[]): CompactRow => ['产出指标', '质量指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'the sign says what the words say',
        rows: [
          quantity('培训次数', '≥', 10, '次', '计划组织培训不低于10次'),
          quantity('响应时间', '≤', '3小时内', '小时', '3小时内到场'),
          quality('合格率', '=', 100, '%', '合格率达到100%'),
        ],
      },
      {
        name: 'another number or another unit in the words is not compared',
        rows: [
          quantity('培训次数', '=', 10, '次', '计划培训不低于200人'),
          quantity('培训人数', '=', 200, '人', '上年不低于180人'),
        ],
      },
      {
        name: 'what a reckoning comes to is no comparison',
        rows: [
          quantity('培训人次', '≥', 60, '人次', '每期20人，共3期，20×3=60人次'),
          quantity('走访户数', '≥', 60, '户', '每期20户×3期＝60户'),
          quantity('拨付金额', '≤', 8, '万元', '每季度2万元，2*4=8万元'),
          quantity('发放套数', '≥', 90, '套', '城区40套+乡镇50套=90套'),
          quantity('巡查座数', '≥', 12, '座', '大型5座，小型7座，合计=12座'),
          quality('合格率', '≥', 90, '%', '50人中45人合格，45÷50=90%'),
        ],
      },
      {
        name: 'the type is no sign',
        rows: [quantity('培训次数', '定性', 10, '次', '不低于10次')],
      },
    ],
    invalid: [
      {
        name: 'a sign after a name compares, whatever is reckoned elsewhere',
        rows: [quantity('培训人次', '≥', 60, '人次', '20×3，培训人次=60人次')],
        findings: [
          {
            message: '“培训人次”的比较符号是“≥”，指标解释写的却是“=60人次”，两处的达标要求不同。请统一。',
            cell: 'D3',
            data: { name: '培训人次', sign: '≥', words: '=60人次' },
            severity: 'error',
            fixes: [
              { title: '比较符号改为“=”', grade: 'choice', result: { D3: '=' } },
              { title: '文字改为“不低于60人次”', grade: 'choice', result: { G3: '20×3，培训人次不低于60人次' } },
            ],
          },
        ],
      },
      {
        name: 'a rate that cannot pass 100 % accepts the same either way',
        rows: [quality('培训合格率', '=', 100, '%', '计划培训合格率不低于100%')],
        findings: [
          {
            message:
              '“培训合格率”的比较符号是“=”，文字写的却是“不低于100%”。该比率不会超过100%，两种写法结果相同，但写法应当统一。',
            cell: 'D3',
            severity: 'warning',
            data: { name: '培训合格率', sign: '=', words: '不低于100%' },
            fixes: [
              { title: '比较符号改为“≥”', grade: 'choice', result: { D3: '≥' } },
              { title: '文字改为“等于100%”', grade: 'choice', result: { G3: '计划培训合格率等于100%' } },
            ],
          },
        ],
      },
      {
        name: 'a rate that can pass 100 %, and a count',
        rows: [
          quality('任务完成率', '=', 100, '%', '任务完成率不低于100％。'),
          quantity('接待批次', '≥', 20, '次', '全年控制在20次以内'),
        ],
        findings: [
          {
            message: '“任务完成率”的比较符号是“=”，指标解释写的却是“不低于100％”，两处的达标要求不同。请统一。',
            cell: 'D3',
            severity: 'error',
            data: { name: '任务完成率', sign: '=', words: '不低于100％' },
            fixes: [
              { title: '比较符号改为“≥”', grade: 'choice', result: { D3: '≥' } },
              { title: '文字改为“等于100％”', grade: 'choice', result: { G3: '任务完成率等于100％。' } },
            ],
          },
          {
            message: '“接待批次”的比较符号是“≥”，指标解释写的却是“控制在20次以内”，两处的达标要求不同。请统一。',
            cell: 'D4',
            severity: 'error',
            data: { name: '接待批次', sign: '≥', words: '控制在20次以内' },
            fixes: [{ title: '比较符号改为“≤”', grade: 'choice', result: { D4: '≤' } }],
          },
        ],
      },
      {
        name: 'the target cell itself',
        rows: [quantity('到场时间', '<', '3小时内', '小时')],
        findings: [
          {
            message: '“到场时间”的比较符号是“<”，指标值里写的却是“3小时内”，两处的达标要求不同。请统一。',
            cell: 'D3',
            severity: 'error',
            data: { name: '到场时间', sign: '<', words: '3小时内' },
            fixes: [{ title: '比较符号改为“≤”', grade: 'choice', result: { D3: '≤' } }],
          },
        ],
      },
      {
        name: 'a deadline after ≥, and two comparators in one cell',
        rows: [quantity('完成时间', '≥', '2025年12月31日前'), quantity('会议时间', null, '≥不超过5天')],
        findings: [
          {
            message: '“完成时间”的比较符号是“≥”，指标值里写的却是“2025年12月31日前”，两处的达标要求不同。请统一。',
            cell: 'D3',
            severity: 'error',
            data: { name: '完成时间', sign: '≥', words: '2025年12月31日前' },
            fixes: [{ title: '比较符号改为“≤”', grade: 'choice', result: { D3: '≤' } }],
          },
          {
            message: '“会议时间”的比较符号是“≥”，指标值里写的却是“不超过5天”，两处的达标要求不同。请统一。',
            cell: 'E4',
            severity: 'error',
            data: { name: '会议时间', sign: '≥', words: '不超过5天' },
          },
        ],
      },
      {
        name: 'sign and words in one cell against the explanation',
        columns: 'project',
        rows: [['成本指标', '经济成本指标', '总成本', '≥14万元', '总成本不超过140000元']],
        findings: [
          {
            message: '“总成本”的比较符号是“≥”，指标解释写的却是“不超过140000元”，两处的达标要求不同。请统一。',
            cell: 'D3',
            severity: 'error',
            data: { name: '总成本', sign: '≥', words: '不超过140000元' },
            fixes: [
              { title: '比较符号改为“≤”', grade: 'choice', result: { D3: '≤14万元' } },
              { title: '文字改为“不低于140000元”', grade: 'choice', result: { E3: '总成本不低于140000元' } },
            ],
          },
        ],
      },
    ],
  },
);
