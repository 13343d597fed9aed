import fc from 'fast-check';
import { FUNCTIONS } from '../../src/functions/definitions';
import { isPrompt, ON_DEMAND, PROMPT } from '../../src/functions/definitions/prompt';
import { score } from '../../src/functions/definitions/score';
import { NotFetched } from '../../src/functions/definitions/scorer';
import { runs } from '../support/runs';
import { standards } from '../support/standards';
import { run } from '../../src/functions/run';
import { isFunctionError } from '../../src/functions/value';
import type { Matrix } from '../../src/functions/value';
import { FUNCTIONS_WORDING, reasonText } from '../../src/functions/wording';

function call(name: string, ...args: unknown[]): unknown {
  const definition = FUNCTIONS.find((candidate) => candidate.name === name);
  if (!definition) throw new Error(`no function ${name}`);
  const result = run(definition, args).map((row) =>
    row.map((value) => {
      if (!isFunctionError(value)) return value;
      // Every error explains itself, in both languages, with nothing left unfilled.
      for (const locale of ['zh-CN', 'en-US'] as const)
        expect(reasonText(value, locale)).not.toMatch(/[{}]|^[a-z-]+$/u);
      return value.error;
    }),
  );
  return result.length === 1 && result[0]?.length === 1 ? result[0][0] : result;
}

type Row = [args: unknown[], expected: unknown];

const blank = null;

describe('PERF.RATE', () => {
  test.each<Row>([
    [[8, 10, '≥', '次'], 0.8],
    [['8', '１０', '≥', '次'], 0.8],
    [[12, 10, '≥', '次'], 1.2],
    [[94, 95, '≥', '%'], Number((94 / 95).toPrecision(15))],
    [[0.94, 95, '≥', '%'], Number((94 / 95).toPrecision(15))],
    [['94%', 95, '≥', '%'], Number((94 / 95).toPrecision(15))],
    [[0, 95, '≥', '%'], 0],
    [[5, 95, '≥', '%'], '#N/A'],
    [[0.94, 95, '≥'], '#N/A'],
    [[0.9, 0.95, '≥', '%'], '#N/A'],
    [[100, '≤120万元'], 1],
    [[120, '≤120万元'], 1],
    [[150, '≤120万元'], '#N/A'],
    [[150, '≤120万元', blank, blank, '目标/实际'], 0.8],
    [[150, '≤120万元', blank, blank, '2-实际/目标'], 0.75],
    [[150, '≤120万元', blank, blank, '随意'], '#VALUE!'],
    [[0, 0, '≤', '起'], 1],
    [[1, 0, '≤', '起'], '#N/A'],
    [[1, 0, '≥', '起'], '#N/A'],
    [[0, 0, '<', '起', '目标/实际'], '#N/A'],
    [[blank, 10, '≥', '次'], '#N/A'],
    [['', 10, '≥', '次'], '#N/A'],
    [[8, blank], '#N/A'],
    [[8, '效果明显'], '#N/A'],
    [['很多', 10, '≥', '次'], '#N/A'],
    [[true, 10], '#VALUE!'],
    [['#DIV/0!', 10], '#DIV/0!'],
    [[{ basicValue: '#REF!' }, 10], '#REF!'],
  ])('%j → %j', (args, expected) => {
    expect(call('RATE', ...args)).toEqual(expected);
  });
});

describe('PERF.EXECUTION', () => {
  test.each<Row>([
    [[100, 92], 9.2],
    [[100, 100], 10],
    [[100, 120], 10],
    [[3, 2], 6.67],
    [[100, 92, 20], 18.4],
    [[100, 92, blank, '比例'], 9.2],
    [[100, 92, blank, '分档'], '#N/A'],
    [[100, 92, blank, '分档', true], 10],
    [[100, 92, blank, '分档', '是'], 10],
    [[100, 92, blank, '分档', '否'], 7],
    [[100, 80, blank, '分档', false], 7],
    [[100, 79.99, blank, '分档', '否'], 5],
    [[100, 60, blank, '分档', '否'], 5],
    [[100, 59.99, blank, '分档', '否'], 0],
    [[100, 0, blank, '分档', '否'], 0],
    [[100, 100, blank, '分档'], 10],
    [[100, 101, blank, '分档', '是'], '#N/A'],
    [[100, 92, blank, '别的'], '#VALUE!'],
    [[0, 0], '#N/A'],
    [[-5, 1], '#N/A'],
    [[100, -1], '#VALUE!'],
    [[100, blank], '#N/A'],
    [['一百', 92], 9.2],
    [['预算', 92], '#VALUE!'],
    [[100, true], '#VALUE!'],
  ])('%j → %j', (args, expected) => {
    expect(call('EXECUTION', ...args)).toEqual(expected);
  });
});

