import { daysIn, findDates, findQuantities } from '../../text';
import { rewrite } from '../edits';
import { cellOf, defineRule } from '../rule';
import type { Report, Source } from '../rule';
import { fixOf, levelOf, nameOf } from '../targets';

const DEADLINE_NAME = /时限|期限|完成时间|完成日期|截止|时间节点|工期/u;
const NO_DATE =
  /年度?内|当年|本年|全年|按[时期]|如期|限期|规定的?(?:时间|期限|时限)|按计划|按进度|按要求|及时|尽快|适时/u;
const DONE = /完成|办结|到位|发放|支付|拨付|验收|交付|报送|上报|开展|实施|竣工|建成|落实/u;

const MEASURABLE: Source = { document: '财预〔2021〕101号', clause: '一（二）3', scope: 'central-project' };

/** A whole value that is nothing but when: 年度内, 按期. */
const ONLY_WHEN = /^(?:本|当)?年度?内?$|^按[时期]$|^如期$/u;

/** The day of an impossible date as written, with what stands before it. */
const DAY = /(\p{Nd}{1,2})(\s*[日号]?)$/u;

export const rule = defineRule({
  code: 'PT211',
  name: 'deadline-vague',
  scope: 'row',
  severity: 'info',
  dimension: 'feasibility',
  fields: ['target', 'explanation', 'name', 'level2', 'year'],
  *check(indicator, table, { sheet }): Iterable<Report> {
    const { target, explanation, reading } = indicator;
    const name = nameOf(indicator);
    for (const field of [target, explanation]) {
      if (!field) continue;
      for (const date of findDates(field.raw, table.year?.value)) {
        if (date.valid) continue;
        const month = Number(/-(\d\d)-\d\d$/u.exec(date.value)?.[1]);
        const last = daysIn(month, date.year ?? table.year?.value ?? null);
        const to = date.text.replace(DAY, `${last}$2`);
        const edit =
          month >= 1 && month <= 12
            ? rewrite(sheet, field.cell, (text) => text.slice(0, date.start) + to + text.slice(date.end))
            : null;
        yield {
          message: 'invalid',
          severity: 'error',
          cell: field.cell,
          field: field === target ? 'target' : 'explanation',
          indicator,
          data: { name, date: date.text },
          fixes: fixOf('lastDay', edit, { to }),
        };
      }
    }

    if (!target || reading.kind !== 'qualitative') return;
    const { value } = reading;
    const asDeadline = DEADLINE_NAME.test(name) || levelOf(indicator) === 'timeliness';
    if (!asDeadline || !NO_DATE.test(value) || !(DONE.test(value) || ONLY_WHEN.test(value) || DEADLINE_NAME.test(name)))
      return;
    // The explanation may say when.
    if (findDates(explanation?.raw ?? '').some(({ deadline }) => deadline)) return;
    if (findQuantities(explanation?.raw ?? '').some(({ unit }) => unit !== null && /[天日时月]$|工作日$/u.test(unit)))
      return;
    // A longer wording says more than when: a date in its place would lose it.
    const to = table.year && value.length <= 10 ? `${String(table.year.value)}年12月31日前` : null;
    yield {
      message: 'vague',
      cell: cellOf(indicator, 'target'),
      field: 'target',
      indicator,
      source: MEASURABLE,
      data: { name, value },
      fixes:
        to === null
          ? []
          : fixOf(
              'deadline',
              rewrite(sheet, target.cell, () => to),
              { to },
            ),
    };
  },
});
