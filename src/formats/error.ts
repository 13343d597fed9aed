/** Why a file could not be read or written. Its sentence for people is in the catalogues of this folder. */
export type FormatErrorCode =
  /** No table can be read from it; `data.found` names what it is. Of the .xlsx reader: any other form. */
  | 'not-xlsx'
  /** Only an office program can read it; `data.found` names what it is. */
  | 'needs-office'
  /** The office program could not read it; `data.found`. */
  | 'office-failed'
  /** Its form is known, but its contents make no sense; `data.found`. */
  | 'damaged'
  /** Opens with a password only. */
  | 'encrypted'
  /** The file ends before its contents do. */
  | 'truncated'
  /** The archive contradicts itself; `data.reason`. */
  | 'bad-archive'
  /** Beyond a limit; `data.limit` names it. */
  | 'too-large'
  /** A part is not well-formed, or uses what no spreadsheet writes; `data.part`, `data.reason`. */
  | 'bad-xml'
  /** A part that others refer to is not there; `data.part`. */
  | 'missing-part'
  /** A digital signature would be broken by writing. */
  | 'signed'
  /** Part of an array formula, a table's header …; `data.range`. */
  | 'cell-locked'
  /** Structure is locked by a password, or the change cannot be made in a file; `data.what`. */
  | 'unsupported';

/** What an unsuitable file turned out to be. */
export type FoundFormat =
  | 'empty'
  | 'xls'
  | 'ole'
  | 'xlsb'
  | 'ods'
  | 'odt'
  | 'xml-spreadsheet'
  | 'doc'
  | 'docx'
  | 'rtf'
  | 'pptx'
  | 'pdf'
  | 'html'
  | 'mhtml'
  | 'xml'
  | 'text'
  | 'image'
  | 'zip'
  | 'unknown';

export class FormatError extends Error {
  override readonly name = 'FormatError';

  constructor(
    readonly code: FormatErrorCode,
    readonly data: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super([code, ...Object.values(data)].join(' '), options);
  }
}
