/** Why a file could not be read or written. Its sentence for people is in the catalogues of this folder. */
export type FormatErrorCode =
  /** No workbook at all, or one of another kind; `data.found` names what it is. */
  | 'not-xlsx'
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
  'empty' | 'xls' | 'ole' | 'xlsb' | 'ods' | 'docx' | 'pptx' | 'pdf' | 'html' | 'xml' | 'text' | 'zip' | 'unknown';

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
