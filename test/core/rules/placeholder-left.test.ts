import { rule } from '../../../src/core/rules/placeholder-left';
import { wording as en } from '../../../src/core/rules/placeholder-left/en-US';
import { wording as zh } from '../../../src/core/rules/placeholder-left/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { HUNAN } from './rows';

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { name: 'all filled in', rows: HUNAN },
      {
        name: 'letters and signs that stand for themselves',
        rows: [
          ...HUNAN,
          ['产出指标', '数量指标', '采购XXL号工作服', '≥', 10, '件', '单价×数量'],
          ['产出指标', '数量指标', '完善指标体系', '≥', 1, '套', '包括省、市……等指标'],
        ],
      },
    ],
    invalid: [
      {
        name: 'XX in a name',
        rows: [...HUNAN, ['产出指标', '数量指标', 'XX次数', '≥', 5, '次']],
        findings: [
          {
            message: '这里还留着“XX”，像是表样或草稿里等着填写的地方。请填上实际内容，用不着的请删去。',
            cell: 'C7',
            data: { placeholder: 'XX', name: 'XX次数' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'a blank left in the explanation',
        rows: [...HUNAN, ['产出指标', '数量指标', '检查次数', '≥', 5, '次', '检查____次']],
        findings: [
          {
            message: '“检查次数”这一行还留着“____”，像是表样或草稿里等着填写的地方。请填上实际内容。',
            cell: 'G7',
            data: { placeholder: '____', name: '检查次数' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'the form’s own text',
        rows: [...HUNAN, ['产出指标', '数量指标', '指标1：', '≥', 5, '次']],
        findings: [
          {
            message: '这里还留着“指标1：”，像是表样或草稿里等着填写的地方。请填上实际内容，用不着的请删去。',
            cell: 'C7',
            data: { placeholder: '指标1：', name: '指标1：' },
            severity: 'warning',
          },
        ],
      },
      {
        name: 'in the title',
        title: '2025年度XX部门整体支出绩效目标表',
        rows: HUNAN,
        findings: [
          {
            message: '这里还留着“XX”，像是表样或草稿里等着填写的地方。请填上实际内容，用不着的请删去。',
            cell: 'A1',
            data: { placeholder: 'XX', name: '' },
            severity: 'warning',
          },
        ],
      },
    ],
  },
);
