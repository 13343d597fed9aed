import { rule } from '../../../src/core/rules/percent-bound';
import { wording as en } from '../../../src/core/rules/percent-bound/en-US';
import { wording as zh } from '../../../src/core/rules/percent-bound/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const quality = (...cells: CompactCell[]): CompactRow => ['产出指标', '质量指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'within a hundred, or of a kind that may pass it',
        rows: [
          quality('培训合格率', '=', 100, '%'),
          quality('指导覆盖率', '≥', 99.5, '%'),
          quality('在职人员控制率', '≤', 100, '%'),
          quality('任务完成率', '≥', 100, '%'),
          quality('收入增长率', '≥', 120, '%'),
          quality('预算执行率', '≥', 100, '%'),
        ],
      },
      { name: 'no percentage', rows: [quality('合格率考核得分', '≥', 120, '分')] },
    ],
    invalid: [
      {
        name: 'above a hundred',
        rows: [quality('培训合格率', '≥', 292, '%'), ['满意度指标', '服务对象满意度指标', '群众满意度', '>', 100, '%']],
        findings: [
          {
            message: '“培训合格率”不可能超过100%，指标值却是≥292%。请核对。',
            cell: 'E3',
            severity: 'warning',
            data: { name: '培训合格率', value: 292, sign: '≥' },
          },
          {
            message: '“群众满意度”不可能超过100%，指标值却是>100%。请核对。',
            cell: 'E4',
            severity: 'warning',
            data: { name: '群众满意度', value: 100, sign: '>' },
          },
        ],
      },
      {
        name: 'plain ≥100 %, in one cell or three',
        rows: [
          quality('指导覆盖率', '≥', 100, '%'),
          quality('设备完好率', null, '≥100%'),
          quality('合格率', '≥', 100, '%', '合格率不低于100%'),
        ],
        findings: [
          {
            message: '“指导覆盖率”最高只能是100%，“≥100%”就是“=100%”。请写“=”，更清楚。',
            cell: 'E3',
            severity: 'info',
            data: { name: '指导覆盖率' },
            fixes: [{ title: '比较符号改为“=”', grade: 'choice', result: { D3: '=' } }],
          },
          {
            message: '“设备完好率”最高只能是100%，“≥100%”就是“=100%”。请写“=”，更清楚。',
            cell: 'E4',
            severity: 'info',
            data: { name: '设备完好率' },
            fixes: [{ title: '比较符号改为“=”', grade: 'choice', result: { E4: '=100%' } }],
          },
          {
            message: '“合格率”最高只能是100%，“≥100%”就是“=100%”。请写“=”，更清楚。',
            cell: 'E5',
            severity: 'info',
            data: { name: '合格率' },
          },
        ],
      },
    ],
  },
);
