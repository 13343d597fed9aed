import { rewrite } from '../edits';
import { defineRule } from '../rule';
import { nameOf } from '../targets';

const WORDS = /(?:本|该)(?:专项)?项目/u;

export const rule = defineRule({
  code: 'PT507',
  name: 'scope-word',
  scope: 'row',
  severity: 'info',
  dimension: 'relevance',
  fields: ['title', 'name', 'explanation', 'standard'],
  *check(indicator, table, { sheet }) {
    if (table.subject !== 'department') return;
    for (const field of ['name', 'explanation', 'standard'] as const) {
      const found = indicator[field];
      const match = found ? WORDS.exec(found.raw) : null;
      if (!found || !match) continue;
      const edit = rewrite(sheet, found.cell, (text) => text.replace(match[0], '本部门'));
      yield {
        message: 'project',
        cell: found.cell,
        field,
        indicator,
        data: { words: match[0], name: nameOf(indicator) },
        fixes: edit ? [{ title: 'replace', data: { words: match[0] }, grade: 'choice', edits: [edit] }] : [],
      };
    }
  },
});
