import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Whether LibreOffice is there to compare with; what it would have shown is said once where it is not. */
export const office = spawnSync('soffice', ['--version'], { timeout: 60_000 }).status === 0;
if (!office) console.warn('LibreOffice is not installed: nothing was compared with what it shows');

const RECALCULATE =
  '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">' +
  '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>';

/**
 * Every sheet of workbooks as LibreOffice shows it, without the empty cells at its ends; by `file-sheet.csv`. `folder` is
 * a new one each time. It does not calculate anew on its own (`recalculated`), as spreadsheets do that heed the file's wish.
 */
export function shown(folder: string, files: readonly string[], recalculated = false): Map<string, string> {
  const out = join(folder, 'csv');
  mkdirSync(out, { recursive: true });
  const home = join(folder, 'office');
  mkdirSync(join(home, 'user'), { recursive: true });
  if (recalculated) writeFileSync(join(home, 'user', 'registrymodifications.xcu'), RECALCULATE);
  const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';
  const profile = `-env:UserInstallation=file://${home}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', filter, '--outdir', out, ...files], {
    timeout: 240_000,
    stdio: 'ignore',
  });
  const tidy = (text: string) =>
    text
      .split('\n')
      .map((line) => line.replace(/(?<!,),+$/, ''))
      .join('\n')
      .trimEnd();
  return new Map(readdirSync(out).map((name) => [name, tidy(readFileSync(join(out, name), 'utf8'))]));
}

/** A workbook as LibreOffice saves it again, in the same form. `folder` is a new one each time. */
export function resaved(folder: string, bytes: Uint8Array): Uint8Array {
  const [from, out, home] = ['from', 'out', 'office'].map((name) => join(folder, name)) as [string, string, string];
  for (const place of [from, out, home]) mkdirSync(place, { recursive: true });
  const file = join(from, 'workbook.xlsx');
  writeFileSync(file, bytes);
  const profile = `-env:UserInstallation=file://${home}`;
  execFileSync(
    'soffice',
    [profile, '--headless', '--convert-to', 'xlsx:Calc MS Excel 2007 XML', '--outdir', out, file],
    {
      timeout: 240_000,
      stdio: 'ignore',
    },
  );
  return new Uint8Array(readFileSync(join(out, 'workbook.xlsx')));
}
