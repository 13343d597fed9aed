import { rule } from '../../../src/core/rules/quantity-without-number';
import { wording as en } from '../../../src/core/rules/quantity-without-number/en-US';
import { wording as zh } from '../../../src/core/rules/quantity-without-number/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const quantity = (...cells: CompactCell[]): CompactRow => ['产出指标', '数量指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'numbers, dates, and words under another level',
        rows: [
          quantity('培训次数', '≥', 10, '次'),
          quantity('培训', null, '四场'),
          ['产出指标', '质量指标', '单位履职', '定性', '予以保障'],
        ],
      },
      { name: 'nothing stated', rows: [quantity('培训次数', '≥', 10, '次'), quantity('督导次数', null, '不适用')] },
    ],
    invalid: [
      {
        name: 'words only',
        columns: 'county',
        rows: [quantity('部门单位履职、运转', '予以保障')],
        findings: [
          {
            message:
              '数量指标“部门单位履职、运转”的指标值是“予以保障”，没有可以核对的数。请写明数量，或者移到其他二级指标下。',
            cell: 'D3',
            severity: 'warning',
            data: { name: '部门单位履职、运转', value: '予以保障' },
          },
        ],
      },
    ],
  },
);
