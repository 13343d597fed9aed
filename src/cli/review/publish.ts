import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { asWorkbook } from '../../formats';
import type { Published } from '../../formats/xlsx/publish';
import { openFile, saveBytes } from '../../hosts/file/disk';
import { fill } from '../../i18n';
import {
  differencesFrom,
  publicCopy,
  publishWarnings,
  removedText,
  warningText,
  type PublishWarning,
} from '../../session/review/publish';
import { FileFailure, reportOf } from '../errors';
import type { Io } from '../io';
import { Arguments } from './arguments';

/**
 * `publish PATH --out FILE [--approved FILE]`: 生成公开版. Exit status 2 where a file could not be read or written, 1 where
 * something should be looked at first and `--accept` was not given (then nothing is written), else 0.
 */
export async function publishCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = new Arguments(argv, ['out', 'approved', 'format'], ['accept', 'force']);
  const { locale, words } = args;
  const path = args.onePath();
  const out = args.needed('out', 'outMissing');
  const format = args.oneOf('format', ['text', 'json'] as const, 'text');
  const [source, target] = [resolve(io.cwd, path), resolve(io.cwd, out)];
  if (source === target) args.refuse('samePath');
  const ending = /\.(xl[st]m)$/iu.exec(path)?.[1]?.toLowerCase() ?? 'xlsx';
  // A file with macros under the name of one without is refused by Excel, and the other way round.
  if (!out.toLowerCase().endsWith(`.${ending}`)) args.refuse('outFormat', { known: ending });
  let published: Published;
  let warnings: PublishWarning[];
  const accept = args.is('accept');
  try {
    const opened = await openFile(source);
    if (opened.sheets.length === 0) throw new FileFailure('no-sheet');
    published = publicCopy(asWorkbook(opened));
    warnings = publishWarnings(published, locale);
    const approved = args.text('approved');
    if (approved !== null) {
      warnings.push(...differencesFrom(published, (await openFile(resolve(io.cwd, approved))).sheets, locale));
    }
    if (accept || warnings.length === 0) {
      await mkdir(dirname(target), { recursive: true });
      await saveBytes(target, published.file.zip.save(), { replace: args.is('force') });
    }
  } catch (failure) {
    io.stderr(`${path}: ${reportOf(failure, locale).message}\n`);
    return 2;
  }
  const written = accept || warnings.length === 0;
  const { removed } = published;
  if (format === 'json') {
    const said = warnings.map((warning) => ({ ...warning, message: warningText(warning, locale) }));
    await io.stdout(`${JSON.stringify({ version: 1, path, out: written ? out : null, warnings: said, removed })}\n`);
  } else {
    const { publish } = words;
    for (const warning of warnings) await io.stdout(`${publish.warning}  ${warningText(warning, locale)}\n`);
    const done = fill(publish.done, { path: out, removed: removedText(removed, locale) }, locale);
    await io.stdout(`${written ? done : publish.refused}\n`);
  }
  return written ? 0 : 1;
}
