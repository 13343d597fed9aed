import type { RuleWording } from '../rule';

export const wording: RuleWording = {
  title: 'No indicator table found',
  messages: {
    empty:
      'The sheet “{sheet}” is empty: there is no table to check. Go to the sheet that holds the table, or insert a form.',
    header:
      'No indicator table on the sheet “{sheet}”: no row holds column names such as “三级指标” (or “指标名称”) together with “指标值”. Check the header, or go to the sheet that holds the table.',
    nearest:
      'No indicator table on the sheet “{sheet}”: only {nearest} looks like a column name; “三级指标” (or “指标名称”) or “指标值” is missing from its row. Complete the header.',
    rows: 'The sheet “{sheet}” has a header ({nearest}) but no indicators under it. Fill them in, or see whether something else stands between.',
  },
};
