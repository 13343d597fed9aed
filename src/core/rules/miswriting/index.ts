import { rewrite } from '../edits';
import { defineRule } from '../rule';
import { textSearch } from '../texts';

/**
 * Usual slips of the input method, wrong → right. Only what can be nothing else: what precedes or follows rules out
 * the words in which the same letters are right (自己完成, 年末完成).
 */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/承办公作(?![风业为用])/gu, '承办工作'],
  [/(?<![自知克异舍一])己(?=经|完成|建成|达到|落实|发放|支付|拨付|实现)/gu, '已'],
  [/(?<![年月期周季岁度段纪旬始本])末(?=完成|达到|达标|落实|实现|发生|出现)/gu, '未'],
  [/(?<![选提海])拔(?=[付款给]|到位)|(?<=[划调核下])拔/gu, '拨'],
  [/(?<![发公])布署(?!名)/gu, '部署'],
  [/按装(?![机配载箱车卸])/gu, '安装'],
  [/(?<![究毕])竟(?=[标争聘赛价拍])/gu, '竞'],
  [/覆盖律(?!师)|复盖率/gu, '覆盖率'],
  [/满意渡(?![过口船])/gu, '满意度'],
  [/完成律(?!师)/gu, '完成率'],
  [/合格律(?!师)/gu, '合格率'],
  [/贯切/gu, '贯彻'],
  [/(?<!预)防犯(?![罪错规])/gu, '防范'],
  [/峻工/gu, '竣工'],
  [/追综(?!合)/gu, '追踪'],
  [/另人满意/gu, '令人满意'],
  [/重覆(?!盖)/gu, '重复'],
  [/幅射/gu, '辐射'],
  [/效果名显/gu, '效果明显'],
  [/(?<!全)部份(?![额数])/gu, '部分'],
  [/撤消/gu, '撤销'],
  [/帐(?=[户务目簿款])|(?<=[台报记入到])帐(?![篷幕子])/gu, '账'],
];

/** Texts without any of these letters hold none of the slips: nearly all are told by this alone. */
const HINT = /[公己末拔署装竟律渡切犯峻综覆复另幅名份消帐]/u;

const hinted = textSearch((text) => HINT.test(text));

const NEAR = 4;
const BREAK = /[\s\p{P}]/u;

/** The slip with a little of what stands around it in the same clause, so that people recognise the place. */
function around(text: string, start: number, end: number): string {
  const before =
    text
      .slice(Math.max(0, start - NEAR), start)
      .split(BREAK)
      .at(-1) ?? '';
  const [after = ''] = text.slice(end, end + NEAR).split(BREAK);
  return before + text.slice(start, end) + after;
}

export const rule = defineRule({
  code: 'PT509',
  name: 'miswriting',
  scope: 'table',
  severity: 'info',
  dimension: 'completeness',
  fields: ['cells'],
  *check(table, { sheet }) {
    for (const found of hinted(table)) {
      if (!found) {
        yield null;
        continue;
      }
      const { field, cell, text, indicator } = found;
      for (const [slip, right] of SLIPS) {
        const [match] = text.matchAll(slip);
        if (!match) continue;
        const context = around(text, match.index, match.index + match[0].length);
        const edit = rewrite(sheet, cell, (whole) => whole.replace(slip, right));
        yield {
          message: 'slip',
          cell,
          // Two slips in one cell are two findings: each keeps its key when the other is mended.
          field: `${field}:${right}`,
          ...(indicator ? { indicator } : {}),
          data: { context, wrong: match[0], right },
          fixes: edit ? [{ title: 'replace', data: { wrong: match[0], right }, grade: 'choice', edits: [edit] }] : [],
        };
      }
    }
  },
});
