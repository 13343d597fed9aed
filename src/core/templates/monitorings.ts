import {
  DEPARTMENT_TITLE,
  entry,
  field,
  fundsBlock,
  label,
  LEVEL1,
  LEVEL2,
  nameColumn,
  signRow,
  TARGET_HINT,
  titleRows,
} from './parts';
import type { ExtraField, Form, FormBlock, GridColumn } from './model';

const LAST = 16;
const CAUSES = '偏差原因分析';
const LIKELIHOOD = '完成目标可能性';

function cause(name: ExtraField, header: string): GridColumn {
  return { field: name, header, over: CAUSES, width: 7, list: 'cause', hint: '有偏差的，在相应的原因下选 √。' };
}

function likely(tick: string, header = tick): GridColumn {
  return {
    field: 'likelihood',
    header,
    over: LIKELIHOOD,
    width: 7,
    tick,
    list: 'likelihood',
    hint: '三项里选一项打 √；选“有可能”或“完全不可能”的，写明原因。',
  };
}

const COLUMNS: readonly GridColumn[] = [
  { ...LEVEL1, width: 11 },
  { ...LEVEL2, width: 13 },
  nameColumn(18),
  { field: 'target', header: '年度指标值', width: 12, hint: TARGET_HINT },
  { field: 'progress', header: '1-7月\n执行情况', width: 12, hint: '填到7月底的完成数或情况。' },
  { field: 'forecast', header: '全年预计\n完成情况', width: 12, hint: '按目前进度估计全年能完成的数或情况。' },
  cause('cause-funds', '经费\n保障'),
  cause('cause-rules', '制度\n保障'),
  cause('cause-staff', '人员\n保障'),
  cause('cause-equipment', '硬件条\n件保障'),
  cause('cause-other', '其他'),
  { field: 'deviation', header: '原因说明', over: CAUSES, width: 17, hint: '写明偏差的具体原因和下一步措施。' },
  likely('确定能'),
  likely('有可能'),
  likely('完全不可能', '完全\n不可能'),
  { field: 'remark', header: '备注', width: 9 },
];

function names(subject: Form['subject']): FormBlock {
  if (subject === 'department') return { rows: [field('部门（单位）\n名称', [0, 0], 'department', [1, LAST])] };
  return {
    rows: [
      field('项目名称', [0, 0], 'project', [1, LAST]),
      {
        cells: [
          label([0, 0], '主管部门'),
          entry([1, 4], 'department'),
          label([5, 6], '实施单位'),
          entry([7, LAST], 'implementer'),
        ],
      },
    ],
  };
}

/** 绩效运行监控表: what was done by the end of July, what the year will bring, and why it falls short. */
export function monitoring({
  heading,
  funds,
  ...subject
}: Pick<Form, 'id' | 'version' | 'title' | 'subject'> & {
  readonly heading: string;
  readonly funds: readonly string[];
}): Form {
  return {
    ...subject,
    kind: 'monitoring',
    levels: '2021',
    source: { document: '财预〔2019〕136号', clause: '附件' },
    orientation: 'landscape',
    head: [
      titleRows(heading, LAST),
      names(subject.subject),
      fundsBlock(
        [0, 0],
        [1, 3],
        [
          { span: [4, 5], header: '年初预算数', amount: 'initial' },
          { span: [6, 8], header: '1-7月执行数', amount: 'spent' },
          { span: [9, 11], header: '执行率', amount: 'rate' },
          { span: [12, LAST], header: '全年预计执行数', amount: 'forecast' },
        ],
        funds,
        subject.subject === 'department' ? DEPARTMENT_TITLE : undefined,
      ),
      { rows: [field('年度总体目标', [0, 0], 'goal', [1, LAST], { lines: 3, hint: '照批复的绩效目标填写。' })] },
    ],
    side: { text: '绩效指标', width: 10 },
    columns: COLUMNS,
    blankRows: 1,
    total: null,
    foot: [
      signRow([
        [[0, 4], '填报人'],
        [[5, 11], '单位负责人'],
        [[12, LAST], '填报日期'],
      ]),
    ],
  };
}
