import { makeCell, makeSheet, parseRange, type Range } from '../../core/sheet';
import type { GridSheet } from '../../hosts/workbench';
import { plainLooks } from '../looks';

/** 示例: a table that comes with the page. */
export interface Sample {
  readonly sheet: string;
  /** In pixels, from column A on. */
  readonly columnWidths: readonly number[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  readonly merges: readonly string[];
}

export function sampleSheet({ sheet, rows, merges, columnWidths }: Sample): GridSheet {
  const areas = merges.map(parseRange).filter((range): range is Range => range !== null);
  const snapshot = makeSheet(
    sheet,
    rows.map((row) => row.map((value) => makeCell(value))),
    { merges: areas },
  );
  return { snapshot, looks: plainLooks(snapshot, columnWidths) };
}
