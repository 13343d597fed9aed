import type { TableKind } from '../../core/indicator';
import type { Locale } from '../../i18n';

const zh = {
  title: {
    target: '绩效目标审核意见书',
    'self-evaluation': '绩效自评审核意见书',
    monitoring: '绩效运行监控审核意见书',
    mixed: '绩效管理审核意见书',
  } satisfies Record<TableKind | 'mixed', string>,
  round: '（第{round}轮）',
  to: '{name}：',
  nobody: '__________：',
  intro: '你单位报送的{titles}已经审核。共{count}条指标，必须修改{error}处，建议修改{warning}处，提示{info}处。',
  several: '{count}张绩效表',
  oneTable: '《{title}》',
  untitled: '绩效表',
  request: '请于{deadline}前按下列意见修改后重新报送。认为应当保留原值的，请逐条写明理由。',
  requestNow: '请按下列意见修改后重新报送。认为应当保留原值的，请逐条写明理由。',
  advice: '下列建议和提示请逐条核对，能改的请于{deadline}前改好重新报送。',
  adviceNow: '下列建议和提示请逐条核对，能改的请改好重新报送。',
  clean: '审核中未发现问题。',
  openDate: '____年____月____日',
  tables: '审核的绩效表',
  tablesHead: ['序号', '绩效表', '工作表', '指标数', '必改', '建议修改', '提示'],
  sections: { error: '必须修改的问题', warning: '建议修改的问题', info: '提示' },
  count: '{title}（{count}处）',
  head: ['序号', '位置', '指标', '问题', '修改建议'],
  wholeTable: '全表',
  basis: '依据：{document}{clause}',
  advisory: '参照：{document}{clause}',
  opinions: '审核人意见',
  opinion: '{number}．{place}{text}',
  opinionPlace: '（{place}）',
  answer: '单位答复：{answer}',
  kept: '已说明理由、保留原值的事项',
  unneeded: '不再需要的保留（问题已不存在）',
  unneededItem: '{number}．{place}{sentence}保留的理由：{reason}',
  keptHead: ['序号', '位置', '问题', '保留的理由'],
  curves: '有问题的评分标准：得分曲线',
  note: '说明：“位置”是工作表中的单元格，如 E12 是 E 列第 12 行。',
  ordinals: ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'],
  heading: '{ordinal}、{title}',
  subheading: '（{ordinal}）{title}',
  seal: '审核单位（盖章）：____________',
  sealAfter: '（盖章）',
  date: '____年____月____日',
  sheet: {
    title: '{kind}',
    meta: '{owner}{round}　必须修改{error}处，建议修改{warning}处，提示{info}处。{deadline}',
    deadline: '请于{deadline}前修改后重新报送。',
    head: ['序号', '级别', '位置', '指标', '问题', '修改建议', '依据', '处理情况（已修改，或保留原值的理由）', '键'],
    own: '审核人意见',
    clean: '未发现问题。',
  },
  form: {
    ground: '{cell} {message}',
    none: '未发现问题。',
    unknown: '从表中看不出，请审核人判断。',
    more: '另有{count}处。',
    opinion: '初评依据：必须修改{error}处，建议修改{warning}处，提示{info}处。请审核人逐项核定。',
  },
};

export type ReviewText = typeof zh;

const en: ReviewText = {
  title: {
    target: 'Review of performance targets',
    'self-evaluation': 'Review of the self-evaluation',
    monitoring: 'Review of the monitoring table',
    mixed: 'Review of performance tables',
  },
  round: ' (round {round})',
  to: 'To {name}:',
  nobody: 'To __________:',
  intro:
    'We have reviewed {titles}. Of {count} indicators there are {error} problem(s) to be mended, {warning} suggestion(s) and {info} hint(s).',
  several: 'your {count} performance tables',
  oneTable: '“{title}”',
  untitled: 'your performance table',
  request:
    'Please mend them and hand the tables in again before {deadline}. Where a value is to be kept, give the reason for each.',
  requestNow: 'Please mend them and hand the tables in again. Where a value is to be kept, give the reason for each.',
  advice:
    'Please go through the suggestions and hints, and hand the tables in again before {deadline} where you mend any.',
  adviceNow: 'Please go through the suggestions and hints, and hand the tables in again where you mend any.',
  clean: 'No problem was found.',
  openDate: '____-__-__',
  tables: 'Tables reviewed',
  tablesHead: ['No.', 'Table', 'Sheet', 'Indicators', 'Errors', 'Warnings', 'Hints'],
  sections: { error: 'To be mended', warning: 'Suggestions', info: 'Hints' },
  count: '{title} ({count})',
  head: ['No.', 'Cell', 'Indicator', 'Problem', 'What to do'],
  wholeTable: 'Table',
  basis: 'By {document} {clause}',
  advisory: 'See {document} {clause}',
  opinions: 'The reviewer’s opinions',
  opinion: '{number}. {place}{text}',
  opinionPlace: '({place}) ',
  answer: 'Answer: {answer}',
  kept: 'Values kept, with their reasons',
  unneeded: 'Values no longer to be kept: their problems are gone',
  unneededItem: '{number}. {place}{sentence} Reason that was given: {reason}',
  keptHead: ['No.', 'Cell', 'Problem', 'Reason'],
  curves: 'Score curves of the standards at fault',
  note: 'Cells are given as on the sheet: E12 is column E, row 12.',
  ordinals: ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'],
  heading: '{ordinal}. {title}',
  subheading: '({ordinal}) {title}',
  seal: 'Reviewed by (seal): ____________',
  sealAfter: ' (seal)',
  date: '____-__-__',
  sheet: {
    title: '{kind}',
    meta: '{owner}{round}. {error} problem(s) to be mended, {warning} suggestion(s), {info} hint(s). {deadline}',
    deadline: 'Please mend and hand in again before {deadline}.',
    head: ['No.', 'Level', 'Cell', 'Indicator', 'Problem', 'What to do', 'Source', 'Done, or reason to keep', 'Key'],
    own: 'Reviewer’s opinion',
    clean: 'No problem was found.',
  },
  form: {
    ground: '{cell} {message}',
    none: 'No problem found.',
    unknown: 'The table does not tell; the reviewer judges.',
    more: '{count} more.',
    opinion:
      'Grounds: {error} problem(s), {warning} suggestion(s), {info} hint(s). The reviewer decides on each point.',
  },
};

/** The words of what goes back to departments. */
export function reviewText(locale: Locale): ReviewText {
  return locale === 'zh-CN' ? zh : en;
}

/** 2026年1月15日. */
export function dayText(date: string, locale: Locale): string {
  const [year, month, day] = date.split('-').map(Number);
  return locale === 'zh-CN' ? `${year}年${month}月${day}日` : date;
}

/** 一、 … 十、, and numbers beyond. */
export function ordinal(index: number, { ordinals }: ReviewText): string {
  return ordinals[index] ?? String(index + 1);
}
