import { compile, type StandardInput } from '../../src/core/scoring';
import { uiText } from '../../src/i18n';
import { readingsOf } from '../../src/taskpane/views/score/clauses';

function readings(input: StandardInput): (readonly string[])[] {
  const compiled = compile(input);
  if (!compiled.ok) throw new Error('not compiled');
  const { standard } = compiled;
  return standard.clauses.map((_, index) => readingsOf(standard, index, uiText('zh-CN').score));
}

test.each<[string, StandardInput, readonly (readonly string[])[]]>([
  [
    'a threshold, and a formula that says itself',
    { standard: '满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/90%*10分', target: '≥95%', weight: 10 },
    [['≥95% 得满分'], []],
  ],
  [
    'bands and their boundaries',
    {
      standard: '90%（含）以上得10分；80%（含）-90%得8分；80%以下得0分',
      target: '≥90%',
      weight: 10,
    },
    [['≥90% 得满分'], ['≥80% 且 ＜90% 得8分'], ['＜80% 得0分']],
  ],
  [
    'grades',
    { standard: '效果明显得15分，效果一般得8分，否则不得分。', target: '效果明显', weight: 15 },
    [['“效果明显” 得15分'], ['“效果一般” 得8分'], ['“其他” 得0分']],
  ],
  [
    'steps after a deadline',
    {
      standard: '在2026年12月31日前完成得满分6分，每推迟1个月扣0.5分，扣完为止。',
      target: '2026年12月31日前',
      weight: 6,
    },
    [['≤2026-12-31 得满分'], ['每1个月 扣0.5分'], []],
  ],
  [
    'two deadlines',
    {
      standard: '2026年12月31日前完成得10分，2027年1月底前完成得5分，否则不得分。',
      target: '2026年12月31日前',
      weight: 10,
    },
    [['≤2026-12-31 得10分'], ['≤2027-01-31 得5分'], []],
  ],
  [
    'without a year only the one that is the target’s',
    {
      standard: '12月31日前完成得10分，次年1月31日前完成得5分，否则不得分。',
      target: '2026年12月31日前',
      weight: 10,
    },
    [['≤2026-12-31 得10分'], [], []],
  ],
  [
    'a deadline that stands in the row alone',
    { standard: '按时完成得10分，逾期完成得5分，未完成不得分', target: '2026年12月31日前', weight: 10 },
    [['≤2026-12-31 得10分'], ['＞2026-12-31 得5分'], []],
  ],
])('%s', (_, input, expected) => {
  expect(readings(input)).toEqual(expected);
});
