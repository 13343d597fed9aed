import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseTarget } from '../../src/core/text';

const file = resolve(__dirname, '../../../shared/corpus/tables.jsonl');

interface Row {
  readonly raw: string;
  readonly op: string | null;
  readonly value: number | null;
  readonly unit: string | null;
}

if (!existsSync(file)) {
  test.skip('no corpus of real tables at ../shared/corpus: nothing to read', () => undefined);
} else {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => (JSON.parse(line) as { indicators: Row[] }).indicators);

  test('reads at least 97 % of the real targets with one strict reading exactly', () => {
    const strict = rows.filter(({ op, value, unit }) => op !== null && value !== null && unit !== null);
    const wrong = strict.filter(({ raw, op, value, unit }) => {
      const target = parseTarget(raw);
      return target.kind !== 'quantity' || target.operator !== op || target.value !== value || target.unit !== unit;
    });
    expect(strict.length).toBeGreaterThan(80);
    // The texts are in the message, so that a failure shows what was misread.
    expect(wrong.length <= 0.03 * strict.length ? [] : wrong.map(({ raw }) => raw)).toEqual([]);
  });

  test('reads no quantity out of a target without digits, a date or an estimate', () => {
    const quantities = rows.filter(({ raw }) => parseTarget(raw).kind === 'quantity').map(({ raw }) => raw);
    const suspicious = quantities.filter(
      (raw) => !/[\p{Nd}两三四半]/u.test(raw) || /\d月|\d{4}年|[约*×]|左右|提升/u.test(raw),
    );
    expect(suspicious).toEqual([]);
  });
}