describe('PERF.TOTAL', () => {
  test.each<Row>([
    [[[[2], [1.6], [10.44]]], 14.04],
    [[[[1.005], [1.005]]], 2.02],
    [[[[0.1, 0.2]]], 0.3],
    [[[['２'], [1]]], 3],
    [[[[2], [null], ['']]], '#N/A'],
    [[[[2], ['#N/A']]], '#N/A'],
    [[[[2], ['无']]], '#VALUE!'],
    [[[[true]]], '#VALUE!'],
    [[7], 7],
  ])('%j → %j', (args, expected) => {
    expect(call('TOTAL', ...args)).toEqual(expected);
  });
});

describe('PERF.GRADE', () => {
  test.each<Row>([
    [[90], '优'],
    [[89.99], '良'],
    [[80], '良'],
    [[60], '中'],
    [[59.99], '差'],
    [[85, '85，75，60'], '优'],
    [[85, '60,80,90'], '#VALUE!'],
    [[85, '90,80'], '#VALUE!'],
    [[85, 'a,b,c'], '#VALUE!'],
    [[blank], '#N/A'],
    [[[[95], [70]]], [['优'], ['中']]],
  ])('%j → %j', (args, expected) => {
    expect(call('GRADE', ...args)).toEqual(expected);
  });
});

describe('PERF.PARSE', () => {
  test.each<Row>([
    [['≥95%'], [['≥', 95, '%']]],
    [['不超过14万元'], [['≤', 14, '万元']]],
    [['2026年12月31日前'], [['≤', '2026-12-31', '']]],
    [['效果明显'], [['', '效果明显', '']]],
    [[blank], '#N/A'],
    [
      [[['≥95%'], ['28人']]],
      [
        ['≥', 95, '%'],
        ['', 28, '人'],
      ],
    ],
  ])('%j → %j', (args, expected) => {
    expect(call('PARSE', ...args)).toEqual(expected);
  });
});

describe('ranges', () => {
  const column = [[94], [90], ['#N/A'], [null]];
  test.each<Row>([
    [
      [column, 100, '≥', '次'],
      [[0.94], [0.9], ['#N/A'], ['#N/A']],
    ],
    [[[[94, 90]], [[100, 100]], '≥', '次'], [[0.94, 0.9]]],
    [[[[94], [90]], [[100, 100]]], '#VALUE!'],
    [
      [
        [[94], [90]],
        [[1], [2], [3]],
      ],
      '#VALUE!',
    ],
    [
      [
        [
          [1, 2],
          [3, 4],
        ],
        10,
      ],
      '#VALUE!',
    ],
  ])('%j → %j', (args, expected) => {
    expect(call('RATE', ...args)).toEqual(expected);
  });
});

test('both languages say something of every function, parameter and reason', () => {
  const { 'zh-CN': zh, 'en-US': en } = FUNCTIONS_WORDING;
  for (const part of ['functions', 'parameters', 'reasons'] as const)
    expect(Object.keys(en[part]).sort()).toEqual(Object.keys(zh[part]).sort());
  for (const definition of FUNCTIONS) {
    for (const { name } of definition.parameters) expect(zh.parameters[name]).toMatch(/\p{Script=Han}/u);
  }
});

test('every function is fetched when asked for, and is the same as where all are at hand', async () => {
  const fetched = await Promise.all(Object.values(ON_DEMAND).map((load) => load()));
  expect(Object.keys(ON_DEMAND)).toEqual(fetched.map(({ name }) => name));
  expect(fetched).toHaveLength(FUNCTIONS.length);
  expect(new Set(fetched)).toEqual(new Set(FUNCTIONS));
});

/** Null where a sentence is of a rare kind, whose compiler would be fetched first. */
function tried(calculate: () => Matrix): Matrix | null {
  try {
    return calculate();
  } catch (error) {
    if (error instanceof NotFetched) return null;
    throw error;
  }
}

