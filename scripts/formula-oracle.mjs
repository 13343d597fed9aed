/**
 * Native formulas against the programs that will compute them: generated standards with results around what matters,
 * scored by our own evaluation, by the grid's engine, and by LibreOffice where there is one; all to two decimals.
 * `node scripts/formula-oracle.mjs [--pairs 3000] [--seed 20260] [--json]`; exit code 1 where any two differ.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { createHeadlessGrid } from './headless-grid.mjs';

const require = createRequire(import.meta.url);
require('./typescript.cjs');
const { hashAlgorithm } = require('@univerjs/core');
const fc = require('fast-check');
const { compile, evaluate, STEP_READINGS, toFormula } = require('../src/core/scoring');
const { makeCell, makeSheet } = require('../src/core/sheet');
const { FUNCTIONS } = require('../src/functions');
const { toNative } = require('../src/functions/conversion');
const { run } = require('../src/functions/run');
const { readWorkbook, writeWorkbook } = require('../src/formats/xlsx');
const { standards } = require('../test/support/standards.ts');

const { values: options } = parseArgs({
  options: {
    pairs: { type: 'string', default: '3000' },
    seed: { type: 'string', default: '20260' },
    json: { type: 'boolean', default: false },
  },
});

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** Columns: actual, target, weight, formula. */
const FORMULA = 3;

/** A generated standard with one result, as a row of the sheet. */
function pairs(count, seed) {
  const rows = [];
  for (let run = 0; rows.length < count; run++) {
    const [{ input, actuals }, steps] = fc.sample(fc.tuple(standards, fc.constantFrom(...STEP_READINGS)), {
      seed: seed + run,
      numRuns: 1,
    })[0];
    const compiled = compile(input);
    if (!compiled.ok) throw new Error(`refused: ${input.standard}`);
    const { standard } = compiled;
    for (const actual of actuals) {
      const row = rows.length + 1;
      const names = { actuals: [`A${row}`], target: `B${row}`, weight: `C${row}` };
      const formula = toFormula(standard, names, steps);
      if (!formula.ok) throw new Error(`${formula.reason}: ${input.standard}`);
      const result = evaluate(standard, actual, { steps });
      rows.push({
        standard: input.standard,
        steps,
        actual,
        cells: [inSheet(actual), typeof input.target === 'number' ? input.target : 0, input.weight ?? 0],
        formula: formula.formula,
        own: result.status === 'scored' ? result.score : null,
      });
    }
  }
  return rows.slice(0, count);
}

/** 得分, money, and what else stands in such cells. */
const figure = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 120_000 }).map((thousandths) => thousandths / 1000) },
  { weight: 3, arbitrary: fc.constantFrom(0, 0, 0, 0.1, 0.2, 0.7, 10, 60, 80, 90, 100, 0.005, 1.005, 59.99, 89.999) },
  fc.constantFrom('', '8.5', '是', '未完成', '及时'),
);
const CALLS = [
  ['TOTAL', (row) => `PERF.TOTAL(A${row}:C${row})`, ([a, b, c]) => [[[a, b, c]]]],
  ['GRADE', (row) => `PERF.GRADE(A${row})`, ([a]) => [a]],
  ['GRADE', (row) => `PERF.GRADE(A${row},"95,85,60")`, ([a]) => [a, '95,85,60']],
  ['EXECUTION', (row) => `PERF.EXECUTION(A${row},B${row})`, ([a, b]) => [a, b]],
  ['EXECUTION', (row) => `PERF.EXECUTION(A${row},B${row},C${row})`, (cells) => cells],
  ['EXECUTION', (row) => `PERF.EXECUTION(A${row},B${row},20,"分档","否")`, ([a, b]) => [a, b, 20, '分档', '否']],
  ['EXECUTION', (row) => `PERF.EXECUTION(A${row},B${row},,"分档",C${row})`, ([a, b, c]) => [a, b, null, '分档', c]],
];

/** What is reckoned from scores: function and native formula over the same cells, from row `first` on. */
function figures(count, seed, first) {
  const all = fc.sample(fc.tuple(fc.constantFrom(...CALLS), fc.tuple(figure, figure, figure), fc.double()), {
    seed,
    numRuns: count,
  });
  return all.map(([[name, callIn, argumentsOf], drawn], index) => {
    const [budget, , third] = drawn;
    // A rate on a bound or beside it, which two amounts drawn apart never have.
    const share = [0.6, 0.8, 1, 0.5999, 0.8001][index % 9];
    const near = name === 'EXECUTION' && share && typeof budget === 'number';
    const cells = near ? [budget, Number((budget * share).toPrecision(12)), third] : drawn;
    const native = toNative(`=${callIn(first + index)}`, makeSheet('s', []));
    if (!native.ok) throw new Error(`${native.reason}: ${callIn(first + index)}`);
    const definition = FUNCTIONS.find((one) => one.name === name);
    const [[own]] = run(definition, argumentsOf(cells));
    return {
      standard: callIn(first + index),
      actual: cells,
      cells,
      formula: native.formula,
      own: typeof own === 'object' ? null : own,
      figure: true,
    };
  });
}

