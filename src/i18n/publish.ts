import type { Locale } from './fill';

const zh = {
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
};

export type PublishText = typeof zh;

const en: PublishText = {
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
};

/** What is said of a copy to be made public. */
export function publishText(locale: Locale): PublishText {
  return locale === 'zh-CN' ? zh : en;
}
