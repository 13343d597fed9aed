import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalMergeType,
  WidthType,
} from 'docx';
import * as SheetJs from '@e965/xlsx';
import { mergeAt, usedRange, type Range, type SheetSnapshot } from '../../src/core/sheet';

/** A cell of a table as it is to be written: where it stands, what it says, how far it reaches. */
interface Placed {
  readonly text: string;
  readonly area: Range;
}

/** The cells of a row that begin or go on in it, from left to right, as the table's grid has them. */
function placed(sheet: SheetSnapshot, row: number, right: number): Placed[] {
  const found: Placed[] = [];
  for (let column = 0; column <= right; column++) {
    const area = mergeAt(sheet, { row, column }) ?? { top: row, left: column, bottom: row, right: column };
    found.push({ text: sheet.cells[row]?.[column]?.text ?? '', area });
    column = area.right;
  }
  return found;
}

function sizeOf(sheet: SheetSnapshot): { readonly bottom: number; readonly right: number } {
  const used = usedRange(sheet) ?? { bottom: 0, right: 0 };
  return { bottom: used.bottom, right: Math.max(used.right, ...sheet.merges.map(({ right }) => right)) };
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Rows of a sheet as those of an HTML table, breaks as `<br>`. */
export function htmlRows(sheet: SheetSnapshot): string {
  const { bottom, right } = sizeOf(sheet);
  const rows: string[] = [];
  for (let row = 0; row <= bottom; row++) {
    const cells = placed(sheet, row, right).filter(({ area }) => area.top === row);
    rows.push(
      `<tr>${cells
        .map(({ text, area }) => {
          const spans = [
            area.right > area.left ? ` colspan=${area.right - area.left + 1}` : '',
            area.bottom > area.top ? ` rowspan="${area.bottom - area.top + 1}"` : '',
          ];
          return `<td${spans.join('')}>${escapeHtml(text).replaceAll('\n', '<br>')}</td>`;
        })
        .join('\n')}</tr>`,
    );
  }
  return rows.join('\n');
}

export function htmlOf(sheet: SheetSnapshot): string {
  return `<!DOCTYPE html><html><head><meta charset="utf-8"><title>表</title></head><body><table>${htmlRows(sheet)}</table></body></html>`;
}

export function csvOf(sheet: SheetSnapshot, separator = ','): string {
  const { bottom, right } = sizeOf(sheet);
  const lines: string[] = [];
  for (let row = 0; row <= bottom; row++) {
    const fields = Array.from({ length: right + 1 }, (_, column) => sheet.cells[row]?.[column]?.text ?? '');
    lines.push(
      fields
        .map((field) =>
          /["\n\r]/.test(field) || field.includes(separator) ? `"${field.replaceAll('"', '""')}"` : field,
        )
        .join(separator),
    );
  }
  return `${lines.join('\r\n')}\r\n`;
}

export function markdownOf(sheet: SheetSnapshot): string {
  const { bottom, right } = sizeOf(sheet);
  const width = right + 1;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const lines = [line(Array.from({ length: width }, () => '')), `|${'---|'.repeat(width)}`];
  for (let row = 0; row <= bottom; row++) {
    lines.push(
      line(
        Array.from({ length: width }, (_, column) =>
          escapeHtml(sheet.cells[row]?.[column]?.text ?? '')
            .replaceAll('|', '\\|')
            .replaceAll('\n', '<br>'),
        ),
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}

/** Cells on lines of their own, each after a tab, rows apart by blank lines: a table pasted as broken text. */
export function brokenOf(sheet: SheetSnapshot): string {
  const { bottom, right } = sizeOf(sheet);
  const rows: string[] = [];
  for (let row = 0; row <= bottom; row++) {
    const cells = placed(sheet, row, right);
    const only = cells[0];
    // Titles are lines above the table.
    if (cells.every(({ text }, index) => index === 0 || text === '') && only && row < 3) rows.push(only.text);
    else rows.push(cells.map(({ text }) => `\t${text}`).join('\n'));
  }
  return `${rows.join('\n\n')}\n`;
}

export async function docxOf(sheet: SheetSnapshot): Promise<Uint8Array> {
  const { bottom, right } = sizeOf(sheet);
  const rows: TableRow[] = [];
  for (let row = 0; row <= bottom; row++) {
    rows.push(
      new TableRow({
        children: placed(sheet, row, right).map(
          ({ text, area }) =>
            new TableCell({
              columnSpan: area.right - area.left + 1,
              ...(area.bottom > area.top
                ? { verticalMerge: area.top === row ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }
                : {}),
              children: (area.top === row ? text : '')
                .split('\n')
                .map((line) => new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(line)] })),
            }),
        ),
      }),
    );
  }
  const columnWidths = Array.from({ length: right + 1 }, () => 1500);
  const table = new Table({ rows, columnWidths, width: { size: 1500 * (right + 1), type: WidthType.DXA } });
  return Packer.pack(new Document({ sections: [{ children: [table, new Paragraph('')] }] }), 'uint8array');
}

/** A workbook in another program's form, as SheetJS writes it. */
export function spreadsheetOf(sheet: SheetSnapshot, bookType: SheetJs.BookType): Uint8Array {
  const { bottom, right } = sizeOf(sheet);
  const rows = Array.from({ length: bottom + 1 }, (_, row) =>
    Array.from({ length: right + 1 }, (_, column) => {
      const value = sheet.cells[row]?.[column]?.value ?? null;
      return typeof value === 'object' && value ? value.error : value;
    }),
  );
  const written = SheetJs.utils.aoa_to_sheet(rows);
  written['!merges'] = sheet.merges.map(({ top, left, bottom, right }) => ({
    s: { r: top, c: left },
    e: { r: bottom, c: right },
  }));
  const book = SheetJs.utils.book_new();
  SheetJs.utils.book_append_sheet(book, written, sheet.name);
  return new Uint8Array(SheetJs.write(book, { type: 'array', bookType }) as ArrayBuffer);
}

/** Text in GB18030: two bytes a character, as far as tables need it. */
export function gb18030(text: string): Uint8Array {
  const codes = new Map<string, readonly [number, number]>();
  const decoder = new TextDecoder('gb18030');
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      const char = decoder.decode(Uint8Array.of(high, low));
      if (low !== 0x7f && char.length === 1 && !codes.has(char)) codes.set(char, [high, low]);
    }
  }
  return Uint8Array.from(
    [...text].flatMap((char) => {
      if (char.charCodeAt(0) < 0x80) return [char.charCodeAt(0)];
      const code = codes.get(char);
      if (!code) throw new Error(`not in GB18030's two bytes: ${char}`);
      return [...code];
    }),
  );
}

export function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array {
  const marked = mark ? `\uFEFF${text}` : text;
  const bytes = new Uint8Array(2 * marked.length);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < marked.length; i++) view.setUint16(2 * i, marked.charCodeAt(i), order === 'le');
  return bytes;
}