/** Dates stand in the sheet as day numbers. */
function inSheet(actual) {
  const date = typeof actual === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(actual);
  return date ? Math.round((Date.parse(`${actual}T00:00:00Z`) - EPOCH) / DAY) : actual;
}

/** A number, or null for #N/A; anything else stays what it is, and is a mismatch. Figures may be refused in other words. */
const scoreOf = (value, { figure: any }) => {
  const error = typeof value === 'string' && value.startsWith('#') ? value : value?.error;
  return error === '#N/A' || (any && error !== undefined) ? null : value;
};

/**
 * The grid keeps parsed formulas under a 32-bit hash of the workbook's id and the formula. Of 20,000 formulas two may
 * share one, and the later is then computed as the earlier (seed 4242, row 7295); so an id is taken under which none do.
 */
function idWithoutClash(formulas) {
  for (let attempt = 0; ; attempt++) {
    const id = `oracle${attempt}`;
    if (new Set(formulas.map((formula) => hashAlgorithm(`${id}${formula}`))).size === formulas.length) return id;
  }
}

async function byGrid(rows) {
  const { univer, api } = createHeadlessGrid();
  const cellData = Object.fromEntries(
    rows.map(({ cells, formula }, row) => [
      row,
      Object.fromEntries([
        ...cells.flatMap((v, column) => (v === '' ? [] : [[column, { v, t: typeof v === 'number' ? 2 : 1 }]])),
        [FORMULA, { f: formula }],
      ]),
    ]),
  );
  const workbook = api.createWorkbook({
    id: idWithoutClash(rows.map(({ formula }) => formula)),
    sheetOrder: ['s'],
    sheets: { s: { id: 's', name: 's', rowCount: rows.length, columnCount: FORMULA + 1, cellData } },
  });
  const sheet = workbook.getActiveSheet();
  // It takes a millisecond or more to read each formula, several on a busy machine.
  const end = Date.now() + 120_000 + rows.length * 20;
  while (sheet.getRange(rows.length - 1, FORMULA).getValue() === null) {
    if (Date.now() > end) throw new Error('the grid did not come to an end');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const values = sheet.getRange(0, FORMULA, rows.length, 1).getValues();
  univer.dispose();
  return values.map(([value], row) => scoreOf(value, rows[row]));
}

/** Null where there is no LibreOffice. */
function byLibreOffice(rows) {
  const program = [process.env.SOFFICE, 'soffice', 'libreoffice'].find(
    (name) => name && spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
  );
  if (!program) return null;
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  try {
    const sheet = makeSheet(
      's',
      rows.map(({ cells, formula }) => [
        ...cells.map((value) => (value === '' ? null : makeCell(value))),
        makeCell('', { formula }),
      ]),
    );
    writeFileSync(join(folder, 'oracle.xlsx'), writeWorkbook([sheet]));
    execFileSync(
      program,
      [
        '--headless',
        '--norestore',
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile'))}`,
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'out'),
        join(folder, 'oracle.xlsx'),
      ],
      { stdio: 'ignore', timeout: 180_000 },
    );
    const [computed] = readWorkbook(new Uint8Array(readFileSync(join(folder, 'out', 'oracle.xlsx')))).sheets;
    return rows.map((one, row) => scoreOf(computed.cells[row]?.[FORMULA]?.value ?? '', one));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const [count, seed] = [Number(options.pairs), Number(options.seed)];
const rows = pairs(count, seed);
rows.push(...figures(Math.ceil(count / 5), seed, rows.length + 1));
const started = performance.now();
const results = { grid: await byGrid(rows), libreOffice: byLibreOffice(rows) };
/** Where a text looks like a number, one of two may refuse it; they never give two numbers. */
const agrees = (value, { own, cells, figure: any }) =>
  value === own || (any && value === null && cells.includes('8.5'));
const mismatches = Object.entries(results).flatMap(([by, values]) =>
  (values ?? []).flatMap((value, at) => {
    const { standard, steps, actual, formula, own } = rows[at];
    return agrees(value, rows[at]) ? [] : [{ by, standard, steps, actual, own, value, formula }];
  }),
);
const report = {
  pairs: count,
  standards: new Set(rows.slice(0, count).map(({ standard }) => standard)).size,
  scored: rows.slice(0, count).filter(({ own }) => own !== null).length,
  figures: rows.length - count,
  reckoned: rows.slice(count).filter(({ own }) => own !== null).length,
  computedBy: Object.keys(results).filter((by) => results[by] !== null),
  seconds: Math.round((performance.now() - started) / 100) / 10,
  mismatches,
};
if (options.json) console.log(JSON.stringify(report));
else {
  if (results.libreOffice === null) console.log('LibreOffice is not installed: only the grid was asked.');
  for (const mismatch of mismatches.slice(0, 20)) console.log(JSON.stringify(mismatch));
  console.log(
    `${report.pairs} pairs of ${report.standards} standards (${report.scored} scored), ${report.figures} figures (${report.reckoned} reckoned), by ${report.computedBy.join(' and ')}: ` +
      `${mismatches.length} mismatches, ${report.seconds} s`,
  );
}
process.exit(mismatches.length > 0 ? 1 : 0);
