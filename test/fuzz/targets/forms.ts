import { FormatError, openBytes, openPasted, renderFormatError } from '../../../src/formats';
import { csvOf, docxOf, htmlOf, htmlRows, markdownOf, spreadsheetOf, utf16, brokenOf } from '../../support/forms';
import { HOSTILE_FILES } from '../../support/hostile-files';
import { mutateBytes, mutateText } from '../mutate';
import type { Random } from '../random';
import { SHEETS, WORDS } from '../sheets';
import { ensure, type Target } from '../target';
import { archiveOf, MARKUP, mutateArchive, type Archive } from './archives';

interface FormsCase {
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly html?: string;
  readonly text?: string;
}

const encoder = new TextEncoder();
const sheets = SHEETS.slice(0, 5);
const ALL_WORDS = [...MARKUP, ...WORDS, '"', '""', '\t', '|', '|---|', '\r', '\r\n\r\n', ',', ';'];
const TEXTS = sheets.flatMap((sheet) => [
  { name: '表.csv', text: csvOf(sheet) },
  { name: '表.tsv', text: csvOf(sheet, '\t') },
  { name: '表.md', text: markdownOf(sheet) },
  { name: '表.html', text: htmlOf(sheet) },
  { name: '表.txt', text: brokenOf(sheet) },
  { name: '表.xls', text: new TextDecoder().decode(spreadsheetOf(sheet, 'xlml')) },
  { name: '表.mht', text: `MIME-Version: 1.0\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${htmlOf(sheet)}` },
]);
const OTHERS = TEXTS.map(({ text }) => text);
const BINARY = [
  ...sheets.map((sheet) => ({ name: '表.xls', bytes: spreadsheetOf(sheet, 'biff8') })),
  { name: '旧.xls', bytes: spreadsheetOf(SHEETS[0] as (typeof SHEETS)[number], 'biff5') },
  ...HOSTILE_FILES.filter(({ name }) => !/^(?:炸弹|行|列|嵌套)/u.test(name)).map(({ name, bytes }) => ({
    name,
    bytes: bytes(),
  })),
  { name: '表.csv', bytes: utf16(csvOf(SHEETS[0] as (typeof SHEETS)[number]), 'le') },
];

/** .docx is put together in turns. */
const archives: Promise<readonly { readonly name: string; readonly archive: Archive }[]> = (async () => {
  const documents = await Promise.all(sheets.map(docxOf));
  return [
    ...documents.map((bytes) => ({ name: '表.docx', archive: archiveOf(bytes) })),
    ...sheets.slice(0, 2).map((sheet) => ({ name: '表.ods', archive: archiveOf(spreadsheetOf(sheet, 'ods')) })),
    ...sheets.slice(0, 2).map((sheet) => ({ name: '表.xlsb', archive: archiveOf(spreadsheetOf(sheet, 'xlsb')) })),
  ];
})();

async function make(random: Random): Promise<FormsCase> {
  switch (random.below(5)) {
    case 0: {
      const { name, bytes } = random.pick(BINARY);
      return { name, bytes: mutateBytes(random, bytes) };
    }
    case 1: {
      const { name, archive } = random.pick(await archives);
      return { name, bytes: mutateArchive(random, archive, ALL_WORDS) };
    }
    case 2: {
      const { name, text } = random.pick(TEXTS);
      return { name, bytes: mutateBytes(random, encoder.encode(text)) };
    }
    case 3: {
      const sheet = random.pick(sheets);
      return {
        name: '粘贴',
        html: mutateText(random, `<!--StartFragment--><table>${htmlRows(sheet)}</table>`, ALL_WORDS, OTHERS),
        text: mutateText(random, csvOf(sheet, '\t'), ALL_WORDS, OTHERS),
      };
    }
    default: {
      const { name, text } = random.pick(TEXTS);
      return { name, bytes: encoder.encode(mutateText(random, text, ALL_WORDS, OTHERS)) };
    }
  }
}

/** Bytes or a clipboard of any form → sheets: refused in words, or read within the grid. */
export const forms: Target<FormsCase> = {
  name: 'forms',
  make,
  async run({ name, bytes, html, text }) {
    try {
      const { sheets } = bytes ? await openBytes(name, bytes) : openPasted({ html, text }, name);
      for (const { cells, merges } of sheets) {
        ensure(cells.length <= 1_048_576, 'more rows than a sheet has');
        for (const { bottom, right, top, left } of merges) {
          ensure(top <= bottom && left <= right && right < 16_384 && bottom < 1_048_576, 'a merged area off the sheet');
        }
      }
    } catch (error) {
      if (!(error instanceof FormatError)) throw error;
      ensure(renderFormatError(error, 'zh-CN').length > 0, 'refused without a reason');
    }
  },
};
