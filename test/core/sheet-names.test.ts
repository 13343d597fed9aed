import fc from 'fast-check';
import { freeSheetName, isNumbered } from '../../src/core/sheet';
import { runs } from '../support/runs';

test.each([
  ['目标表', [], '目标表'],
  ['目标表', ['目标表'], '目标表 2'],
  ['Sheet', ['SHEET', 'sheet 2'], 'Sheet 3'],
  ['2025/2026年:表[一]*?', [], '2025 2026年 表 一'],
  [" 'a'\u0000b ", [], '’a’ b'],
  ['', [], 'Sheet1'],
  ['表'.repeat(40), ['表'.repeat(31)], `${'表'.repeat(29)} 2`],
  ['𠮷'.repeat(20), [], '𠮷'.repeat(15)],
])('%j beside %j: %j', (wanted, taken, name) => expect(freeSheetName(wanted, taken)).toBe(name));

test('whatever is wanted: a name that a sheet may have, and that none has', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(12), (wanted, count) => {
      const taken: string[] = [];
      for (let sheet = 0; sheet <= count; sheet++) {
        const name = freeSheetName(wanted, taken);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(31);
        expect(name).not.toMatch(/[[\]:*?/\\\p{Cc}]|^'|'$/u);
        expect(taken.map((one) => one.toLowerCase())).not.toContain(name.toLowerCase());
        taken.push(name);
      }
    }),
    runs(300, 31),
  );
});

test.each([
  ['得分图表', true],
  ['得分图表 2', true],
  ['得分图表 12', true],
  ['得分图表2', false],
  ['得分图表 2026年', false],
  ['我的得分图表', false],
])('%s: %j', (name, own) => expect(isNumbered(name, '得分图表')).toBe(own));
