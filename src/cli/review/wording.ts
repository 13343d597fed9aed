import type { Locale } from '../../i18n';

const zh = {
  usage: {
    outMissing: '请用 --out 给出要写的文件或文件夹。',
    outFormat: '--out 的扩展名应是 .{known}。',
    oneOf: '{name} 只能是：{known}。',
    round: '--round 应是 1 到 999 的整数，不能是“{value}”。',
    day: '{name} 应是 YYYY-MM-DD 的日期，不能是“{value}”。',
    noPath: '请给出文件或文件夹。',
    twoPaths: '请给出两个文件：先旧后新。',
    formOnly: '--review-form 只能与 xlsx 格式同用。',
    samePath: '--out 不能是输入的文件。',
  },
  written: '已写入 {path}',
  noTable: '文件里没有可以审核的绩效表。',
  noTargets: '没有绩效目标表，没有写审核表。',
  approvedFile: '{file} 的工作表“{sheet}”',
  paperName: '{name}审核意见{round}',
  paperRound: '（第{round}轮）',
  unnamed: '未写明部门',
  sentBack: '{department}：{tables} 张表，必改 {error}，建议修改 {warning}，提示 {info} → {path}',
  sentBackSum: '共 {papers} 份审核意见；读不出 {unreadable} 个文件',
  ledger: '已写入 {path}：{rows} 张表，{unreadable} 个文件读不出',
  publish: {
    refused: '没有生成公开版：上面的事项请先处理；确认可以公开的，加 --accept 再运行。',
    done: '已生成公开版 {path}，去掉了：{removed}。',
    nothing: '无',
    warning: '注意',
    removed: {
      sheets: '工作表（{names}）',
      notes: '批注和评论 {count} 条',
      marks: '标记 {count} 处',
      formulas: '公式 {count} 个（只留数值）',
      properties: '作者等文件属性',
      parts: '其他内部数据 {count} 项',
    },
    kinds: {
      personal: '{place} 有{what}：{text}',
      signoff: '{place} {message}',
      changed: '{place} 与批复的表不一致：{field}原为“{was}”，现为“{is}”',
      added: '{place} 批复的表里没有这个指标：{name}',
      dropped: '批复的表里的指标这里没有：{name}',
      hidden: '{place} 有隐藏的行或列，公开后别人可以取消隐藏',
      valueless: '{place} 的公式还没有算出数值，公开版里会是空的或是错误值；请用表格软件打开并保存后再生成',
      embedded: '文件里有宏、嵌入的对象、数据连接或数据透视表的缓存（{what}），可能带有不公开的内容',
      approved: '没有在批复的文件里找到对应的表，没有核对',
    },
    what: { identity: '身份证号', mobile: '手机号', landline: '固定电话', account: '银行账号' },
  },
};

export type ReviewWording = typeof zh;

const en: ReviewWording = {
  usage: {
    outMissing: 'Say with --out which file or folder to write.',
    outFormat: '--out should end in .{known}.',
    oneOf: '{name} can only be: {known}.',
    round: '--round should be a whole number from 1 to 999, not “{value}”.',
    day: '{name} should be a date YYYY-MM-DD, not “{value}”.',
    noPath: 'Give files or folders.',
    twoPaths: 'Give two files, the earlier one first.',
    formOnly: '--review-form goes with the xlsx format only.',
    samePath: '--out cannot be the input file.',
  },
  written: 'Written to {path}',
  noTable: 'There is no performance table to review in the file.',
  noTargets: 'There is no target table, so that no review form was written.',
  approvedFile: '{file}, sheet “{sheet}”',
  paperName: '{name} review{round}',
  paperRound: ' (round {round})',
  unnamed: 'department not named',
  sentBack: '{department}: {tables} tables, {error} errors, {warning} warnings, {info} infos → {path}',
  sentBackSum: '{papers} papers; {unreadable} files could not be read',
  ledger: 'Written to {path}: {rows} tables, {unreadable} files could not be read',
  publish: {
    refused: 'Not published: see to the points above first, or run again with --accept where they may be made public.',
    done: 'The public copy is {path}. Taken out: {removed}.',
    nothing: 'nothing',
    warning: 'Note',
    removed: {
      sheets: 'sheets ({names})',
      notes: '{count} notes and comments',
      marks: '{count} marks',
      formulas: '{count} formulas (values kept)',
      properties: 'author and other file properties',
      parts: '{count} other inner parts',
    },
    kinds: {
      personal: '{place} holds {what}: {text}',
      signoff: '{place} {message}',
      changed: '{place} differs from the approved table: {field} was “{was}”, is “{is}”',
      added: '{place} is not in the approved table: {name}',
      dropped: 'Missing here, though in the approved table: {name}',
      hidden: '{place} has hidden rows or columns, which anybody can show again',
      valueless:
        'The formula at {place} has no value yet, and would be blank or an error in the public copy: open and save the file in a spreadsheet first',
      embedded:
        'The file holds macros, embedded objects, data connections or pivot caches ({what}), which may tell more than the sheets',
      approved: 'No table in the approved file answers this one; it was not compared',
    },
    what: {
      identity: 'an identity card number',
      mobile: 'a mobile number',
      landline: 'a telephone number',
      account: 'a bank account',
    },
  },
};

/** What the commands of the review say. */
export function reviewWording(locale: Locale): ReviewWording {
  return locale === 'zh-CN' ? zh : en;
}
