import fc from 'fast-check';
import {
  combineProfiles,
  NO_PROFILE,
  parseProfile,
  readProfileText,
  writeProfile,
  type Profile,
} from '../../../src/core/check/profile';
import { COMPARISONS, LIMITS, SUBJECTS, type OwnCheck } from '../../../src/core/check/own';
import { LOCALES } from '../../../src/i18n';
import { en } from '../../../src/i18n/profile.en-US';
import { zh } from '../../../src/i18n/profile.zh-CN';
import { renderProfileProblem } from '../../../src/i18n/profile';
import { runs } from '../../support/runs';

const CHECK = { code: 'OWN-1', must: [{ field: 'weight', atLeast: 2 }], message: '少' };

/** Its complaints in Chinese; nothing for a good one. */
function complaints(json: unknown): string[] {
  const reading = readProfileText(JSON.stringify(json));
  return reading.ok ? [] : reading.problems.map((problem) => renderProfileProblem(problem, 'zh-CN'));
}

const must = (...conditions: unknown[]): unknown => ({ checks: [{ ...CHECK, must: conditions }] });

describe('a profile file', () => {
  test('is read as it is written', () => {
    const profile: Profile = {
      name: '某市财政局2026年审核口径',
      settings: {
        audience: 'reviewer',
        central: false,
        sumTolerance: 0.1,
        overAchievement: 1.2,
        underspending: 0.6,
        executionByMonth: [
          [6, 50],
          [9, 75],
        ],
        tree: '2021',
        weightSchemes: [{ output: 40, benefit: 40, satisfaction: 10 }],
        localSources: [
          { instead: '财预〔2021〕101号', rules: ['PT402', 'level-required'], document: '湘财绩〔2023〕7号' },
        ],
      },
      overrides: { PT201: 'error', 'text-number': 'off', 'OWN-1': 'info' },
      checks: [{ code: 'OWN-1', must: [{ field: 'weight', atLeast: 2 }], message: '少' }],
    };
    const text = writeProfile(profile);
    expect(readProfileText(text)).toEqual({ ok: true, profile });
    expect(readProfileText(`\uFEFF${text}`)).toEqual({ ok: true, profile });
    expect(writeProfile(profile)).toBe(text);
    expect(readProfileText(writeProfile(NO_PROFILE))).toEqual({ ok: true, profile: NO_PROFILE });
  });

  test.each<[string, unknown, RegExp]>([
    ['no object', [], /^不是审核口径/],
    ['null', null, /^不是审核口径/],
    ['a key that is not known', { setings: {} }, /^不认识“setings”/],
    ['a newer version', { version: 2 }, /较新的版本（2）/],
    ['a version that never was', { version: 0 }, /^version：只能是 1/],
    ['a rule that is not known', { rules: { PT999: 'off' } }, /^rules\.PT999：没有 PT999 这条规则/],
    ['a severity that is not known', { rules: { PT401: 'fatal' } }, /^rules\.PT401：只能是 off, info, warning, error/],
    ['a threshold that is a word', { settings: { overAchievement: '120%' } }, /^settings\.overAchievement：应是数字/],
    ['a threshold below 1', { settings: { overAchievement: 0.2 } }, /^settings\.overAchievement：过小.*1$/],
    [
      'months that do not ascend',
      {
        settings: {
          executionByMonth: [
            [6, 40],
            [4, 25],
          ],
        },
      },
      /^settings\.executionByMonth\[1\]：月份/,
    ],
    [
      'a month of three numbers',
      { settings: { executionByMonth: [[6, 40, 1]] } },
      /^settings\.executionByMonth\[0\]：/,
    ],
    [
      'points that come to neither 90 nor 100',
      { settings: { weightSchemes: [{ output: 50, benefit: 40 }, { output: 10 }] } },
      /^settings\.weightSchemes\[1\]：各级分值合计应为90或100，这里是10/,
    ],
    ['a tree that is not known', { settings: { tree: '2030' } }, /^settings\.tree：/],
    [
      'a document for a rule that is not known',
      { settings: { localSources: [{ document: '甲', rules: ['PT1'] }] } },
      /rules\[0\]：没有 PT1/,
    ],
    ['checks that are no list', { checks: {} }, /^checks：应是方括号/],
    [
      'a check without a message',
      { checks: [{ code: 'OWN-1', must: CHECK.must }] },
      /^第1条自定规则 checks\[0\]\.message：缺少/,
    ],
    [
      'a check without conditions',
      { checks: [{ ...CHECK, must: [] }] },
      /^第1条自定规则 checks\[0\]\.must：过小或为空，最少 1/,
    ],
    ['a code of ours', { checks: [{ ...CHECK, code: 'PT201' }] }, /checks\[0\]\.code：编码应以 OWN- 开头/],
    ['a code that would break keys', { checks: [{ ...CHECK, code: 'OWN-a|b' }] }, /编码应以 OWN- 开头/],
    ['a code twice', { checks: [CHECK, CHECK] }, /^第2条自定规则 checks\[1\]\.code：编码 OWN-1 出现了不止一次/],
    [
      'a placeholder that is not known',
      { checks: [{ ...CHECK, message: '{naem}有误' }] },
      /message：不认识占位符 \{naem\}/,
    ],
    ['a condition about nothing', must({ atLeast: 2 }), /must\[0\]：没有写明对什么/],
    ['a condition about two things', must({ field: 'name', length: 'name', is: '*' }), /这里有 field, length/],
    ['a condition without comparison', must({ field: 'name' }), /must\[0\]：没有写明怎样比较/],
    ['a field that is not known', must({ field: '权重', is: '1' }), /must\[0\]\.field：只能是 level1, /],
    ['a regular expression', must({ field: 'name', matches: '.*' }), /must\[0\]：不认识“matches”/],
    ['a limit that is a word', must({ field: 'weight', atLeast: '二' }), /must\[0\]\.atLeast：应是文字、数字/],
    [
      'a limit of a field that is not known',
      must({ field: 'weight', atLeast: { field: 'x' } }),
      /must\[0\]\.atLeast\.field：只能是/,
    ],
    ['a list of numbers', must({ field: 'name', is: [1] }), /must\[0\]\.is\[0\]：应是文字/],
    ['any with a comparison beside it', must({ any: [{ field: 'name', is: 'a' }], is: 'b' }), /any 里的各项/],
    ['any within any', must({ any: [{ any: [{ field: 'name', is: 'a' }] }] }), /must\[0\]\.any\[0\]：不认识“any”/],
    ['of without count', must({ field: 'name', is: 'a', of: [] }), /of 须与/],
    ['a row’s field in a check of tables', { checks: [{ ...CHECK, about: 'table' }] }, /checks\[0\]\.must：按表检查/],
    [
      'a pattern that is too long',
      must({ field: 'name', is: '字'.repeat(101) }),
      /must\[0\]\.is：过大或过长，最多 100/,
    ],
    [
      'too many conditions',
      must(...Array.from({ length: 21 }, () => ({ field: 'name', is: 'a' }))),
      /must：过大或过长，最多 20/,
    ],
    [
      'too many checks',
      { checks: Array.from({ length: 201 }, (_, i) => ({ ...CHECK, code: `OWN-${i}` })) },
      /checks：过大或过长，最多 200/,
    ],
  ])('%s is told with its place', (_, json, sentence) => {
    expect(complaints(json)).toEqual([expect.stringMatching(sentence)]);
  });

  test.each([
    ['no JSON', '{', /^不是有效的 JSON/],
    ['too much', `{"name":"${'x'.repeat(300_001)}"}`, /^超过 300000 字/],
  ])('%s', (_, text, sentence) => {
    const reading = readProfileText(text);
    expect(reading.ok ? '' : reading.problems.map((problem) => renderProfileProblem(problem, 'zh-CN')).join()).toMatch(
      sentence,
    );
  });

  test('every complaint has its words in each language, with the same placeholders', () => {
    const holes = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name ?? '').sort();
    const { kinds: zhKinds, ...zhTexts } = zh;
    const { kinds: enKinds, ...enTexts } = en;
    expect(Object.keys(enTexts).sort()).toEqual(Object.keys(zhTexts).sort());
    expect(Object.keys(enKinds)).toEqual(Object.keys(zhKinds));
    for (const [code, text] of Object.entries(zhTexts)) {
      expect([code, holes((enTexts as Record<string, string>)[code] ?? '')]).toEqual([code, holes(text)]);
    }
  });

  test('an object that cannot be compared is told of as well', () => {
    const reading = readProfileText('{"name":{"length":{"toString":1,"valueOf":1}}}');
    expect(reading).toMatchObject({ ok: false, problems: [{ code: 'not-a-profile' }] });
  });

  test('whatever JSON comes is taken or told of, in whole sentences', () => {
    const keys = fc.constantFrom(
      'name',
      'settings',
      'rules',
      'checks',
      'code',
      'must',
      'message',
      ...COMPARISONS,
      ...SUBJECTS,
    );
    const { json } = fc.letrec((tie) => ({
      json: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, true, 1, 'weight', 'OWN-1', '*'),
        fc.array(tie('json'), { maxLength: 3 }),
        fc.dictionary(keys, tie('json'), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(json, (value) => {
        const reading = parseProfile(value);
        if (reading.ok) return;
        expect(reading.problems.length).toBeGreaterThan(0);
        for (const problem of reading.problems) {
          for (const locale of LOCALES) {
            expect(renderProfileProblem(problem, locale)).not.toMatch(
              /\{(?:words|expected|most|least|check|path|choices)\}|undefined/u,
            );
          }
        }
      }),
      runs(500, 20261125),
    );
  });
});

test('write and read are one', () => {
  const field = fc.constantFrom('name' as const, 'level2' as const, 'remark' as const);
  const words = fc.string({ unit: 'grapheme', maxLength: 12 });
  const condition = fc.oneof(
    fc.record({ field, is: fc.oneof(words, fc.array(words, { minLength: 1, maxLength: 3 })) }),
    fc.record({ field: fc.constant('weight' as const), atLeast: fc.integer({ min: -9, max: 99 }) }),
    fc.record({ field: fc.constant('actual' as const), atMost: fc.constant({ field: 'target' as const, times: 1.3 }) }),
    fc.record({ any: fc.array(fc.record({ field, blank: fc.boolean() }), { minLength: 1, maxLength: 2 }) }),
  );
  const checks = fc.uniqueArray(
    fc.record({
      code: fc.integer({ min: 1, max: 999 }).map((n) => `OWN-${n}`),
      must: fc.array(condition, { minLength: 1, maxLength: 4 }),
      message: words.map((text) => text.replaceAll(/[{}]/gu, '').trim() || '错'),
      severity: fc.constantFrom('error' as const, 'info' as const),
    }),
    { selector: ({ code }) => code, maxLength: 5 },
  );
  fc.assert(
    fc.property(words, checks, fc.constantFrom(1.2, 1.3, undefined), (name, own, over) => {
      const profile: Profile = {
        name: name.trim(),
        settings: over === undefined ? {} : { overAchievement: over },
        overrides: own.length > 0 ? { 'OWN-1': 'off', PT201: 'info' } : {},
        checks: own
          .map((one, i) => (i === 0 ? { ...one, code: 'OWN-1' } : one))
          .filter(({ code }, i) => i === 0 || code !== 'OWN-1') as OwnCheck[],
      };
      expect(readProfileText(writeProfile(profile))).toEqual({ ok: true, profile });
    }),
    runs(200, 20261126),
  );
});

test('later profiles go before earlier ones, item by item', () => {
  const one = (more: Partial<Profile>): Profile => ({ ...NO_PROFILE, ...more });
  const check = (code: string, message: string): OwnCheck => ({
    code,
    message,
    must: [{ field: 'weight', atLeast: 1 }],
  });
  expect(
    combineProfiles(
      one({
        settings: { overAchievement: 1.5, central: true },
        overrides: { PT201: 'off', PT202: 'off' },
        checks: [check('OWN-1', '甲'), check('OWN-2', '乙')],
      }),
      one({
        name: '局',
        settings: { overAchievement: 1.2 },
        overrides: { PT201: 'error' },
        checks: [check('OWN-2', '丙')],
      }),
      NO_PROFILE,
    ),
  ).toEqual({
    name: '局',
    settings: { overAchievement: 1.2, central: true },
    overrides: { PT201: 'error', PT202: 'off' },
    checks: [check('OWN-1', '甲'), check('OWN-2', '丙')],
  });
});

test('the limits are what the documentation says', () => {
  expect(LIMITS).toMatchObject({ checks: 200, conditions: 20, words: 100, pattern: 100, message: 300 });
});
