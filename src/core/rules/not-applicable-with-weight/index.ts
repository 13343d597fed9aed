import { defineRule } from '../rule';
import { nameOf } from '../targets';

const NOT_APPLICABLE = /^(?:本(?:年度?|项目|部门|单位))?(?:不适用|不涉及|不作考核|不考核|不纳入考核|N\/?A)$/iu;

export const rule = defineRule({
  code: 'PT408',
  name: 'not-applicable-with-weight',
  scope: 'row',
  severity: 'error',
  dimension: 'appropriateness',
  fields: ['name', 'target', 'weight', 'standard'],
  *check(indicator) {
    const { name, target, weight } = indicator;
    if (!weight || weight.value <= 0) return;
    const field = [target, name].find((found) => found && NOT_APPLICABLE.test(found.raw.replace(/\s+/gu, '')));
    if (!field) return;
    yield {
      message: 'weighted',
      cell: field.cell,
      field: 'target',
      indicator,
      data: { name: nameOf(indicator), words: field.raw.trim(), weight: weight.value },
    };
  },
});
