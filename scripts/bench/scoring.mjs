/** Scores against native formulas: how long a column takes by our own evaluation, and in the grid's engine. */
import { createRequire } from 'node:module';
import { median } from '../bench-support.mjs';
import { createHeadlessGrid } from '../headless-grid.mjs';
import { actualOf, scoreColumn, STANDARDS } from '../score-column.mjs';

const require = createRequire(import.meta.url);
const COUNT = 100_000;
/** The grid takes over a millisecond to read each of its formulas: a shorter column says as much. */
const COLUMN = 2000;

export async function measure() {
  const { compile, evaluate } = require('../../src/core/scoring');
  const { FUNCTIONS, run } = require('../../src/functions');
  const score = FUNCTIONS.find(({ name }) => name === 'SCORE');
  const compiled = STANDARDS.map((input) => {
    const result = compile(input);
    if (!result.ok) throw new Error(`refused: ${input.standard}`);
    return result.standard;
  });
  const own = await median(3, () => {
    for (let at = 0; at < COUNT; at++) evaluate(compiled[at % 3], actualOf(at));
  });
  const asFunction = await median(3, () => {
    for (let at = 0; at < COUNT; at++) {
      const { standard, target, operator, unit, weight } = STANDARDS[at % 3];
      run(score, [[[actualOf(at)]], [[target]], [[standard]], [[weight]], [[operator]], [[unit]]]);
    }
  });

  const formulas = scoreColumn(COLUMN).map(({ native }) => native);
  const first = [];
  const again = [];
  for (let time = 0; time < 3; time++) {
    const taken = await column(formulas);
    first.push(taken.first);
    again.push(taken.again);
  }
  const middle = (times) => times.sort((a, b) => a - b)[1] / COLUMN;
  const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
  const micro = (ms) => `${(ms * 1000).toFixed(0)} µs a cell`;
  const ratio = (ms, peer) => `${(ms / COUNT / peer).toFixed(3)} × native formulas (${micro(peer)})`;
  const [opened, recalculated] = [middle(first), middle(again)];
  const lines = (what, ms) => [
    [`${COUNT.toLocaleString('en')} ${what}`, `${seconds(ms)}, ${micro(ms / COUNT)}`],
    ['  against opening the column in the headless grid', ratio(ms, opened)],
    ['  against recalculating it', ratio(ms, recalculated)],
  ];
  return [...lines('evaluations', own), ...lines('calls of PERF.SCORE', asFunction)];
}

/** Milliseconds to compute a column of formulas when a workbook is opened, and again when all its values change. */
async function column(formulas) {
  const { univer, api } = createHeadlessGrid();
  const cellData = Object.fromEntries(
    formulas.map((f, at) => {
      const { target, weight } = STANDARDS[at % 3];
      return [at, { 0: { v: actualOf(at), t: 2 }, 1: { v: target, t: 2 }, 2: { v: weight, t: 2 }, 3: { f } }];
    }),
  );
  const sheets = { s: { id: 's', name: 's', rowCount: formulas.length, columnCount: 4, cellData } };
  let start = performance.now();
  const sheet = api.createWorkbook({ id: 'bench', sheetOrder: ['s'], sheets }).getActiveSheet();
  // All results come at once.
  const last = sheet.getRange(formulas.length - 1, 3);
  const past = async (before) => {
    const end = Date.now() + 120_000;
    while (last.getValue() === before) {
      if (Date.now() > end) throw new Error('the grid did not come to an end');
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    return performance.now() - start;
  };
  const first = await past(null);
  const before = last.getValue();
  start = performance.now();
  sheet.getRange(0, 0, formulas.length, 1).setValues(formulas.map((_, at) => [actualOf(at) / 2]));
  const again = await past(before);
  univer.dispose();
  return { first, again };
}
