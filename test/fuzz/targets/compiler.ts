import fc from 'fast-check';
import {
  compile,
  curve,
  defaultNames,
  evaluate,
  explain,
  renderExplanation,
  renderRefusal,
  STEP_READINGS,
  toFormula,
  verify,
  type Actual,
  type StandardInput,
} from '../../../src/core/scoring';
import { standards } from '../../support/standards';
import { mutateText } from '../mutate';
import { TEXTS, WORDS } from '../sheets';
import { ensure, type Target } from '../target';

interface CompilerCase {
  readonly input: StandardInput;
  readonly actuals: readonly Actual[];
}

const SAMPLES = fc.sample(standards, { numRuns: 400, seed: 20_260_101 });
const PHRASES = [
  ...'得满分 不得分 得分= 扣完为止 否则 每低1%扣0.5分 每少1次扣1分 每推迟1个月扣1分 ≥95% 90%≤满意度＜95% 按比例得分'.split(
    ' ',
  ),
  ...'实际值/计划值*指标分值 按完成比例计分 最高不超过10分 效果明显 效果一般 酌情扣分 达成预期指标100%-80%（含） 低于60%不得分'.split(
    ' ',
  ),
  ...'（ ） × ÷ 分 ； ， 2026年12月31日前 个百分点 计划值 实际完成率 完成率 1- 或者 且 以上（含） 以下 之间 其中 每 加 扣'.split(
    ' ',
  ),
  ...WORDS,
];
const SENTENCES = [...SAMPLES.map(({ input }) => input.standard), ...TEXTS.filter((text) => text.includes('分'))];
const ODD: readonly Actual[] = [
  0,
  -1,
  1e300,
  1e-300,
  NaN,
  Infinity,
  '',
  '94%',
  '2026-02-30',
  '效果明显',
  '达成，9分',
  null,
  true,
];

/** 评分标准 → tree → score, proof, explanation, curve, formula: scored with a finite number of at least 0, or refused with a reason. */
export const compiler: Target<CompilerCase> = {
  name: 'compiler',
  make(random) {
    const { input, actuals } = random.pick(SAMPLES);
    const standard = random.chance(0.9)
      ? mutateText(random, input.standard, PHRASES, SENTENCES)
      : random.pick(SENTENCES);
    const odd = random.chance(0.2);
    return {
      input: {
        ...input,
        standard,
        ...(odd ? { weight: random.pick([null, 0, -1, 1e9, NaN, 0.3]) } : {}),
        ...(random.chance(0.2) ? { target: mutateText(random, '≥95%', PHRASES, SENTENCES) } : {}),
        ...(random.chance(0.1) ? { unit: random.pick(['%', '个', '万元', '‰', '', '天']) } : {}),
        ...(random.chance(0.1) ? { operator: random.pick(['≥', '≤', '=', '>', '<', '定性', '≠']) } : {}),
      },
      actuals: [
        random.pick(actuals),
        random.pick(actuals),
        random.pick(ODD),
        random.times(random.few(5), () => random.pick([...actuals, 1, 0])),
        { 满意度: 94, 完成率: '95%' },
      ],
    };
  },
  run({ input, actuals }) {
    const compiled = compile(input);
    if (!compiled.ok) {
      ensure(renderRefusal(compiled.refusal).length > 0, 'refused without a reason');
      return;
    }
    const { standard } = compiled;
    verify(standard);
    for (let index = 0; index < Math.max(1, standard.inputs.length); index++) curve(standard, index);
    for (const actual of actuals) {
      for (const steps of STEP_READINGS) {
        const result = evaluate(standard, actual, { steps });
        if (result.status === 'scored')
          ensure(Number.isFinite(result.score) && result.score >= 0, `scored ${result.score}`);
      }
      ensure(renderExplanation(explain(standard, actual)).length > 0, 'nothing explained');
    }
    toFormula(standard, defaultNames(standard));
  },
};
