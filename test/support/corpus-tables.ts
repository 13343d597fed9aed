import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCell, makeSheet } from '../../src/core/sheet';
import type { SheetSnapshot } from '../../src/core/sheet';

const file = join(__dirname, '../../../shared/corpus/tables.jsonl');

/** Real tables to develop against; they are no part of the project. */
export const corpusTables = existsSync(file) ? file : null;

interface CorpusTable {
  readonly title?: string;
  readonly unit?: string;
  readonly year?: number;
  readonly year_yuan?: string;
  readonly kind: string;
  readonly indicators: readonly {
    readonly level1: string;
    readonly level2: string;
    readonly name: string;
    readonly raw: string;
    readonly explanation: string | null;
  }[];
}

/** The tables as sheets: the form of a project's targets, with the budget of the year where it is known. */
export function corpusSheets(): SheetSnapshot[] {
  if (corpusTables === null) return [];
  return readFileSync(corpusTables, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      const table = JSON.parse(line) as CorpusTable;
      const rows: (string | null | undefined)[][] = [
        [table.year === undefined ? table.kind : `${table.year}年度项目支出绩效目标表`],
        ...(table.unit === undefined
          ? []
          : [
              ['项目名称', table.title],
              ['主管部门', table.unit],
              ['项目资金（元）', '年度资金总额', table.year_yuan],
            ]),
        ['一级指标', '二级指标', '三级指标', '指标值', '指标值说明'],
        ...table.indicators.map(({ level1, level2, name, raw, explanation }) => [
          level1,
          level2,
          name,
          raw,
          explanation,
        ]),
      ];
      return makeSheet(
        `T${index + 1}`,
        rows.map((row) => row.map((text) => makeCell(text ?? null))),
      );
    });
}
