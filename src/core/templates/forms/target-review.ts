import { REVIEW_DIMENSIONS } from '../../indicator';
import { entry, field, label, signRow, titleRows } from '../parts';
import type { Form, FormBlock } from '../model';

const LAST = 4;

/** What to ask of each of the eight points, in words of our own. */
const QUESTIONS: Readonly<Record<string, string>> = {
  规范完整性: '表格各栏是否填全，指标层级、计量单位和文字表述是否规范？',
  明确清晰性: '目标是否具体，看得出要做什么、做到什么程度、何时做完？',
  目标相关性: '总体目标是否与部门职责、项目用途和上级部署一致？',
  指标科学性: '指标能否代表目标的主要方面，能否取到数、算得清，定性指标能否评判？',
  绩效合理性: '指标值是否合理可比，既不偏低也不过高，预期效益是否站得住？',
  资金匹配性: '要完成的任务与申请的资金是否相称，成本测算有没有依据？',
  实现可能性: '按现有安排和进度，年度内能否实现？',
  条件充分性: '制度、人员、设施等保障条件是否已经具备？',
};

function dimension({ name, points, items }: (typeof REVIEW_DIMENSIONS)[number]): FormBlock {
  return {
    side: { span: [0, 0], text: `${name}审核\n（${points}分）` },
    rows: items.map((item) => ({
      lines: 2,
      cells: [
        label([1, 1], item),
        { span: [2, 2], look: 'text', text: QUESTIONS[item] ?? '' },
        {
          span: [3, 3],
          look: 'entry',
          slot: { kind: 'review', item, part: 'grade' },
          list: 'review-grade',
          hint: '优、良、中、差选一项。',
        },
        { span: [4, LAST], look: 'text', slot: { kind: 'review', item, part: 'remark' } },
      ],
    })),
  };
}

/** 绩效目标审核表: eight points in four dimensions, each judged 优 良 中 差, and the grade of the whole. */
export const form: Form = {
  id: 'target-review',
  version: 1,
  title: { zh: '绩效目标审核表', en: 'Review of targets' },
  kind: 'review',
  subject: null,
  levels: '2021',
  source: { document: '财预〔2015〕88号', clause: '附件' },
  orientation: 'landscape',
  head: [
    titleRows('绩效目标审核表', LAST),
    {
      rows: [
        field('单位名称', [0, 0], 'department', [1, LAST]),
        field('项目名称', [0, 0], 'project', [1, LAST], { hint: '审核部门整体支出目标的，此处不填。' }),
        {
          cells: [
            label([0, 0], '审核内容'),
            label([1, 1], '审核指标'),
            label([2, 2], '审核要点'),
            label([3, 3], '审核结果'),
            label([4, LAST], '说明'),
          ],
        },
      ],
    },
    ...REVIEW_DIMENSIONS.map(dimension),
    {
      rows: [
        {
          lines: 2,
          cells: [
            label([0, 2], '总体评级'),
            {
              span: [3, LAST],
              look: 'entry',
              slot: { kind: 'review-overall' },
              list: 'grade',
              hint: '八项都评过后自动得出：六个以上优且没有中、差为优；六个以上良及良以上且没有差为良；六个以上中及中以上为中。',
            },
          ],
        },
        { lines: 6, cells: [label([0, 0], '审核意见'), entry([1, LAST], 'opinion')] },
      ],
    },
  ],
  side: null,
  columns: [],
  widths: [16, 16, 58, 12, 38],
  blankRows: 0,
  total: null,
  foot: [
    signRow([
      [[0, 1], '审核人'],
      [[2, 2], '审核部门负责人'],
      [[3, LAST], '审核日期'],
    ]),
  ],
};
