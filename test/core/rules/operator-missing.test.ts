import { rule } from '../../../src/core/rules/operator-missing';
import { wording as en } from '../../../src/core/rules/operator-missing/en-US';
import { wording as zh } from '../../../src/core/rules/operator-missing/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const quantity = (...cells: CompactCell[]): CompactRow => ['产出指标', '数量指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'a sign, in its column or in words',
        rows: [
          quantity('培训次数', '≥', 10, '次'),
          quantity('培训人数', null, '不低于200人'),
          quantity('会期', null, '3天以内'),
        ],
      },
      { name: 'a type in place of the sign', rows: [quantity('培训次数', '定量', 10, '次')] },
      { name: 'a mistyped sign is another matter', rows: [quantity('培训次数', '》', 10, '次')] },
      {
        name: 'words, dates and ranges',
        rows: [
          quantity('培训', null, '及时'),
          quantity('工期', null, '2025年6月30日'),
          quantity('占比', null, '80%-90%'),
        ],
      },
    ],
    invalid: [
      {
        name: 'a number alone, the more the better or the less',
        rows: [quantity('培训次数', null, 10, '次'), ['成本指标', '经济成本指标', '总成本', null, '14万元']],
        findings: [
          {
            message: '“培训次数”的指标值“10次”没有比较符号，看不出是至少、至多还是正好。请补上。',
            cell: 'E3',
            severity: 'warning',
            data: { name: '培训次数', value: '10次' },
            fixes: [
              { title: '补上“≥”', grade: 'choice', result: { D3: '≥' } },
              { title: '补上“=”', grade: 'choice', result: { D3: '=' } },
            ],
          },
          {
            message: '“总成本”的指标值“14万元”没有比较符号，看不出是至少、至多还是正好。请补上。',
            cell: 'E4',
            severity: 'warning',
            data: { name: '总成本', value: '14万元' },
            fixes: [
              { title: '补上“≤”', grade: 'choice', result: { D4: '≤' } },
              { title: '补上“=”', grade: 'choice', result: { D4: '=' } },
            ],
          },
        ],
      },
      {
        name: 'a number whose sign the explanation gives',
        rows: [quantity('接待批次', null, 20, '次', '全年接待不超过20次')],
        findings: [
          {
            message: '“接待批次”的指标值“20次”没有比较符号，看不出是至少、至多还是正好。请补上。',
            cell: 'E3',
            severity: 'warning',
            data: { name: '接待批次', value: '20次' },
            fixes: [{ title: '补上“≤”', grade: 'choice', result: { D3: '≤' } }],
          },
        ],
      },
      {
        name: 'a form with no column for it',
        columns: 'county',
        rows: [quantity('财政供养人员', '28人'), quantity('全街道人口', '全街道3900人')],
        findings: [
          {
            message: '“财政供养人员”的指标值“28人”没有比较符号，看不出是至少、至多还是正好。请补上。',
            cell: 'D3',
            severity: 'info',
            data: { name: '财政供养人员', value: '28人' },
            fixes: [
              { title: '补上“≥”', grade: 'choice', result: { D3: '≥28人' } },
              { title: '补上“=”', grade: 'choice', result: { D3: '=28人' } },
            ],
          },
          {
            message: '“全街道人口”的指标值“3900人”没有比较符号，看不出是至少、至多还是正好。请补上。',
            cell: 'D4',
            severity: 'info',
            data: { name: '全街道人口', value: '3900人' },
          },
        ],
      },
      {
        name: 'a number from a formula is not written over',
        columns: 'project',
        rows: [quantity('培训次数', ['=5*2', 10])],
        findings: [
          {
            message: '“培训次数”的指标值“10”没有比较符号，看不出是至少、至多还是正好。请补上。',
            cell: 'D3',
            severity: 'info',
            data: { name: '培训次数', value: '10' },
          },
        ],
      },
    ],
  },
);
