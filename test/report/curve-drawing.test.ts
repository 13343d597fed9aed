import { compile, curve, type Input, type ScoreCurve, type StandardInput } from '../../src/core/scoring';
import {
  breakpointsOf,
  drawCurve,
  printResult,
  textWidth,
  type Drawing,
  type Shape,
} from '../../src/report/curve-drawing';
import { curveSvg } from '../../src/report/curve-svg';

const WORDS = { full: '满分 {value}', target: '目标 {value}', deadline: '期限 {value}', actual: '实际 {value}' };

function curveOf(question: StandardInput): { curve: ScoreCurve; input: Input } {
  const compiled = compile(question);
  if (!compiled.ok) throw new Error(compiled.refusal.code);
  const drawn = curve(compiled.standard);
  const input = drawn && compiled.standard.inputs[drawn.input];
  if (!drawn || !input) throw new Error('no curve');
  return { curve: drawn, input };
}

const SATISFACTION = curveOf({
  standard: '满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/90%*10分',
  target: 95,
  operator: '≥',
  unit: '%',
  weight: 10,
});
const BANDS = curveOf({
  standard: '≥90%得10分；80%（含）-90%得8分；60%-75%得5分；60%以下不得分',
  target: 90,
  operator: '≥',
  unit: '%',
  weight: 10,
});
const DEADLINE = curveOf({
  standard: '在2026年12月31日前完成得满分6分，每推迟1个月扣0.5分，扣完为止。',
  target: '2026年12月31日前',
  weight: 6,
});
const COUNT = curveOf({ standard: '每发现1处问题扣0.5分，扣完为止', weight: 5 });
const TRAINING = curveOf({
  standard: '达到计划值得满分2分，否则按实际值/计划值*指标分值',
  target: 10,
  operator: '≥',
  unit: '次',
  weight: 2,
});

const REACHED = curveOf({ standard: '达到95%得满分', target: 95, operator: '≥', unit: '%', weight: 10 });

const ALL = { REACHED, SATISFACTION, BANDS, DEADLINE, COUNT, TRAINING };

type Kind<K extends Shape['kind']> = Extract<Shape, { kind: K }>;

function only<K extends Shape['kind']>({ shapes }: Drawing, kind: K, look?: string): Kind<K>[] {
  return shapes.filter(
    (shape): shape is Kind<K> =>
      shape.kind === kind && (look === undefined || ('look' in shape && shape.look === look)),
  );
}

function texts(drawing: Drawing, look: string): string[] {
  return only(drawing, 'label', look).map(({ text }) => text);
}

describe.each(Object.entries(ALL))('%s', (_name, drawn) => {
  test.each([240, 320, 520])('everything stays inside, at %d pixels', (width) => {
    const drawing = drawCurve(drawn.curve, drawn.input, { width, words: WORDS });
    for (const shape of drawing.shapes) {
      const places = shape.kind === 'line' ? [shape.from, shape.to] : 'places' in shape ? shape.places : [shape.at];
      for (const [x, y] of places) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(drawing.height);
      }
    }
  });
  test.each([240, 320, 520])('labels of the horizontal axis do not meet, at %d pixels', (width) => {
    const drawing = drawCurve(drawn.curve, drawn.input, { width, words: WORDS });
    const across = only(drawing, 'label', 'axis').filter(({ anchor }) => anchor === 'middle');
    expect(across.length).toBeGreaterThanOrEqual(2);
    const spans = across
      .map(({ at, text }) => [at[0] - textWidth(text) / 2, at[0] + textWidth(text) / 2] as const)
      .sort((a, b) => a[0] - b[0]);
    spans.slice(1).forEach(([from], index) => expect(from).toBeGreaterThan(spans[index]?.[1] ?? 0));
  });
});

test('a jump has an open dot for what is only come near to and a closed one for the score', () => {
  const drawing = drawCurve(SATISFACTION.curve, SATISFACTION.input, { width: 320, words: WORDS });
  const [open, closed] = [only(drawing, 'dot', 'open'), only(drawing, 'dot', 'closed')];
  expect([open.length, closed.length]).toEqual([1, 1]);
  expect(open[0]?.at[0]).toBe(closed[0]?.at[0]);
  expect(open[0]?.at[1]).toBeLessThan(closed[0]?.at[1] ?? 0);
  expect(only(drawing, 'line', 'full')[0]?.from[1]).toBe(closed[0]?.at[1]);
});

