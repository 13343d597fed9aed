/** Reads every workbook of a folder with exceljs, one after another: `bench-exceljs.cjs FOLDER`. */
const { readdirSync } = require('node:fs');
const { join } = require('node:path');
const ExcelJS = require('exceljs');

async function main(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    if (name.endsWith('.xlsx')) await new ExcelJS.Workbook().xlsx.readFile(join(folder, name));
  }
}

void main(process.argv[2]);
