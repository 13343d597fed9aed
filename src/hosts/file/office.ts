import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FormatError } from '../../formats';

/** Where LibreOffice is: as said, on the path, or where it is usually put. */
const PROGRAMS = [
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  'C:\\Program Files (x86)\\LibreOffice\\program\\soffice.exe',
];

/** Milliseconds after which a document is given up; starting the program takes one or two seconds. */
const PATIENCE = 120_000;

/**
 * A document as .docx by LibreOffice, in a folder and with a profile of its own, so that several may run at once and a
 * person's open window is left alone. The environment variable PERF_ADDIN_SOFFICE names the program. Null where there is
 * none. Throws FormatError office-failed.
 */
export async function convert(bytes: Uint8Array, found: string): Promise<Uint8Array | null> {
  const folder = await mkdtemp(join(tmpdir(), 'perf-addin-office-'));
  try {
    const source = join(folder, `document.${found}`);
    await writeFile(source, bytes);
    const said = process.env['PERF_ADDIN_SOFFICE'];
    for (const program of said ? [said] : PROGRAMS) {
      const outcome = await run(program, [
        `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`,
        '--headless',
        '--norestore',
        ...(found === 'pdf' ? ['--infilter=writer_pdf_import'] : []),
        '--convert-to',
        'docx:MS Word 2007 XML',
        '--outdir',
        folder,
        source,
      ]);
      if (outcome === 'missing') continue;
      // It ends well even where it could not read the document; what counts is whether there is one.
      const converted = await readFile(join(folder, 'document.docx')).catch(() => null);
      if (!converted) throw new FormatError('office-failed', { found });
      return converted;
    }
    return null;
  } finally {
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

function run(program: string, args: readonly string[]): Promise<'ended' | 'missing'> {
  return new Promise((resolve) => {
    execFile(program, [...args], { timeout: PATIENCE, killSignal: 'SIGKILL', windowsHide: true }, (error) => {
      resolve(error?.code === 'ENOENT' || error?.code === 'EACCES' ? 'missing' : 'ended');
    });
  });
}
