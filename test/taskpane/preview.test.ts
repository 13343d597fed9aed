import fc from 'fast-check';
import { changeOf, contentText } from '../../src/taskpane/preview';
import { runs } from '../support/runs';

describe('preview of a fix', () => {
  test.each([
    ['=', '≥', ['', '=', '≥', '']],
    ['', '中共芷江侗族自治县委组织部', ['', '', '中共芷江侗族自治县委组织部', '']],
    [
      '宏观指导和承办公作，以及人事档案的管理',
      '宏观指导和承办工作，以及人事档案的管理',
      ['…观指导和承办', '公', '工', '作，以及人事…'],
    ],
    [
      '经济效率指标及其说明的文字在此处甚长',
      '经济效益指标及其说明的文字在此处甚长',
      ['经济效', '率', '益', '指标及其说明…'],
    ],
    ['一二三四五六七八九十一二三四五六七', '一二三四五六七八九十一二三四五六七八', ['…二三四五六七', '', '八', '']],
  ])('%s → %s', (from, to, [before, removed, added, after]) => {
    expect(changeOf(from, to)).toEqual({ before, removed, added, after });
  });

  test('shows both texts whole but for what they share at the ends', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 }).filter((one) => !one.includes('…'));
    fc.assert(
      fc.property(text, text, (from, to) => {
        const { before, removed, added, after } = changeOf(from, to);
        const head = before.replace('…', '');
        const tail = after.replace('…', '');
        expect(from).toContain(head + removed + tail);
        expect(to).toContain(head + added + tail);
        if (!before.startsWith('…')) expect(from.startsWith(head + removed)).toBe(true);
        if (!after.endsWith('…')) expect(to.endsWith(added + tail)).toBe(true);
        if (from !== to) expect(removed).not.toBe(added);
      }),
      runs(300, 20261121),
    );
  });

  test.each([
    [{ blank: true } as const, ''],
    [{ text: '48\r\n35.36' }, '48⏎35.36'],
    [{ number: 0.95, numberFormat: '0%' }, '0.95'],
    [{ boolean: true }, 'TRUE'],
    [{ formula: '=A1' }, '=A1'],
    [{ error: '#REF!' }, '#REF!'],
  ])('contents as people see them: %j', (content, text) => {
    expect(contentText(content)).toBe(text);
  });
});
