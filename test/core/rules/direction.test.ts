import { rule } from '../../../src/core/rules/direction';
import { wording as en } from '../../../src/core/rules/direction/en-US';
import { wording as zh } from '../../../src/core/rules/direction/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const quantity = (...cells: CompactCell[]): CompactRow => ['产出指标', '数量指标', ...cells];
const quality = (...cells: CompactCell[]): CompactRow => ['产出指标', '质量指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'the usual directions',
        rows: [
          quality('在职人员控制率', '≤', 100, '%'),
          quality('培训合格率', '≥', 95, '%'),
          quality('差错率', '≤', 1, '%'),
          quantity('培训次数', '≥', 10, '次'),
          ['成本指标', '经济成本指标', '总成本', '≤', 14, '万元'],
        ],
      },
      {
        name: 'names that say how much less, and what is held down on purpose',
        rows: [
          quality('事故下降率', '≥', 5, '%'),
          ['成本指标', '经济成本指标', '成本节约率', '≥', 5, '%'],
          quality('投诉处理率', '≥', 95, '%'),
          quality('受污染耕地安全利用率', '≥', 93, '%'),
          quality('闲置资产利用率', '≥', 80, '%'),
          quality('侵权案件结案率', '≥', 95, '%'),
          quantity('财政供养人员', '≤', 28, '人'),
          quantity('会议次数', '≤', 10, '次'),
          quantity('安全事故数', '=', 0, '起'),
          quantity('办理法律援助案件数', '≥', 650, '件'),
          quantity('征集档案件数', '≥', 500, '件'),
        ],
      },
      {
        name: 'what is done about a bad thing, however it is named',
        rows: [
          quantity('事故应急演练次数', '≥', 12, '次'),
          quantity('污染源监测点位数', '≥', 45, '个'),
          quantity('拆除违法建筑面积', '≥', 2.6, '万平方米'),
          quantity('空置房屋盘活面积', '≥', 3000, '平方米'),
          quantity('流失文物追索件数', '≥', 2, '件'),
          quantity('违规资金追缴额', '≥', 120, '万元'),
          ['效益指标', '经济效益指标', '挽回经济损失', '≥', 350, '万元'],
          ['成本指标', '经济成本指标', '每万吨污水处理成本', '≤', 0.9, '万元'],
        ],
      },
    ],
    invalid: [
      {
        name: 'the other way round',
        rows: [
          quality('在职人员控制率', '≥', 100, '%'),
          ['成本指标', '经济成本指标', '总成本', '≥', 14, '万元'],
          quality('培训合格率', '≤', 95, '%'),
          quantity('培训次数', null, '≤10次'),
        ],
        findings: [
          {
            message: '“在职人员控制率”越低越好，指标值却写成“≥100%”，超支、出错反而算达标。请核对比较符号。',
            cell: 'D3',
            severity: 'warning',
            data: { name: '在职人员控制率', sign: '≥', value: '100%' },
            fixes: [{ title: '比较符号改为“≤”', grade: 'choice', result: { D3: '≤' } }],
          },
          {
            message: '“总成本”是成本，指标值却写成“≥14万元”，花得越多越算达标。请核对比较符号。',
            cell: 'D4',
            severity: 'warning',
            data: { name: '总成本', sign: '≥', value: '14万元' },
            fixes: [{ title: '比较符号改为“≤”', grade: 'choice', result: { D4: '≤' } }],
          },
          {
            message: '“培训合格率”越高越好，指标值却写成“≤95%”，做得少反而算达标。请核对比较符号。',
            cell: 'D5',
            severity: 'warning',
            data: { name: '培训合格率', sign: '≤', value: '95%' },
            fixes: [{ title: '比较符号改为“≥”', grade: 'choice', result: { D5: '≥' } }],
          },
          {
            message: '“培训次数”越高越好，指标值却写成“≤10次”，做得少反而算达标。请核对比较符号。',
            cell: 'E6',
            severity: 'warning',
            data: { name: '培训次数', sign: '≤', value: '10次' },
            fixes: [{ title: '比较符号改为“≥”', grade: 'choice', result: { E6: '≥10次' } }],
          },
        ],
      },
      {
        name: 'bad things that are counted, and costs of work against them',
        rows: [
          quality('交通事故死亡人数', '≥', 3, '人'),
          quality('化学需氧量排放总量', '≥', 560, '吨'),
          quality('数据误差率', '≥', 1, '%'),
          ['成本指标', '经济成本指标', '污水处理成本', '≥', 90, '万元'],
        ],
        findings: (
          [
            ['交通事故死亡人数', '3人', 'D3'],
            ['化学需氧量排放总量', '560吨', 'D4'],
            ['数据误差率', '1%', 'D5'],
            ['污水处理成本', '90万元', 'D6'],
          ] as const
        ).map(([name, value, cell]) => ({
          message:
            cell === 'D6'
              ? `“${name}”是成本，指标值却写成“≥${value}”，花得越多越算达标。请核对比较符号。`
              : `“${name}”越低越好，指标值却写成“≥${value}”，超支、出错反而算达标。请核对比较符号。`,
          cell,
          severity: 'warning' as const,
          data: { name, sign: '≥', value },
          fixes: [{ title: '比较符号改为“≤”', grade: 'choice' as const, result: { [cell]: '≤' } }],
        })),
      },
    ],
  },
);
