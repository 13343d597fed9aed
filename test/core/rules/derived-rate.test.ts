import { rule } from '../../../src/core/rules/derived-rate';
import { wording as en } from '../../../src/core/rules/derived-rate/en-US';
import { wording as zh } from '../../../src/core/rules/derived-rate/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import type { CompactCell, CompactRow } from '../../support/compact-sheet';

const quality = (...cells: CompactCell[]): CompactRow => ['产出指标', '质量指标', ...cells];
const cost = (...cells: CompactCell[]): CompactRow => ['成本指标', '经济成本指标', ...cells];

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      {
        name: 'figures that agree, rounded or not',
        rows: [
          quality('合格率', '≥', 90, '%', '50人中45人合格'),
          quality('合格率', '=', 77.8, '%', '90人中70人合格'),
          quality('合格率', '≥', 75, '%', '90人中70人合格'),
          quality('满意率', '≥', 85, '%', '上年调查90人，今年调查70人'),
          cost('书籍成本', '=', 60, '元', '单价20元，共3本'),
          cost('奖励成本', '≤', 6, '万元', '200元/人，共300人'),
          cost('办公成本', '≤', 8, '万元', '每季度2万元，全年8万元'),
          cost('书籍成本', '=', 60, '元', '20×3=60元'),
          cost('奖励成本', '=', 6, '万元', '200元×300人=6万元'),
          cost('改造成本', '≤', 5760, '万元', '480元/平方米×12万平方米=5760万元'),
        ],
      },
      {
        name: 'figures that other things come into',
        rows: [
          quality('合格率', '≥', 85, '%', '90人中70人合格，复训后再有20人合格'),
          quality('合格率', '≥', 85, '%', '每90人中70人参训'),
          cost('补贴成本', '=', 72000, '元', '200元/人，共30人，按月发放'),
          cost('课时成本', '=', 5000, '元', '100元/人，共5场'),
          cost('奖励成本', '≤', 7, '万元', '200元/人，共300人'),
          quality('合格率', '≥', 85, '%', null),
        ],
      },
    ],
    invalid: [
      {
        name: 'a share that is another',
        rows: [
          quality('合格率', '=', 85, '%', '计划培训90人，其中70人合格'),
          quality('覆盖率', '≥', 95, '%', '13个社区中覆盖12个社区'),
          quality('满意率', '=', 85, '%', '调查90人，70人满意，满意率85%'),
        ],
        findings: [
          {
            message: '“合格率”的指标值是85%，按“90人，其中70人”推算是77.8%。请核对。',
            cell: 'G3',
            severity: 'warning',
            data: { name: '合格率', value: '85%', words: '90人，其中70人', computed: 77.8 },
          },
          {
            message: '“覆盖率”的指标值是95%，按“13个社区中覆盖12个”推算是92.3%。请核对。',
            cell: 'G4',
            severity: 'warning',
            data: { name: '覆盖率', value: '95%', words: '13个社区中覆盖12个', computed: 92.3 },
          },
          {
            message: '“满意率”的指标值是85%，按“90人，70人”推算是77.8%。请核对。',
            cell: 'G5',
            severity: 'warning',
            data: { name: '满意率', value: '85%', words: '90人，70人', computed: 77.8 },
          },
        ],
      },
      {
        name: 'price by count',
        rows: [
          cost('书籍成本', '=', 80, '元', '单价20元，共3本'),
          cost('奖励成本', '≤', 5, '万元', '200元/人，共300人'),
          cost('慰问成本', null, '按标准', null, '500元/户，慰问40户，合计3万元'),
        ],
        findings: [
          {
            message: '“书籍成本”写的是80元，按“20元，共3本”推算是60元。请核对。',
            cell: 'G3',
            severity: 'warning',
            data: { name: '书籍成本', value: '80元', words: '20元，共3本', computed: '60元' },
          },
          {
            message: '“奖励成本”写的是5万元，按“200元/人，共300人”推算是6万元。请核对。',
            cell: 'G4',
            severity: 'warning',
            data: { name: '奖励成本', value: '5万元', words: '200元/人，共300人', computed: '6万元' },
          },
          {
            message: '“慰问成本”写的是3万元，按“500元/户，慰问40户”推算是2万元。请核对。',
            cell: 'G5',
            severity: 'warning',
            data: { name: '慰问成本', value: '3万元', words: '500元/户，慰问40户', computed: '2万元' },
          },
        ],
      },
      {
        name: 'an equation that does not hold',
        rows: [
          cost('书籍成本', '=', 70, '元', '20元×3本=70元'),
          cost('改造成本', '≤', 5200, '万元', '480元/平方米×12万平方米=5200万元'),
        ],
        findings: [
          {
            message: '“书籍成本”里的算式“20元×3本=70元”不成立，左边等于60。请核对。',
            cell: 'G3',
            severity: 'warning',
            data: { name: '书籍成本', words: '20元×3本=70元', computed: 60 },
          },
          {
            message: '“改造成本”里的算式“480元/平方米×12万平方米=5200万元”不成立，左边等于5760。请核对。',
            cell: 'G4',
            severity: 'warning',
            data: { name: '改造成本', words: '480元/平方米×12万平方米=5200万元', computed: 5760 },
          },
        ],
      },
    ],
  },
);
