import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNow } from '../../src/core/check';
import { corpusSheets, corpusTables } from '../support/corpus-tables';

const file = join(__dirname, 'rules.baseline.json');

/**
 * How often each rule speaks on the real tables. A rule that falls silent or grows loud is looked at by eye before
 * the figures are taken over: `UPDATE_BASELINES=1 npm run test:unit -- test/corpus/rules`.
 */
(corpusTables === null ? describe.skip : describe)('real tables (skipped where ../shared/corpus is missing)', () => {
  test('each rule speaks as often as it did', () => {
    const counts: Record<string, { error: number; warning: number; info: number }> = {};
    for (const sheet of corpusSheets()) {
      const { findings, failures, readings } = checkNow({ sheets: [sheet] });
      expect(failures).toEqual([]);
      expect(readings.map(({ tables }) => tables.length)).toEqual([1]);
      for (const { code, severity } of findings) {
        counts[code] ??= { error: 0, warning: 0, info: 0 };
        counts[code][severity]++;
      }
    }
    const sorted = Object.fromEntries(Object.entries(counts).sort(([a], [b]) => a.localeCompare(b, 'en')));
    if (process.env['UPDATE_BASELINES'] === '1') writeFileSync(file, `${JSON.stringify(sorted, null, 2)}\n`);
    expect(sorted).toEqual(JSON.parse(readFileSync(file, 'utf8')));
  });
});
