import { makeCell, makeSheet } from '../../src/core/sheet';
import { FUNCTIONS } from '../../src/functions';
import { toNative } from '../../src/functions/conversion';
import { registerWpsFunctions } from '../../src/functions/wps';
import { createWpsHost } from '../../src/hosts/wps';
import { createSession, type FormulaCommand } from '../../src/session';
import { startWps } from '../support/wps';
import type { WpsOptions } from '../support/wps';

const PROPORTION = '达到计划值得满分2分，否则按实际值/计划值*指标分值';
const NOT_AVAILABLE = -2146828288 + 2042;

function start(options: WpsOptions = {}) {
  const wps = startWps([], options);
  return { ...wps, result: registerWpsFunctions(wps.root) };
}

describe.each(['both', 'wps', 'mac'] as const)('registered at the root that has them: %s', (roots) => {
  test('all of them, under the namespace', () => {
    const { result, functions } = start({ roots });
    expect(result).toEqual({ registered: true });
    expect([...functions.keys()].sort()).toEqual(FUNCTIONS.map(({ name }) => `PERF.${name}`).sort());
  });
});

test('each says what it does, and takes cells as rows', () => {
  const { functions } = start();
  for (const { name, parameters } of FUNCTIONS) {
    const metadata = functions.get(`PERF.${name}`)?.metadata as { description: string; parameters: { type: string }[] };
    expect(metadata.description).toMatch(/\p{Script=Han}/u);
    expect(metadata.parameters.map(({ type }) => type)).toEqual(
      parameters.map(({ optional }) => (optional ? 'any[][]?' : 'any[][]')),
    );
  }
});

describe('called from cells', () => {
  const { call } = start();

  test.each<[string, unknown[], unknown]>([
    ['SCORE', [8, 10, PROPORTION, undefined, '≥', '次'], 1.6],
    ['SCORE', [8, 10, PROPORTION], 1.6],
    ['SCORE', [[[8], [10]], 10, PROPORTION], [[1.6], [2]]],
    ['EXPLAIN', [8, 10, PROPORTION, undefined, '≥', '次'], expect.stringContaining('1.6')],
    ['FORMULA', [undefined, 10, PROPORTION, undefined, '≥', '次'], expect.stringMatching(/^=IF\(/u)],
    ['CHECK', ['》', 95, '%'], expect.stringMatching(/^PT\d{3} /u)],
    ['PARSE', ['≥95%'], '≥95%'],
    ['PARSE', [[['≥95%'], ['不超过14万元']]], [['≥95%'], ['≤14万元']]],
    ['RATE', [8, 10, '≥', '次'], 0.8],
    ['EXECUTION', [100, 95], 9.5],
    ['TOTAL', [[[60], [31.5]]], 91.5],
    ['GRADE', [91.5], '优'],
  ])('%s%j', (name, args, expected) => expect(call(`PERF.${name}`, ...args)).toEqual(expected));

  test.each<[string, unknown[], RegExp]>([
    ['a blank', [null, 10, PROPORTION], /^#N\/A 实际完成值未填写/u],
    ['what cannot be read', [8, 10, '根据情况酌情扣分'], /^#N\/A .*需人工评分/u],
    ['a truth value', [true, 10, PROPORTION], /^#VALUE! /u],
    ['an error, as the number that it comes as', [NOT_AVAILABLE, 10, PROPORTION], /^#N\/A/u],
    ['an error of another function', ['#N/A 实际完成值未填写', 10, PROPORTION], /^#N\/A/u],
  ])('%s gives a text that begins with the error', (_, args, text) => {
    expect(call('PERF.SCORE', ...args)).toEqual(expect.stringMatching(text));
  });

  test('an error stays in its own element', () => {
    const scores = call('PERF.SCORE', [[8], [null], [10]], 10, PROPORTION);
    expect(scores).toEqual([[1.6], [expect.stringMatching(/^#N\/A /u)], [2]]);
    expect(call('PERF.TOTAL', scores)).toEqual(expect.stringMatching(/^#N\/A/u));
  });
});

describe('a workbook from Excel, whose functions WPS does not know', () => {
  test.each(['_xldudf_PERF_SCORE', '_xlfn._xldudf_PERF_SCORE', 'PERF.SCORE'])(
    '%s is turned into a plain formula, and back',
    async (name) => {
      const formula = `=${name}(C2,B2,D2)`;
      const score = makeCell({ error: '#NAME?' }, { formula });
      const { root, book } = startWps([
        makeSheet('自评', [
          ['三级指标', '指标值', '实际完成值', '评分标准', '得分'].map((text) => makeCell(text)),
          [makeCell('培训次数'), makeCell(10), makeCell(8), makeCell(PROPORTION), score],
        ]),
      ]);
      const session = createSession(createWpsHost(root), { now: () => new Date(2026, 2, 5), user: '张会计' });
      const run = (command: FormulaCommand) =>
        session.convertFormulas<string, string>({
          command,
          scope: null,
          label: command,
          translate: (text, sheet) => {
            const result = toNative(text, sheet);
            return result.ok ? result : { ok: false, refusal: result.reason };
          },
        });
      const held = () => book.sheets[0]?.at({ row: 1, column: 4 })?.formula;
      expect(await run('native')).toMatchObject({ changed: [{ cell: { row: 1, column: 4 } }], left: [] });
      expect(held()).toMatch(/^=IF\(/u);
      expect(held()).not.toMatch(/PERF|LET\(|LAMBDA\(/u);
      await run('back');
      expect(held()).toBe(formula);
    },
  );
});

describe('where there are none', () => {
  test('the caller learns it', () => {
    expect(start({ customFunctions: false }).result).toEqual({ registered: false, reason: 'missing', detail: '' });
    expect(registerWpsFunctions({})).toMatchObject({ registered: false, reason: 'missing' });
  });

  test('and where this one will not take them', () => {
    const wps = startWps();
    wps.bridge.fail(3, { forGood: true });
    expect(registerWpsFunctions(wps.root)).toMatchObject({ registered: false, reason: 'refused' });
  });
});
