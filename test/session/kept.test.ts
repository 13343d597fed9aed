import type { Suppression } from '../../src/core/rules/finding';
import { makeCell, makeSheet, RECORD_SHEET, type SheetSnapshot } from '../../src/core/sheet';
import { checkNow } from '../../src/core/check';
import { renderMessage } from '../../src/i18n';
import { readRecord } from '../../src/session';
import { suppressionsIn } from '../../src/session/kept';
import { sheetOf } from '../support/sheets';

const HEADINGS = ['一级指标', '二级指标', '三级指标', '指标值类型', '指标值', '计量单位'];
const rows = [
  HEADINGS,
  ['产出指标', '数量指标', '巡查水库', '》', 12, '座'],
  ['产出指标', '数量指标', '养护道路', '》', 30, '公里'],
];
const TABLE = sheetOf(rows);

/** Lines as somebody types them: code, place, words, reason, and no key. */
const typed = (...lines: readonly (readonly string[])[]): SheetSnapshot =>
  makeSheet(
    RECORD_SHEET,
    [
      ['类型', '编码', '位置', '问题或内容', '理由', '键'],
      ...lines.map(([code = '', place = '', words = '', reason = '']) => ['保留原值', code, place, words, reason, '']),
    ].map((row) => row.map((word) => makeCell(word === '' ? null : word))),
  );

function checked(record: SheetSnapshot, sheets: readonly SheetSnapshot[] = [TABLE]) {
  const names = [...sheets.map(({ name }) => name), RECORD_SHEET];
  const { findings, stale, unmatched } = checkNow({
    sheets,
    suppressions: suppressionsIn(readRecord(record), names),
  });
  const kept = findings.filter(({ suppressed }) => suppressed && suppressed.reason !== '');
  return { kept: kept.map(({ code, address }) => [code, address.row]), stale, unmatched };
}

const open = checkNow({ sheets: [TABLE] }).findings.filter(({ code }) => code === 'PT215');
const sentence = (at: number, locale: 'zh-CN' | 'en-US' = 'zh-CN'): string => renderMessage(open[at] as never, locale);

describe('a value kept by a line typed by hand', () => {
  test.each<[string, string[], number]>([
    ['code and cell', ['PT215', 'Sheet1!D2', '', '系统限定'], 1],
    ['as people type them', ['ｐｔ２１５', 'Sheet1!$d$3', '照合同', '系统限定'], 2],
    ['the only sheet goes without saying', ['PT215', 'D2', '', '系统限定'], 1],
    ['the sheet was given another name', ['PT215', '旧表!D2', '', '系统限定'], 1],
    ['the sentence, when the row has moved', ['PT215', 'Sheet1!D40', sentence(1), '系统限定'], 2],
    ['the sentence in the other language', ['PT215', '', sentence(0, 'en-US'), '系统限定'], 1],
  ])('%s', (_, line, row) => {
    expect(checked(typed(line))).toEqual({ kept: [['PT215', row]], stale: [], unmatched: [] });
  });

  test.each<[string, string[]]>([
    ['no code', ['', 'Sheet1!D2', '', '系统限定']],
    ['another code', ['PT107', 'Sheet1!D2', '', '系统限定']],
    ['another cell', ['PT215', 'Sheet1!D9', '', '系统限定']],
    ['no cell', ['PT215', '', '', '系统限定']],
    ['several cells', ['PT215', 'Sheet1!D2:D3', '', '系统限定']],
    ['no reason', ['PT215', 'Sheet1!D2', '', '']],
  ])('%s: it does not count, and that is told', (_, line) => {
    const { kept, stale, unmatched } = checked(typed(line));
    expect([kept, stale, unmatched.map(({ code, place }) => [code, place])]).toEqual([[], [], [[line[0], line[1]]]]);
  });

  test('of several sheets one has to be named', () => {
    const other = makeSheet('表二', TABLE.cells);
    expect(checked(typed(['PT215', 'D2', '', '甲']), [TABLE, other])).toMatchObject({ kept: [], unmatched: [{}] });
    expect(checked(typed(['PT215', '表二!D2', '', '甲']), [TABLE, other])).toMatchObject({
      kept: [['PT215', 1]],
      unmatched: [],
    });
  });

  test('what is told of another sheet is no business of this one', () => {
    const suppressions = suppressionsIn(readRecord(typed(['PT215', '表二!D9', '', '甲'])), ['Sheet1', '表二']);
    const { unmatched }: { unmatched: readonly Suppression[] } = checkNow({ sheets: [TABLE], suppressions });
    expect(unmatched).toEqual([]);
  });
});
