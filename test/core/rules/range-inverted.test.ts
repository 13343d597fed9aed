import { rule } from '../../../src/core/rules/range-inverted';
import { wording as en } from '../../../src/core/rules/range-inverted/en-US';
import { wording as zh } from '../../../src/core/rules/range-inverted/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const quantity = (...cells: CompactCell[]): CompactRow => ['产出指标', '数量指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'low before high, or both the same',
        rows: [
          quantity('占比', null, '80%-90%'),
          quantity('天数', null, '5至10', '天'),
          quantity('人数', null, '≥5人，≤5人'),
        ],
      },
    ],
    invalid: [
      {
        name: 'high before low',
        rows: [
          quantity('占比', null, '90%—80%'),
          quantity('人数', null, '不低于10人且不超过5人'),
          quantity('次数', null, '大于5次，小于5次'),
        ],
        findings: [
          {
            message: '“占比”的下限90%大于上限80%，没有任何结果能够达标。请核对。',
            cell: 'E3',
            severity: 'error',
            data: { name: '占比', low: '90%', high: '80%' },
            fixes: [{ title: '对调上下限', grade: 'choice', result: { E3: '80%—90%' } }],
          },
          {
            message: '“人数”的下限10人大于上限5人，没有任何结果能够达标。请核对。',
            cell: 'E4',
            severity: 'error',
            data: { name: '人数', low: '10人', high: '5人' },
            fixes: [{ title: '对调上下限', grade: 'choice', result: { E4: '不低于5人且不超过10人' } }],
          },
          {
            message: '“次数”的下限5次不小于上限5次，没有任何结果能够达标。请核对。',
            cell: 'E5',
            severity: 'error',
            data: { name: '次数', low: '5次', high: '5次' },
          },
        ],
      },
    ],
  },
);
