/** Reading and checking 10,000 rows, against reading the same bytes with exceljs. */
import { createRequire } from 'node:module';
import { median, rows } from '../bench-support.mjs';

const require = createRequire(import.meta.url);
require('../typescript.cjs');

export async function measure() {
  const { readWorkbook, writeWorkbook } = require('../../src/formats/xlsx');
  const { checkNow } = require('../../src/core/check');
  const { readTables } = require('../../src/core/reader');
  const ExcelJS = require('exceljs');

  const bytes = writeWorkbook([rows(10_000)]);
  const peer = await median(5, async () => {
    await new ExcelJS.Workbook().xlsx.load(Buffer.from(bytes));
  });
  const read = await median(5, () => void readWorkbook(bytes));
  const { sheets } = readWorkbook(bytes);
  const reading = await median(5, () => void readTables(sheets[0]));
  const check = await median(5, () => void checkNow({ sheets }));
  const found = checkNow({ sheets });
  const small = [rows(200)];
  const form = await median(20, () => void checkNow({ sheets: small }));
  return [
    ['exceljs reads 10,000 rows', `${peer.toFixed(0)} ms`],
    ['ours reads the same bytes', `${read.toFixed(0)} ms, ${(read / peer).toFixed(2)} of exceljs`],
    ['… finds the table in them', `${reading.toFixed(0)} ms, ${(reading / peer).toFixed(2)} of exceljs`],
    ['… reads and checks them', `${(read + check).toFixed(0)} ms, ${((read + check) / peer).toFixed(2)} of exceljs`],
    [
      'indicators and findings',
      `${found.readings[0].tables.reduce((sum, t) => sum + t.indicators.length, 0)}, ${found.findings.length}`,
    ],
    ['check of a 200-row form, core only', `${form.toFixed(1)} ms`],
  ];
}
