import { cli } from '../support/cli';

const PROPORTION = '达到计划值得满分2分，否则按实际值/计划值*指标分值';
const SATISFACTION = '满意度达95%及以上，得10分；满意度95%以下，得分为实际满意度/90%*10分';

async function ask(...questions: unknown[]) {
  const { code, stdout, stderr } = await cli(
    '.',
    ['score'],
    questions.map((question) => (typeof question === 'string' ? question : JSON.stringify(question))).join('\n'),
  );
  const answers = stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { code, stderr, answers };
}

test('answers line by line, in order, with the id as given', async () => {
  const { code, answers } = await ask(
    { id: 7, standard: PROPORTION, actual: 8, target: 10, operator: '≥', unit: '次' },
    { id: 'b', standard: SATISFACTION, actual: 94, target: 95, operator: '≥', unit: '%' },
    { standard: '根据完成情况酌情扣分', actual: 1 },
    { standard: PROPORTION, actual: null, target: 10 },
  );
  expect(code).toBe(0);
  expect(answers.map(({ id, status, score }) => [id, status, score])).toEqual([
    [7, 'scored', 1.6],
    ['b', 'scored', 10.44],
    [undefined, 'refused', null],
    [undefined, 'invalid', null],
  ]);
});

test('tells what it read, how it came about, the native formula, and what is wrong with the standard', async () => {
  const { answers } = await ask({ standard: SATISFACTION, actual: '94%', target: 95, operator: '≥', unit: '%' });
  const [answer] = answers;
  expect(Object.keys(answer ?? {})).toEqual(['status', 'score', 'inputs', 'explanation', 'formula', 'issues']);
  expect(answer?.inputs).toEqual([{ name: expect.stringContaining('满意度'), kind: 'value', unit: '%' }]);
  expect(answer?.explanation).toContain('10.44');
  expect(answer?.formula).toMatch(/^=.*ACTUAL/u);
  const issues = answer?.issues as {
    code: string;
    message: string;
    counterexample?: { actual: unknown; score: unknown };
  }[];
  expect(issues.map(({ code }) => code)).toEqual(expect.arrayContaining(['PT303', 'PT305']));
  for (const { message } of issues) expect(message).not.toMatch(/[{}]/u);
});

test('takes several inputs by order or by name', async () => {
  const standard = '发现一处问题扣0.5分，缺1项材料扣1分，扣完为止';
  const { answers } = await ask({ standard, actual: [2, 1], weight: 5 });
  const inputs = answers[0]?.inputs as { name: string }[];
  const named = Object.fromEntries(inputs.map(({ name }, index) => [name, [2, 1][index]]));
  const again = await ask({ standard, actual: named, weight: 5 });
  expect(again.answers[0]?.score).toBe(answers[0]?.score);
  expect(inputs).toHaveLength(2);
});

test('a deduction with no full mark known is refused, with the deduction', async () => {
  const { answers } = await ask({ standard: '每发现一处扣0.5分，扣完为止', actual: 3 });
  expect(answers[0]).toMatchObject({ status: 'refused', score: null, deduction: 1.5 });
});

test.each([
  '{',
  '{"actual":1}',
  '{"standard":"得5分","actual":1,"weight":"x"}',
  '{"standard":"得5分","actual":1,"options":"x"}',
  '[]',
])('a malformed line is told of, the rest is answered, and the exit status is 2: %s', async (line) => {
  const { code, stderr, answers } = await ask(line, { standard: PROPORTION, actual: 8, target: 10, unit: '次' });
  expect(code).toBe(2);
  expect(stderr).toMatch(/1/u);
  expect(answers).toHaveLength(1);
});

test('one question from the options', async () => {
  const { code, stdout } = await cli('.', [
    'score',
    '--standard',
    PROPORTION,
    '--actual',
    '8',
    '--target',
    '10',
    '--unit',
    '次',
  ]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ status: 'scored', score: 1.6 });
});
