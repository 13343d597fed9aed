import { checkNow } from '../../src/core/check';
import { FORM_NATURE } from '../../src/core/indicator';
import { FIELD_IDS, libraryEntries } from '../../src/core/library';
import { BLANK_CONTENT, fillForm, formOf, FORMS } from '../../src/core/templates';
import type { Form, FormContent, IndicatorContent } from '../../src/core/templates';
import { draftContent, proposeEntries, proposeGoal } from '../../src/session/forms';
import { sheetOfForm } from '../support/form-sheets';

const YEAR = 2026;

const form = (id: string): Form => {
  const found = formOf(id);
  if (!found) throw new Error(id);
  return found;
};

/** A target table out of the library, as the guided start drafts it: with points and standards. */
function targets(field: (typeof FIELD_IDS)[number]): FormContent {
  const request = {
    form: form('department-target-hunan'),
    year: YEAR,
    department: '临江县教育局',
    project: '公共服务提升项目',
    duties: '贯彻执行有关法律法规和政策，组织实施本县有关工作。',
    goal: '',
    budget: [],
    entries: proposeEntries(libraryEntries(), [field, 'common']),
  };
  const draft = draftContent(request);
  return { ...draft, goal: proposeGoal(draft), project: request.project, implementer: '临江县第一中学' };
}

/** What a person would write of a row that went as planned, some of it a little better. */
function achieved(row: IndicatorContent, index: number): IndicatorContent {
  const better = index % 3 === 0 && row.operator === '≥' && row.unit !== '%' ? 1.05 : 1;
  const actual =
    typeof row.target === 'number'
      ? Math.ceil(row.target * better * 10) / 10
      : String(row.target ?? '').replace(/前$/u, '');
  return { ...row, actual, score: row.weight };
}

const RESULTS: Readonly<Record<string, (content: FormContent) => FormContent>> = {
  'self-evaluation': (content) => ({
    ...content,
    goalActual: '全年任务如期完成，各项指标均已达到，群众反映良好。',
    execution: [
      {
        label: '年度资金总额',
        initial: 100,
        budget: 100,
        spent: 100,
        forecast: null,
        weight: 10,
        rate: 100,
        score: 10,
      },
    ],
    indicators: content.indicators.map(achieved),
    total: 100,
  }),
  monitoring: (content) => ({
    ...content,
    execution: [
      {
        label: '年度资金总额',
        initial: 100,
        budget: null,
        spent: 66,
        forecast: 100,
        weight: null,
        rate: 66,
        score: null,
      },
    ],
    indicators: content.indicators.map((row) => ({
      ...row,
      extras: { progress: '按计划推进', forecast: '全年能够完成', likelihood: '确定能' },
    })),
  }),
};

const serious = (of: Form, content: FormContent): string[] => {
  const { sheet } = sheetOfForm(of, content);
  const { findings, failures } = checkNow({ sheets: [sheet] });
  expect(failures).toEqual([]);
  return findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ code, data }) => `${code} ${JSON.stringify(data)}`);
};

/** Forms that take rows over from a target table. */
const TAKING = FORMS.filter(({ columns }) => columns.length > 0).map((one) => [one.id, one] as const);

describe.each(TAKING)('%s, filled from the library', (id, one) => {
  const { kind } = FORM_NATURE[id];

  test.each(FIELD_IDS)('%s: nothing at warning level or above', (field) => {
    const filled = fillForm(one, targets(field), { from: 'target' }).content;
    const complete = RESULTS[kind] ?? ((content: FormContent) => content);
    expect(serious(one, complete(filled))).toEqual([]);
  });

  test('before the results are in, these alone are asked for', () => {
    const filled = fillForm(one, targets('education'), { from: 'target' }).content;
    const codes = serious(one, filled).map((said) => said.slice(0, 5));
    const asked: Readonly<Record<string, string[]>> = { 'self-evaluation': ['PT604'], monitoring: ['PT701'] };
    expect(codes).toEqual(asked[kind] ?? []);
  });
});

test('the review form takes the names, and nothing is to be said of it', () => {
  const filled = fillForm(form('target-review'), targets('education'), { from: 'target' }).content;
  expect([filled.department, filled.project]).toEqual(['临江县教育局', '公共服务提升项目']);
  expect(serious(form('target-review'), filled)).toEqual([]);
  expect(serious(form('target-review'), BLANK_CONTENT)).toEqual([]);
});