test.each([
  ['full marks when reached, else in proportion', '达到计划值得满分2分，否则按实际值/计划值*指标分值', true],
  ['in proportion', '达到目标值得满分，未达到的按完成比例得分', true],
  ['bands', '95%以上得10分，80%-95%得8分，80%以下不得分', true],
  ['steps', '达到95%得10分，每低1个百分点扣1分，扣完为止', true],
  ['occurrences', '发现1处不符合要求扣0.5分', false],
  ['each event', '每发生1起投诉扣2分，扣完为止', true],
  ['named grades', '优秀得10分，良好得8分，差不得分', false],
  ['points between two ends', '达成：100%-80%（含），部分达成：80%-60%（含），未达成：60%-0%', false],
  ['a ranking', '排名前三得10分，否则不得分', false],
  ['a cap', '每发生1起投诉扣2分，最多扣6分', false],
  ['a cap in other words', '每发生1起投诉扣2分，扣至6分为止', false],
  ['a cap on what is given', '按完成比例得分，超过满分的按满分计', false],
  ['points left open', '未完成的，视情况扣分', false],
  ['a deadline', '12月31日前完成得10分，否则不得分', false],
  ['in time', '按时完成得10分，逾期不得分', false],
  ['lines', '95%以上得10分\n95%以下不得分', false],
  ['between two points', '95%以上得10分，80%以下不得分，其余按插值法计分', false],
  ['by how much a target is missed', '低于目标值20%以内得5分，低于目标值20%以上不得分', false],
  ['a numbered reference', '第1项不符合要求扣2分', false],
  ['a remark', '现场查看资料；95%以上得10分，95%以下不得分', false],
  ['no score in it', '按规定执行', false],
])('%s: at once or fetched first', (_, sentence, isAtOnce) => {
  const args = [90, 95, sentence, 10, '≥', '%'];
  const atOnce = tried(() => run(PROMPT, args));
  expect(atOnce !== null).toBe(isAtOnce);
  if (atOnce) expect(atOnce).toEqual(run(score, args));
});

test('what is scored at once is scored as later', () => {
  fc.assert(
    fc.property(standards, ({ input, actuals }) => {
      const { standard, target, weight, operator, unit } = input;
      for (const actual of actuals) {
        const args = [actual, target ?? '', standard, weight ?? '', operator ?? '', unit ?? ''];
        if (!isPrompt(args)) continue;
        const atOnce = tried(() => run(PROMPT, args));
        if (atOnce !== null) expect(atOnce).toEqual(run(score, args));
      }
    }),
    runs(300, 40),
  );
});

test.each([
  ['a sign of full width', [90, 95, '达到目标值得满分，未达到的按完成比例得分', 10, '＞', '％'], true],
  ['no sign', [90, 95, '达到目标值得满分，未达到的按完成比例得分', 10], true],
  ['a sign in words', [90, 95, '达到目标值得满分，未达到的按完成比例得分', 10, '不低于', '%'], false],
  ['two signs of full width', [90, 95, '达到目标值得满分，未达到的按完成比例得分', 10, '＞＝', '%'], false],
  ['a unit in other words', [90, 95, '达到目标值得满分，未达到的按完成比例得分', 10, '≥', '百分比'], false],
  ['a gap', [85, 95, '95%以上得10分，80%以下不得分', 10, '≥', '%'], false],
])('%s beside the sentence: at once or fetched first, and the same', (_, args, isAtOnce) => {
  const atOnce = tried(() => run(PROMPT, args));
  expect(atOnce !== null).toBe(isAtOnce);
  if (atOnce) expect(atOnce).toEqual(run(score, args));
});

test.each([
  ['numbers', [8, 10, '完成得满分', 2], true],
  ['a blank for points', [8, 10, '完成得满分', ''], true],
  ['a column of numbers', [[[95], [''], [10]], 10, [['完成得满分'], ['≥90%得满分'], ['']]], true],
  ['a target in words', [8, '≥95%', '完成得满分'], false],
  ['digits as text', ['8', 95, '完成得满分'], false],
  ['words among numbers', [8, [[95], ['12月底前']], '完成得满分'], false],
  ['a grade', ['效果明显', '', '效果明显得10分，一般得5分'], false],
  ['two results in a row', [[[8, 9]], 10, '完成得满分'], false],
])('%s', (_, args, expected) => {
  expect(isPrompt(args)).toBe(expected);
});
