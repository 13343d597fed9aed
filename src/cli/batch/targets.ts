import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { InputFile } from '../files';

/** Where changed copies go; each input gets a place of its own, whatever others are called. */
export class Targets {
  private readonly taken = new Set<string>();

  /** `out`: an absolute path, a folder or the only copy; null where copies are not asked for. */
  constructor(
    private readonly out: string | null,
    private readonly folder: boolean,
    private readonly inPlace: boolean,
  ) {}

  of(input: InputFile): string | null {
    if (this.inPlace) return input.absolute;
    if (this.out === null) return null;
    if (!this.folder) return this.out;
    const name = workbookName(input.within);
    const [, stem, ending] = /^(.*)(\.[^.]*)$/su.exec(name) as RegExpExecArray;
    for (let number = 1; ; number++) {
      const free = join(this.out, number === 1 ? name : `${stem} (${number})${ending}`);
      // Some disks take 甲.XLSX for 甲.xlsx.
      const key = free.toLowerCase();
      if (this.taken.has(key)) continue;
      this.taken.add(key);
      return free;
    }
  }
}

/** Copies are workbooks whatever the file was: 目标表.docx gives 目标表.docx.xlsx, beside that of 目标表.xls. */
function workbookName(name: string): string {
  return /\.xl[st][xm]$/iu.test(name) ? name : `${name}.xlsx`;
}

/** A name without a spreadsheet's ending, or an existing folder. */
export async function isFolder(absolute: string): Promise<boolean> {
  const found = await stat(absolute).catch(() => null);
  return found ? found.isDirectory() : !/\.xl[st][xm]$/iu.test(absolute);
}
