import Big from 'big.js';
import type { Edit, Range } from '../core/sheet';
import type { TableKind } from '../core/indicator';
import type { Locale } from '../i18n';

/** A table in the ledger, or a file that could not be read. */
export interface LedgerRow {
  readonly department: string | null;
  readonly project: string | null;
  readonly kind: TableKind | null;
  readonly year: number | null;
  /** In 元. */
  readonly yuan: number | null;
  readonly score: number | null;
  readonly grade: string | null;
  readonly indicators: number | null;
  readonly error: number | null;
  readonly warning: number | null;
  readonly info: number | null;
  readonly round: number | null;
  /** `YYYY-MM-DD`. */
  readonly deadline: string | null;
  readonly file: string;
  readonly sheet: string;
  /** Why it could not be read; '' where it was. */
  readonly note: string;
}

const zh = {
  title: '绩效表审核汇总台账',
  sheet: '汇总台账',
  head: [
    '序号',
    '部门（单位）',
    '项目',
    '表别',
    '年度',
    '金额（万元）',
    '得分',
    '等级',
    '指标数',
    '必改',
    '建议修改',
    '提示',
    '问题数',
    '轮次',
    '截止日期',
    '文件',
    '工作表',
    '备注',
  ],
  kinds: { target: '绩效目标表', 'self-evaluation': '绩效自评表', monitoring: '运行监控表' } satisfies Record<
    TableKind,
    string
  >,
};

const en: typeof zh = {
  title: 'Ledger of reviewed performance tables',
  sheet: 'Ledger',
  head: [
    'No.',
    'Department',
    'Project',
    'Table',
    'Year',
    'Amount (10,000 yuan)',
    'Score',
    'Grade',
    'Indicators',
    'Errors',
    'Warnings',
    'Hints',
    'Findings',
    'Round',
    'Deadline',
    'File',
    'Sheet',
    'Note',
  ],
  kinds: { target: 'Targets', 'self-evaluation': 'Self-evaluation', monitoring: 'Monitoring' },
};

const WIDTHS = [6, 26, 26, 12, 8, 14, 8, 8, 8, 8, 10, 8, 8, 8, 12, 30, 18, 30];
/** Columns of words, which begin at the left. */
const WORDS: ReadonlySet<number> = new Set([1, 2, 15, 16, 17]);
const AMOUNT = 5;
const LAST = WIDTHS.length - 1;

/** Name of the sheet on which the ledger stands. */
export function ledgerSheet(locale: Locale): string {
  return (locale === 'zh-CN' ? zh : en).sheet;
}

/**
 * 汇总台账: one row a table, on a sheet that is still blank. Whatever a name begins with (=, +, -, @), it is written as
 * text.
 */
export function ledgerEdits(rows: readonly LedgerRow[], sheet: string, locale: Locale): Edit[] {
  const text = locale === 'zh-CN' ? zh : en;
  const edits: Edit[] = [];
  const put = (row: number, column: number, value: string | number | null): void => {
    if (value === null || value === '') return;
    const to = typeof value === 'number' ? { number: value } : { text: value };
    edits.push({ kind: 'set', sheet, cell: { row, column }, from: { blank: true }, to });
  };
  const area = (top: number, left: number, bottom: number, right: number): Range => ({ top, left, bottom, right });
  put(0, 0, text.title);
  text.head.forEach((header, column) => put(1, column, header));
  rows.forEach((row, index) => {
    const { error, warning, info } = row;
    const all = error === null || warning === null || info === null ? null : error + warning + info;
    [
      index + 1,
      row.department,
      row.project,
      row.kind && text.kinds[row.kind],
      row.year,
      row.yuan === null ? null : new Big(row.yuan).div(10_000).round(6).toNumber(),
      row.score,
      row.grade,
      row.indicators,
      error,
      warning,
      info,
      all,
      row.round,
      row.deadline,
      row.file,
      row.sheet,
      row.note,
    ].forEach((value, column) => put(index + 2, column, value));
  });
  const bottom = rows.length + 1;
  const body = { font: '宋体', size: 10.5, vertical: 'middle', wrap: true, borders: true } as const;
  edits.push(
    { kind: 'merge', sheet, range: area(0, 0, 0, LAST) },
    {
      kind: 'format',
      sheet,
      range: area(0, 0, 0, LAST),
      format: { font: '黑体', size: 16, horizontal: 'center', vertical: 'middle' },
    },
    { kind: 'format', sheet, range: area(1, 0, bottom, LAST), format: { ...body, horizontal: 'center' } },
    { kind: 'format', sheet, range: area(1, 0, 1, LAST), format: { bold: true, fill: '#F2F2F2' } },
  );
  if (rows.length > 0) {
    for (const column of WORDS) {
      edits.push({ kind: 'format', sheet, range: area(2, column, bottom, column), format: { horizontal: 'left' } });
    }
    edits.push({
      kind: 'format',
      sheet,
      range: area(2, AMOUNT, bottom, AMOUNT),
      format: { horizontal: 'right', numberFormat: '#,##0.00' },
    });
  }
  return [
    ...edits,
    { kind: 'columnWidths', sheet, first: 0, sizes: WIDTHS },
    { kind: 'rowHeights', sheet, first: 0, sizes: [32, 30, ...rows.map(heightOf)] },
    {
      kind: 'pageSetup',
      sheet,
      orientation: 'landscape',
      paper: 'A3',
      margins: { top: 1.5, right: 1.3, bottom: 1.5, left: 1.3 },
      printArea: area(0, 0, bottom, LAST),
      titleRows: { top: 1, bottom: 1 },
      pageNumbers: true,
    },
  ];
}

/** Points for the longest name of a row; characters of a Chinese text are two wide. */
function heightOf({ department, project, file, sheet, note }: LedgerRow): number {
  const texts = [department, project, file, sheet, note];
  const columns = [...WORDS];
  const lines = texts.map((text, index) => {
    const width = [...(text ?? '')].reduce((sum, char) => sum + ((char.codePointAt(0) as number) > 0xff ? 2 : 1), 0);
    return Math.ceil((width * 1.1) / ((WIDTHS[columns[index] ?? 0] ?? 20) - 1));
  });
  return Math.min(409, Math.max(1, ...lines) * 15 + 7);
}
