import { rule } from '../../../src/core/rules/unit-mismatch';
import { wording as en } from '../../../src/core/rules/unit-mismatch/en-US';
import { wording as zh } from '../../../src/core/rules/unit-mismatch/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const quantity = (...cells: CompactCell[]): CompactRow => ['产出指标', '数量指标', ...cells];
const quality = (...cells: CompactCell[]): CompactRow => ['产出指标', '质量指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'the same unit, or classifiers that may stand for one another',
        rows: [
          quantity('干部考察人次', '≥', 300, '人次', '计划干部考察不低于300人次'),
          quantity('考核单位个数', '≥', 80, '个', '考核单位不低于80家'),
          quality('合格率', '≥', 95, '百分比', '合格率不低于95%'),
          quantity('工期', '≤', 30, '天', '工期不超过30日'),
        ],
      },
      {
        name: 'another number in another unit',
        rows: [
          quantity('培训次数', '≥', 10, '次', '计划培训200人次，共10次'),
          quantity('新招录人数', '≥', 30, '名'),
          quantity('督导次数', '≥', 5, '次', '不超过5个工作日完成，每次5人'),
        ],
      },
      {
        name: 'money in a rate',
        rows: [
          ['成本指标', '经济成本指标', '成本节约率', '≥', 5, '%'],
          ['成本指标', '经济成本指标', '项目成本', '≤', 14, '万元'],
        ],
      },
    ],
    invalid: [
      {
        name: 'the explanation counts otherwise',
        rows: [quantity('干部考察人次', '≥', 300, '人', '计划干部考察不低于300人次')],
        findings: [
          {
            message: '“干部考察人次”的计量单位是“人”，指标解释却按“人次”写。人与人次不是同一种计量，请统一。',
            cell: 'F3',
            severity: 'warning',
            data: { name: '干部考察人次', unit: '人', found: '人次' },
            fixes: [{ title: '计量单位改为“人次”', grade: 'choice', result: { F3: '人次' } }],
          },
        ],
      },
      {
        name: 'heads counted otherwise, whatever the figures',
        rows: [quantity('走访慰问', '≥', 350, '户次', '计划走访慰问不低于300户')],
        findings: [
          {
            message: '“走访慰问”的计量单位是“户次”，指标解释却按“户”写。户次与户不是同一种计量，请统一。',
            cell: 'F3',
            severity: 'warning',
            data: { name: '走访慰问', unit: '户次', found: '户' },
            fixes: [{ title: '计量单位改为“户”', grade: 'choice', result: { F3: '户' } }],
          },
        ],
      },
      {
        name: 'the same figure in percent',
        rows: [quality('抽检合格率', '≥', 95, '人', '抽检合格率不低于95%')],
        findings: [
          {
            message: '“抽检合格率”的计量单位是“人”，指标解释却按“%”写。人与%不是同一种计量，请统一。',
            cell: 'F3',
            severity: 'warning',
            data: { name: '抽检合格率', unit: '人', found: '%' },
            fixes: [{ title: '计量单位改为“%”', grade: 'choice', result: { F3: '%' } }],
          },
        ],
      },
      {
        name: 'the name counts otherwise, the target cell says otherwise',
        rows: [quantity('受惠人数', '≥', 12000, '人次', '考察受惠人数'), quality('抽检合格率', '≥', '95%', '次')],
        findings: [
          {
            message: '“受惠人数”的计量单位是“人次”，而指标名称按“人”计。请统一。',
            cell: 'F3',
            severity: 'warning',
            data: { name: '受惠人数', unit: '人次', found: '人' },
            fixes: [{ title: '计量单位改为“人”', grade: 'choice', result: { F3: '人' } }],
          },
          {
            message: '“抽检合格率”的计量单位是“次”，指标值里写的却是“%”。请统一。',
            cell: 'F4',
            severity: 'warning',
            data: { name: '抽检合格率', unit: '次', found: '%' },
            fixes: [{ title: '计量单位改为“%”', grade: 'choice', result: { F4: '%' } }],
          },
        ],
      },
      {
        name: 'a unit within the target cell',
        columns: 'county',
        rows: [quantity('培训人次', '≥300人')],
        findings: [
          {
            message: '“培训人次”的计量单位是“人”，而指标名称按“人次”计。请统一。',
            cell: 'D3',
            severity: 'warning',
            data: { name: '培训人次', unit: '人', found: '人次' },
            fixes: [{ title: '计量单位改为“人次”', grade: 'choice', result: { D3: '≥300人次' } }],
          },
        ],
      },
      {
        name: 'percent on an amount',
        rows: [['成本指标', '经济成本指标', '培训经费', '≤', 95, '%']],
        findings: [
          {
            message: '“培训经费”是金额，计量单位却是“%”。请核对单位，或者把名称改成比率。',
            cell: 'F3',
            severity: 'warning',
            data: { name: '培训经费', unit: '%' },
          },
        ],
      },
    ],
  },
);
