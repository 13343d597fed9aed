import { cellOf, TableBuilder, type Block, type Table } from '../document';

/**
 * A table of a word processor whose cells were put on lines of their own: each begins with a tab, goes on over lines
 * without one, and a blank line ends the row.
 */
export function isBroken(text: string): boolean {
  const lines = text.split('\n');
  const cells = lines.filter((line) => line.startsWith('\t')).length;
  return cells >= 4 && lines.every((line) => line.lastIndexOf('\t') <= 0);
}

export function brokenBlocks(text: string): Block[] {
  const blocks: Block[] = [];
  let rows: string[][] = [];
  let row: string[] | null = null;
  const endTable = () => {
    if (rows.length > 0) blocks.push({ table: tableOf(mended(rows)) });
    rows = [];
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('\t')) {
      if (!row) rows.push((row = []));
      row.push(line.slice(1));
    } else if (line.trim() === '') row = null;
    else if (row) row[row.length - 1] += `\n${line}`;
    else {
      endTable();
      blocks.push({ line });
    }
  }
  endTable();
  return blocks;
}

/** The number of cells that most rows have. */
function widthOf(rows: readonly string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const full = [...counts].filter(([length]) => length > 2).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0];
  return full?.[0] ?? Math.max(0, ...counts.keys());
}

/**
 * What the breaking spoiled: a blank line at the end of a cell cut its row in two; a head over two columns left an empty
 * cell too many in the rows under it.
 */
function mended(rows: readonly string[][]): string[][] {
  const width = widthOf(rows);
  const result: string[][] = [];
  let full = false;
  for (const row of rows) {
    const last = result[result.length - 1];
    const joins =
      full && last && last.length < width && last.length + row.length === width && (row[0] as string).trim() !== '';
    if (joins) last.push(...row);
    else result.push([...row]);
    full ||= row.length >= width;
  }
  for (const row of result) {
    while (row.length > width) {
      let spare = row.length - 1;
      while (spare > 0 && (row[spare] as string).trim() !== '') spare--;
      if (spare === 0) break;
      row.splice(spare, 1);
    }
  }
  return result;
}

/** The last cell of a row too short reaches over the columns that are left. */
function tableOf(rows: readonly string[][]): Table {
  const width = Math.max(...rows.map(({ length }) => length));
  const table = new TableBuilder();
  for (const row of rows) {
    table.startRow();
    row.forEach((text, index) => {
      const last = index === row.length - 1 && index > 0;
      table.add(cellOf(text), last ? width - index : 1);
    });
  }
  return table.finish();
}
