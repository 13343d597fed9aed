import { proposeReview } from '../../core/check';
import type { IndicatorTable } from '../../core/indicator';
import type { Finding } from '../../core/rules/finding';
import { formatCell } from '../../core/sheet';
import { BLANK_CONTENT, type FormContent } from '../../core/templates';
import { fill, renderMessage, type Locale } from '../../i18n';
import { partsOf } from './paper';
import { reviewText } from './text';

/** So many grounds of a point are written out; the others are counted, and stand in the opinion. */
const GROUNDS = 2;

/**
 * 绩效目标审核表 for a target table: grades proposed for the eight points with their grounds beside them, what nobody can
 * tell left blank, the whole graded by the form's own formula. The reviewer decides: nothing is signed or dated.
 */
export function reviewFormContent(table: IndicatorTable, findings: readonly Finding[], locale: Locale): FormContent {
  const { form } = reviewText(locale);
  const open = findings.filter(({ causedBy, suppressed }) => causedBy === undefined && suppressed === undefined);
  const count = (severity: Finding['severity']) => open.filter((finding) => finding.severity === severity).length;
  const department = (table.department ?? table.coverDepartment)?.value.trim() ?? null;
  return {
    ...BLANK_CONTENT,
    year: table.year?.value ?? null,
    department,
    project: table.subject === 'project' ? (table.project?.value.trim() ?? null) : null,
    review: proposeReview(findings).map(({ item, grade, grounds }) => {
      const said = grounds
        .slice(0, GROUNDS)
        .map((finding) =>
          fill(form.ground, { cell: formatCell(finding.address), message: problemOf(finding, locale) }, locale),
        );
      const more = grounds.length - said.length;
      const remark =
        said.length > 0
          ? [...said, ...(more > 0 ? [fill(form.more, { count: more }, locale)] : [])].join('\n')
          : grade === null
            ? form.unknown
            : form.none;
      return { item, grade, remark };
    }),
    opinion: fill(form.opinion, { error: count('error'), warning: count('warning'), info: count('info') }, locale),
  };
}

/** What is wrong, in one line: what to do stands in 审核意见. */
function problemOf(finding: Finding, locale: Locale): string {
  return partsOf(renderMessage({ ...finding, advisory: false }, locale))[0]
    .replace(/\s+/gu, ' ')
    .trim();
}
