import type { Locale } from '../../i18n';
import { publishText } from '../../i18n/publish';

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
  paperName: '{name}审核意见{round}',
  paperRound: '（第{round}轮）',
  unnamed: '未写明部门',
  sentBack: '{department}：{tables} 张表，必改 {error}，建议修改 {warning}，提示 {info} → {path}',
  sentBackSum: '共 {papers} 份审核意见；读不出 {unreadable} 个文件',
  ledger: '已写入 {path}：{rows} 张表，{unreadable} 个文件读不出',
  publish: publishText('zh-CN'),
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
  paperName: '{name} review{round}',
  paperRound: ' (round {round})',
  unnamed: 'department not named',
  sentBack: '{department}: {tables} tables, {error} errors, {warning} warnings, {info} infos → {path}',
  sentBackSum: '{papers} papers; {unreadable} files could not be read',
  ledger: 'Written to {path}: {rows} tables, {unreadable} files could not be read',
  publish: publishText('en-US'),
};

/** What the commands of the review say. */
export function reviewWording(locale: Locale): ReviewWording {
  return locale === 'zh-CN' ? zh : en;
}
