import fc from 'fast-check';
import { personalNumbers } from '../../../src/core/check';
import { runs } from '../../support/runs';

const found = (text: string, bare = false) =>
  personalNumbers(text, { bare }).map(({ kind, text: number }) => `${kind} ${number}`);

describe('numbers of persons', () => {
  test.each([
    ['身份证 11010519491231002X', ['identity 11010519491231002X']],
    ['440524188001010014', []], // born in 1880
    ['110105194912310021', []],
    ['110105194902300012', []], // 30 February // another check digit
    ['110105491231002', ['identity 110105491231002']],
    ['联系人张三13800138000，下同', ['mobile 13800138000']],
    ['138 0013 8000', ['mobile 138 0013 8000']],
    ['+86 138-0013-8000', ['mobile +86 138-0013-8000']],
    ['１３８００１３８０００', ['mobile 13800138000']],
    ['电话：0734-8888888', ['landline 0734-8888888']],
    ['(0734)8888888', ['landline (0734)8888888']],
    ['联系电话 8888888', ['landline 8888888']],
    ['开户行：某银行，账号 1901012345678', ['account 1901012345678']],
    ['6222021234567890128', ['account 6222021234567890128']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test.each([
    '13800138000.00',
    '13800138000元',
    '投入13,800,138,000元',
    '2025年12月31日前',
    '20251231',
    '财预〔2021〕101号',
    '统一社会信用代码 11430424006123456X',
    '编号 13812345678',
    '覆盖15个乡镇、8888888人',
    '1380013800',
    '6222021234567890123',
    '3.14159265358979',
  ])('none in %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('a round number that stands alone is an amount', () => {
    expect(found('15000000000', true)).toEqual([]);
    expect(found('13800138123', true)).toEqual(['mobile 13800138123']);
  });

  test('every card with its right check character, and with no other', () => {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const birth = fc.date({ min: new Date('1930-01-01'), max: new Date('2020-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(birth, fc.nat(999), fc.constantFrom('110105', '430424', '652201'), (date, order, region) => {
        const body = region + date.toISOString().slice(0, 10).replaceAll('-', '') + String(order).padStart(3, '0');
        const sum = weights.reduce((total, weight, index) => total + weight * Number(body[index]), 0);
        const right = '10X98765432'[sum % 11] as string;
        expect(found(`证号${body}${right}。`)).toEqual([`identity ${body}${right}`]);
        const wrong = right === '7' ? '8' : '7';
        expect(found(`证号${body}${wrong}。`).filter((one) => one.startsWith('identity'))).toEqual([]);
      }),
      runs(200),
    );
  });

  test('any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789X-() 电话账号元.') }), (text) => {
        for (const { text: number, start } of personalNumbers(text)) expect(text.slice(start)).toContain(number);
      }),
      runs(500),
    );
  });
});
