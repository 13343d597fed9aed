import fc from 'fast-check';
import { datePartsOf, serialOf } from '../../../src/formats/xlsx/date-format';
import { formatNumber, formatText, general, isDateFormat } from '../../../src/formats/xlsx/number-format';
import { runs } from '../../support/runs';

test.each<[number, string | undefined, string]>([
  // General
  [0, undefined, '0'],
  [-0, undefined, '0'],
  [0.1 + 0.2, undefined, '0.3'],
  [123456.789012, undefined, '123456.789'],
  [1 / 3, undefined, '0.3333333333'],
  [23739200, undefined, '23739200'],
  [123456789012345, undefined, '123456789012345'],
  [1e-7, undefined, '0.0000001'],
  [1.5e22, undefined, '1.5E+22'],
  [2.5e-12, undefined, '2.5E-12'],
  // percent
  [0.95, '0%', '95%'],
  [0.955, '0%', '96%'],
  [1.005, '0.00%', '100.50%'],
  [0.9506, '0.0%', '95.1%'],
  [-0.05, '0%', '-5%'],
  // decimals: half away from zero, on the decimal written
  [1.005, '0.00', '1.01'],
  [9.655, '0.00', '9.66'],
  [-1.005, '0.00', '-1.01'],
  [0.5, '#.##', '.5'],
  [2, '0.##', '2.'],
  [-0.001, '0.00', '0.00'],
  [7, '000', '007'],
  // thousands
  [23739200, '#,##0.00', '23,739,200.00'],
  [999, '#,##0', '999'],
  [-1234.5, '#,##0.0', '-1,234.5'],
  [12345678, '#,##0,', '12,346'],
  [12345678, '0.0,,', '12.3'],
  [1234.5, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '1,234.50'],
  [0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', '-'],
  // sections, literals, colours, conditions
  [-5, '0;(0)', '(5)'],
  [0, '0;-0;"无"', '无'],
  [5, '"约"0"万元"', '约5万元'],
  [5, '[Red]0.0;[Blue]-0.0', '5.0'],
  [95, '[>=90]"优";[>=80]"良";"中"', '优'],
  [85, '[>=90]"优";[>=80]"良";"中"', '良'],
  [10, '[<60]0"差";0', '10差'],
  [12.5, '[$¥-804]#,##0.00', '¥12.50'],
  [5, '0\\分', '5分'],
  [5, 'General"分"', '5分'],
  [5, '@', '5'],
  [5, ';;;', ''],
  // exponents and fractions
  [12345, '0.00E+00', '1.23E+04'],
  [0.00012, '0.0E+0', '1.2E-4'],
  [99999, '0.0E+0', '1.0E+5'],
  [12345, '##0.0E+0', '12.3E+3'],
  [0.25, '# ?/?', '1/4'],
  [1.5, '# ?/?', '1 1/2'],
  [3, '# ?/?', '3'],
  [0.3, '# ?/8', '2/8'],
  // dates
  [46006, 'yyyy/m/d', '2025/12/15'],
  [46006, 'yyyy-mm-dd', '2025-12-15'],
  [46006, 'yyyy"年"m"月"d"日"', '2025年12月15日'],
  [46006, '[$-804]yyyy"年"m"月"d"日";@', '2025年12月15日'],
  [46006, 'aaaa', '星期一'],
  [46006, 'd-mmm-yy', '15-Dec-25'],
  [46006, '[DBNum1][$-804]yyyy"年"m"月"d"日"', '二〇二五年十二月十五日'],
  [45200, '[DBNum1]m"月"d"日"', '十月一日'],
  [46006.5, 'yyyy/m/d h:mm', '2025/12/15 12:00'],
  [46006.99999999, 'yyyy/m/d h:mm:ss', '2025/12/16 0:00:00'],
  [0.75, 'h:mm AM/PM', '6:00 PM'],
  [0.25, '上午/下午h"时"mm"分"', '上午6时00分'],
  [1.5, '[h]:mm', '36:00'],
  [0.000011574, 'mm:ss.0', '00:01.0'],
  [60, 'yyyy/m/d', '1900/2/29'],
  [1, 'yyyy/m/d', '1900/1/1'],
  [-1, 'yyyy/m/d', '-1'],
  [1e9, 'yyyy/m/d', '1000000000'],
])('%p as %p is %p', (value, code, expected) => {
  expect(formatNumber(value, code)).toBe(expected);
});

test.each([
  ['甲', undefined, '甲'],
  ['甲', '@', '甲'],
  ['甲', '0.00', '甲'],
  ['甲', '0;0;0;"第"@"号"', '第甲号'],
  ['甲', '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', '甲'],
])('text %p as %p is %p', (value, code, expected) => {
  expect(formatText(value, code)).toBe(expected);
});

test.each([
  ['yyyy/m/d', true],
  ['[h]:mm', true],
  ['[$-804]aaaa', true],
  ['0.00', false],
  ['0"d"', false],
  ['[Red]0', false],
  ['0.00E+00', false],
  [undefined, false],
])('%p is a date: %p', (code, expected) => {
  expect(isDateFormat(code)).toBe(expected);
});

test('days and serial numbers agree', () => {
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
      const parts = datePartsOf(serial);
      const two = (value = 0) => String(value).padStart(2, '0');
      return serialOf(`${parts?.year}-${two(parts?.month)}-${two(parts?.day)}`) === serial;
    }),
    { seed: 20264 },
  );
});

test('no code and no number makes it throw', () => {
  const pieces = fc.constantFrom(
    '0',
    '#',
    '?',
    '.',
    ',',
    '%',
    'E+',
    '/',
    '"',
    'm',
    'h',
    's',
    'y',
    'd',
    '[h]',
    '[>1]',
    '[',
    ']',
    ';',
    '@',
    '*',
    '_',
    '\\',
    'AM/PM',
    '[DBNum1]',
    'General',
    '年',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), fc.double(), (code, value) => {
      expect(typeof formatNumber(value, code.join(''))).toBe('string');
      expect(typeof formatText('甲', code.join(''))).toBe('string');
    }),
    runs(3000, 20265),
  );
});

test('General reads back as the number, to ten digits', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e12, max: 1e12, noNaN: true }),
      (value) => Math.abs(Number(general(value)) - value) <= Math.max(Math.abs(value) * 1e-9, 1e-9),
    ),
    { seed: 20266 },
  );
});
