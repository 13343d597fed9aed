import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { isOwnSheet, RECORD_SHEET, cellAt, formatCell, type Edit, type SheetSnapshot } from '../core/sheet';
import { asWorkbook } from '../formats';
import { computedValues } from '../functions/computed';
import { toNative, type ConversionNote } from '../functions/conversion';
import { FileHost } from '../hosts/file';
import { openFile, saveBytes } from '../hosts/file/disk';
import { fill } from '../i18n';
import { planFormulas } from '../session/formulas';
import { localTime } from '../session/record';
import { FileFailure, reportOf } from './errors';
import type { Io } from './io';
import { nativeOptions, type NativeOptions } from './native-options';
import { NATIVE_WORDING } from './native-wording';

interface Refusal {
  readonly reason: string;
  readonly data: Readonly<Record<string, unknown>>;
}

interface ConvertedSheet {
  readonly name: string;
  readonly changed: readonly {
    readonly cell: string;
    readonly from: string;
    readonly to: string;
    readonly notes: readonly ConversionNote[];
  }[];
  readonly left: readonly ({ readonly cell: string; readonly formula: string } & Refusal)[];
}

/**
 * `native PATH`: 转为普通公式. PERF formulas become what needs no add-in, as in the pane, and the record keeps what they
 * were; also those that Excel stored while the add-in was missing (`_xldudf_PERF_SCORE`). Exit status 2 where the file
 * could not be read or written, 1 where a formula had to be left, else 0.
 */
export async function nativeCommand(args: readonly string[], io: Io): Promise<number> {
  const options = nativeOptions(args);
  const { path, locale } = options;
  const text = NATIVE_WORDING[locale];
  try {
    const opened = await openFile(resolve(io.cwd, path));
    if (options.out === null && !opened.workbook) throw new FileFailure('read-only-form');
    const target = resolve(io.cwd, options.out ?? path);
    if (options.out !== null && target === resolve(io.cwd, path)) throw new FileFailure('same-file');
    const host = new FileHost(asWorkbook(opened));
    const before = host.file;
    const sheets: ConvertedSheet[] = [];
    for (const { name } of sheetsOf(host, options)) {
      const { edits, converted } = convert(host, name, localTime(new Date()));
      const outcome = edits.length > 0 ? await host.apply(edits, { label: '' }) : null;
      if (outcome?.status === 'failed') throw outcome.error;
      if (outcome?.status === 'conflict') throw new FileFailure('conflict');
      if (converted.changed.length + converted.left.length > 0) sheets.push(converted);
    }
    if (options.out !== null || host.file !== before) {
      await mkdir(dirname(target), { recursive: true });
      const backup = await saveBytes(target, host.bytes(), { replace: true });
      if (backup !== null) io.stderr(`${fill(text.backup, { path: backup }, locale)}\n`);
    }
    const count = (of: 'changed' | 'left') => sheets.reduce((sum, sheet) => sum + sheet[of].length, 0);
    const [changed, left] = [count('changed'), count('left')];
    io.stderr(`${path}: ${fill(left > 0 ? text.someLeft : text.done, { changed, left }, locale)}\n`);
    await io.stdout(`${JSON.stringify({ version: 1, path, sheets })}\n`);
    return left > 0 ? 1 : 0;
  } catch (failure) {
    io.stderr(`${path}: ${reportOf(failure, locale).message}\n`);
    await io.stdout(`${JSON.stringify({ version: 1, path, error: reportOf(failure, locale, path), sheets: [] })}\n`);
    return 2;
  }
}

function sheetsOf(host: FileHost, { sheet }: NativeOptions): SheetSnapshot[] {
  const sheets = host.file.sheets.filter(({ name }) => !isOwnSheet(name) && (sheet === null || name === sheet));
  if (sheet !== null && sheets.length === 0) throw new FileFailure('missing-sheet', { sheet });
  return sheets;
}

function convert(host: FileHost, name: string, at: string): { edits: readonly Edit[]; converted: ConvertedSheet } {
  const { sheets } = host.file;
  const sheet = sheets.find((one) => one.name === name) as SheetSnapshot;
  const record = sheets.find((one) => one.name === RECORD_SHEET) ?? null;
  const valueOf = computedValues(sheet);
  const { edits, outcome } = planFormulas<ConversionNote, Refusal>(
    sheet,
    record,
    {
      command: 'native',
      scope: null,
      label: '',
      translate(formula, on, cell) {
        const conversion = toNative(formula, on);
        if (conversion.ok) {
          const result = valueOf(cell);
          return result === undefined ? conversion : { ...conversion, result };
        }
        const { reason } = conversion;
        const data =
          'error' in conversion ? { error: conversion.error.error, ...conversion.error.data } : conversion.data;
        return { ok: false, refusal: { reason, data } };
      },
    },
    { by: '', at },
  );
  const formulaAt = (cell: Parameters<typeof cellAt>[1]) => cellAt(sheet, cell)?.formula ?? '';
  const written = (address: string) =>
    edits.find((edit) => edit.kind === 'set' && edit.sheet === name && formatCell(edit.cell) === address);
  return {
    edits,
    converted: {
      name,
      changed: outcome.changed.map(({ cell, notes }) => {
        const edit = written(formatCell(cell));
        const to = edit?.kind === 'set' && 'formula' in edit.to ? edit.to.formula : '';
        return { cell: formatCell(cell), from: formulaAt(cell), to, notes };
      }),
      left: outcome.left.map(({ cell, why }) => ({
        cell: formatCell(cell),
        formula: formulaAt(cell),
        ...(why.kind === 'refused' ? why.refusal : { reason: why.kind, data: {} }),
      })),
    },
  };
}