test('what earns more than the full mark is marked from 90 % on, and no further down', () => {
  const drawing = drawCurve(SATISFACTION.curve, SATISFACTION.input, { width: 320, words: WORDS });
  expect(drawing.shown).toEqual(['above']);
  const full = only(drawing, 'line', 'full')[0]?.from[1] ?? 0;
  const [above] = only(drawing, 'path', 'above');
  for (const [, y] of above?.places ?? []) expect(y).toBeLessThanOrEqual(full);
  const [plain] = only(drawing, 'path', 'score');
  expect(plain?.places.at(-1)).toEqual(above?.places[0]);
  expect(only(drawing, 'area', 'above')).toHaveLength(1);
});

test('a crowded upper end is drawn from where it matters, and says so on both axes', () => {
  const drawing = drawCurve(SATISFACTION.curve, SATISFACTION.input, { width: 320, words: WORDS });
  expect(texts(drawing, 'axis')).toEqual(expect.arrayContaining(['70%', '95%', '100%', '10']));
  expect(texts(drawing, 'axis')).not.toContain('0%');
  const whole = drawCurve(TRAINING.curve, TRAINING.input, { width: 320, words: WORDS });
  expect(texts(whole, 'axis')).toEqual(expect.arrayContaining(['0', '30次', '10', '2']));
});

test('a gap is an area of its own', () => {
  const drawing = drawCurve(BANDS.curve, BANDS.input, { width: 320, words: WORDS });
  expect(drawing.shown).toEqual(['gap']);
  expect(only(drawing, 'area', 'gap')).toHaveLength(1);
  expect(texts(drawing, 'target')).toEqual(['目标 90%']);
});

test("the row's own result, and a counter-example unless it is under it", () => {
  const options = { width: 320, words: WORDS, actual: { x: 94, y: 10.44 } };
  const faults = [
    { x: 94, y: 10.44 },
    { x: 91, y: 10.11 },
  ];
  const drawing = drawCurve(SATISFACTION.curve, SATISFACTION.input, { ...options, faults });
  expect(texts(drawing, 'actual')).toEqual(['实际 94%']);
  expect(only(drawing, 'dot', 'actual')).toHaveLength(1);
  expect(only(drawing, 'dot', 'fault')).toHaveLength(1);
});

test('a result beyond the usual range widens it', () => {
  const far = drawCurve(TRAINING.curve, TRAINING.input, { width: 320, words: WORDS, actual: { x: 90, y: 2 } });
  expect(texts(far, 'axis')).toContain('90次');
});

test('dates are dates', () => {
  const drawing = drawCurve(DEADLINE.curve, DEADLINE.input, { width: 320, words: WORDS });
  expect(texts(drawing, 'target')).toEqual(['期限 2026-12-31']);
  for (const text of only(drawing, 'label', 'axis').filter(({ anchor }) => anchor === 'middle'))
    expect(text.text).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(printResult(46387, DEADLINE.input)).toBe('2026-12-31');
});

test('days and counts with the same score are one run', () => {
  const runs = breakpointsOf(DEADLINE.curve, DEADLINE.input);
  expect(runs[0]).toEqual({ at: '2026-11-01 – 2027-01-30', score: 6, below: 6, above: 6 });
  expect(runs[1]).toMatchObject({ at: '2027-01-31 – 2027-02-27', score: 5.5 });
  expect(breakpointsOf(COUNT.curve, COUNT.input)[1]).toMatchObject({ at: '1处', score: 4.5 });
});

test('the points in words: the score there, and what is come near to', () => {
  expect(breakpointsOf(SATISFACTION.curve, SATISFACTION.input)).toEqual([
    { at: '0%', score: 0, below: 0, above: 0 },
    { at: '95%', score: 10, below: 10.56, above: 10 },
    { at: '100%', score: 10, below: 10, above: 10 },
  ]);
  expect(breakpointsOf(BANDS.curve, BANDS.input).find(({ at }) => at === '75%')).toMatchObject({ above: null });
});

test('an image for a report is one well-formed element without markup from its words', () => {
  const svg = curveSvg(SATISFACTION.curve, SATISFACTION.input, {
    width: 320,
    words: { ...WORDS, full: '<b>&{value}' },
    id: 'a"b',
    label: '"><script>',
  });
  expect(svg).toMatch(/^<svg [^<]*aria-label="&quot;&gt;&lt;script&gt;"/);
  expect(svg).toContain('&lt;b&gt;&amp;10');
  expect(svg).not.toMatch(/<script|<b>|id="a"b/);
});
