import { rule } from '../../../src/core/rules/score-arithmetic';
import { wording as en } from '../../../src/core/rules/score-arithmetic/en-US';
import { wording as zh } from '../../../src/core/rules/score-arithmetic/zh-CN';
import { ruleTester } from '../../support/rule-tester';
import { row, STANDARDS } from './self-evaluations';

/** The grade, and what is settled on within it, in one cell. */
const GRADES =
  '达成预期指标得100%-80%（含）分值，部分达成并具有一定效果得80%-60%（含）分值，未达成且效果较差得60%-0%分值';
const graded = (score: number) =>
  row({
    name: '队伍建设',
    operator: '定性',
    target: '效果明显',
    unit: null,
    standard: GRADES,
    actual: '达成预期指标，90%',
    weight: 15,
    score,
  });

const HEAD = { title: '2025年度项目支出绩效自评表', columns: STANDARDS } as const;

ruleTester(
  { rule, wording: { 'zh-CN': zh, 'en-US': en } },
  {
    valid: [
      { ...HEAD, name: 'what the standard gives', rows: [row({ actual: 8, score: 4 })] },
      {
        ...HEAD,
        name: 'rounded to one decimal',
        rows: [row({ standard: '完成目标得满分，未完成按比例得分', target: 12, actual: 11, weight: 5, score: 4.6 })],
      },
      {
        ...HEAD,
        name: 'one of the readings of a part of a step',
        rows: [
          row({
            name: '合格率',
            operator: '≥',
            target: 95,
            unit: '%',
            standard: '每降低1个百分点扣0.5分，扣完为止',
            actual: '93.5%',
            weight: 5,
            score: 4.25,
          }),
        ],
      },
      {
        ...HEAD,
        name: 'held to the full mark where the sentence gives more',
        rows: [row({ standard: '达到目标得5分，未达到得分为实际次数/8*5分', actual: 9, weight: 5, score: 5 })],
      },
      {
        ...HEAD,
        name: 'a standard that a person judges',
        rows: [row({ standard: '根据完成情况酌情扣分', actual: 8, score: 3 })],
      },
      { ...HEAD, name: 'a grade and its share in one cell', rows: [graded(13.5)] },
      { ...HEAD, name: 'no actual value', rows: [row({ actual: null, score: 3 })] },
      { ...HEAD, name: 'no score yet', rows: [row({ actual: 8, score: null })] },
      {
        ...HEAD,
        name: 'a bare fraction in a percentage row',
        rows: [
          row({
            name: '合格率',
            target: 95,
            unit: '%',
            standard: '每降低1个百分点扣0.5分，扣完为止',
            actual: 0.93,
            weight: 5,
            score: 4,
          }),
        ],
      },
    ],
    invalid: [
      {
        ...HEAD,
        name: 'half a point too much',
        rows: [row({ actual: 8, score: 4.5 })],
        findings: [
          {
            message: '“培训次数”填的得分是4.5分，按评分标准，实际8应得4分。请核对得分或实际完成值。',
            cell: 'J3',
            data: { name: '培训次数', score: 4.5, actual: '8', expected: 4, readings: ['4'] },
            severity: 'error',
            fixes: [{ title: '得分改为4', grade: 'choice', result: { J3: 4 } }],
          },
        ],
      },
      {
        ...HEAD,
        name: 'none of the readings',
        rows: [
          row({
            name: '合格率',
            target: 95,
            unit: '%',
            standard: '每降低1个百分点扣0.5分，扣完为止',
            actual: '93.5%',
            weight: 5,
            score: 3,
          }),
        ],
        findings: [
          {
            message:
              '“合格率”填的得分是3分，按评分标准，实际93.5%无论不足一档怎样算，都不是这个分数（可得4.5、4.25、4分）。请核对得分或实际完成值。',
            cell: 'J3',
            data: { name: '合格率', score: 3, actual: '93.5%', expected: 4.5, readings: ['4.5', '4.25', '4'] },
            severity: 'error',
            fixes: [
              { title: '得分改为4.5', grade: 'choice', result: { J3: 4.5 } },
              { title: '得分改为4.25', grade: 'choice', result: { J3: 4.25 } },
              { title: '得分改为4', grade: 'choice', result: { J3: 4 } },
            ],
          },
        ],
      },
      {
        ...HEAD,
        name: 'another share than the one in the cell',
        rows: [graded(12)],
        findings: [
          {
            message: '“队伍建设”填的得分是12分，按评分标准，实际达成预期指标，90%应得13.5分。请核对得分或实际完成值。',
            cell: 'J3',
            data: { name: '队伍建设', score: 12, actual: '达成预期指标，90%', expected: 13.5, readings: ['13.5'] },
            severity: 'error',
            fixes: [{ title: '得分改为13.5', grade: 'choice', result: { J3: 13.5 } }],
          },
        ],
      },
      {
        ...HEAD,
        name: 'a score by formula is mended by a person',
        rows: [row({ actual: 8, score: ['=I3-0.5', 4.5] })],
        findings: [
          {
            message: '“培训次数”填的得分是4.5分，按评分标准，实际8应得4分。请核对得分或实际完成值。',
            cell: 'J3',
            data: { name: '培训次数', score: 4.5, actual: '8', expected: 4, readings: ['4'] },
            severity: 'error',
          },
        ],
      },
    ],
  },
);
