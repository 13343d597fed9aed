import {
  ACTUAL_HINT,
  DEPARTMENT_TITLE,
  DEVIATION_HINT,
  entry,
  field,
  fundsBlock,
  goalsBlock,
  label,
  LEVEL1,
  LEVEL2,
  nameColumn,
  signRow,
  splitTarget,
  TARGET_HINT,
  titleRows,
  WEIGHT_HINT,
} from './parts';
import type { Form, FormBlock, GridColumn } from './model';

/** Who is evaluated: names above the funds grid, and the kinds of funds. */
type Subject = Pick<Form, 'id' | 'version' | 'title' | 'subject'> & {
  readonly heading: string;
  readonly funds: readonly string[];
};

function names(subject: Form['subject'], middle: number, last: number): FormBlock {
  if (subject === 'department') return { rows: [field('部门（单位）\n名称', [0, 0], 'department', [1, last])] };
  return {
    rows: [
      field('项目名称', [0, 0], 'project', [1, last]),
      {
        cells: [
          label([0, 0], '主管部门'),
          entry([1, middle - 1], 'department'),
          label([middle, middle], '实施单位'),
          entry([middle + 1, last], 'implementer'),
        ],
      },
    ],
  };
}

function foot(middle: number, last: number): readonly FormBlock[] {
  return [
    signRow([
      [[0, 2], '填报人'],
      [[3, middle], '单位负责人'],
      [[middle + 1, last], '填报日期'],
    ]),
  ];
}

const TOTAL: Form['total'] = { label: '总分', fields: ['weight', 'score'], withExecution: true };

/** 绩效自评表 as 10号 has it: sign, value and unit in one cell. */
export function selfEvaluation({ heading, funds, ...subject }: Subject): Form {
  const last = 8;
  return {
    ...subject,
    kind: 'self-evaluation',
    levels: '2021',
    source: { document: '财预〔2020〕10号', clause: '附件' },
    orientation: 'landscape',
    head: [
      titleRows(heading, last),
      names(subject.subject, 4, last),
      fundsBlock(
        [0, 0],
        [1, 2],
        [
          { span: [3, 3], header: '年初预算数', amount: 'initial' },
          { span: [4, 4], header: '全年预算数', amount: 'budget' },
          { span: [5, 5], header: '全年执行数', amount: 'spent' },
          { span: [6, 6], header: '分值', amount: 'weight' },
          { span: [7, 7], header: '执行率', amount: 'rate' },
          { span: [8, 8], header: '得分', amount: 'score' },
        ],
        funds,
        subject.subject === 'department' ? DEPARTMENT_TITLE : undefined,
      ),
      goalsBlock(4, last),
    ],
    side: { text: '绩效指标', width: 13 },
    columns: [
      LEVEL1,
      LEVEL2,
      nameColumn(23),
      { field: 'target', header: '年度指标值', width: 15, hint: TARGET_HINT },
      { field: 'actual', header: '实际完成值', width: 15, hint: ACTUAL_HINT },
      { field: 'weight', header: '分值', width: 8, hint: WEIGHT_HINT },
      { field: 'score', header: '得分', width: 10 },
      { field: 'deviation', header: '偏差原因分析及改进措施', width: 26, hint: DEVIATION_HINT },
    ],
    blankRows: 1,
    total: TOTAL,
    foot: foot(5, last),
  };
}

/** The other usual form of it: 指标性质 | 指标值 | 度量单位 in three columns. */
export function typedSelfEvaluation({ heading, funds, ...subject }: Subject): Form {
  const last = 10;
  const columns: readonly GridColumn[] = [
    LEVEL1,
    LEVEL2,
    nameColumn(22),
    ...splitTarget('指标性质', '度量单位'),
    { field: 'actual', header: '完成值', width: 12, hint: ACTUAL_HINT },
    { field: 'weight', header: '权重', width: 8, hint: WEIGHT_HINT },
    { field: 'score', header: '得分', width: 10 },
    { field: 'deviation', header: '未完成原因分析', width: 22, hint: DEVIATION_HINT },
  ];
  return {
    ...subject,
    kind: 'self-evaluation',
    levels: '2021',
    source: { document: '财预〔2020〕10号', clause: '附件（各地分列指标值的式样）' },
    orientation: 'landscape',
    head: [
      titleRows(heading, last),
      names(subject.subject, 6, last),
      fundsBlock(
        [0, 0],
        [1, 2],
        [
          { span: [3, 3], header: '年初预算数', amount: 'initial' },
          { span: [4, 5], header: '全年预算数', amount: 'budget' },
          { span: [6, 7], header: '全年执行数', amount: 'spent' },
          { span: [8, 8], header: '分值', amount: 'weight' },
          { span: [9, 9], header: '执行率', amount: 'rate' },
          { span: [10, 10], header: '得分', amount: 'score' },
        ],
        funds,
        subject.subject === 'department' ? DEPARTMENT_TITLE : undefined,
      ),
      goalsBlock(5, last),
    ],
    side: { text: '绩效指标', width: 13 },
    columns,
    blankRows: 1,
    total: TOTAL,
    foot: foot(7, last),
  };
}

/** 年度资金总额 and its parts. */
export const PROJECT_FUNDS = ['年度资金总额', '其中：当年财政拨款', '上年结转资金', '其他资金'];
export const DEPARTMENT_FUNDS = ['年度资金总额', '其中：基本支出', '项目支出'];
