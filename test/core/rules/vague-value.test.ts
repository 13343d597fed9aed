import { rule } from '../../../src/core/rules/vague-value';
import { wording as en } from '../../../src/core/rules/vague-value/en-US';
import { wording as zh } from '../../../src/core/rules/vague-value/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const social = (...cells: CompactCell[]): CompactRow => ['效益指标', '社会效益指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'results that are there or not, and numbers',
        rows: [
          social('是否通过验收', '定性', '是'),
          social('设备质量', '定性', '验收合格'),
          social('安全生产', '定性', '无重大安全事故'),
          social('就业人数', '≥', 200, '人'),
        ],
      },
      {
        name: 'grades whose meaning is stated',
        rows: [
          social('培养干部队伍', '定性', '效果明显', null, '优秀等次干部占比不低于20%为效果明显'),
          social('营商环境', '定性', '得到提升', null, '以省级评估结果为准'),
        ],
      },
    ],
    invalid: [
      {
        name: 'with points resting on it',
        columns: 'weighted',
        rows: [
          social(
            '培养高素质干部队伍',
            '定性',
            '效果\n明显',
            null,
            '考核社会影响',
            '效果明显得15分，效果一般得8分，否则不得分。',
            15,
          ),
        ],
        findings: [
          {
            message:
              '“培养高素质干部队伍”的15分取决于“效果明显”，而怎样算做到没有写明。请改为可衡量的值，或者写明各档次的含义。',
            cell: 'E3',
            severity: 'warning',
            data: { name: '培养高素质干部队伍', value: '效果明显', points: 15 },
          },
        ],
      },
      {
        name: 'without points',
        columns: 'county',
        rows: [social('党组织建设', '持续推进'), social('处理投诉', '及时'), social('居民幸福感', '得到提升')],
        findings: [
          {
            message:
              '“党组织建设”的指标值“持续推进”没有可以衡量的标准，怎样才算做到因人而异。请改为可衡量的值，或者写明各档次的含义。',
            cell: 'D3',
            severity: 'warning',
            data: { name: '党组织建设', value: '持续推进' },
          },
          {
            message:
              '“处理投诉”的指标值“及时”没有可以衡量的标准，怎样才算做到因人而异。请改为可衡量的值，或者写明各档次的含义。',
            cell: 'D4',
            severity: 'warning',
            data: { name: '处理投诉', value: '及时' },
          },
          {
            message:
              '“居民幸福感”的指标值“得到提升”没有可以衡量的标准，怎样才算做到因人而异。请改为可衡量的值，或者写明各档次的含义。',
            cell: 'D5',
            severity: 'warning',
            data: { name: '居民幸福感', value: '得到提升' },
          },
        ],
      },
    ],
  },
);
