/** The engine of the workbench's grid in Node, without a page: what computes native formulas beside our own. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { LocaleType, LogLevel, Univer } = require('@univerjs/core');
const { FUniver } = require('@univerjs/core/lib/facade');
const { UniverFormulaEnginePlugin } = require('@univerjs/engine-formula');
const { UniverSheetsPlugin } = require('@univerjs/sheets');
const { UniverSheetsFormulaPlugin } = require('@univerjs/sheets-formula');
require('@univerjs/engine-formula/facade');
require('@univerjs/sheets/facade');
require('@univerjs/sheets-formula/facade');

export function createHeadlessGrid() {
  const univer = new Univer({ locale: LocaleType.ZH_CN, locales: {}, logLevel: LogLevel.ERROR });
  for (const plugin of [UniverFormulaEnginePlugin, UniverSheetsPlugin, UniverSheetsFormulaPlugin])
    univer.registerPlugin(plugin);
  return { univer, api: FUniver.newAPI(univer) };
}
