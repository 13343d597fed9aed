/** A document as data: what a report says, apart from how a file of some form is written. */
export interface ReportDocument {
  readonly title: string;
  readonly subtitle: string | null;
  readonly blocks: readonly DocumentBlock[];
  /** Lines at the end, set to the right: who reports, and when. */
  readonly closing: readonly Inline[];
  readonly landscape: boolean;
}

export type DocumentBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  /** `flush`: begins at the margin, as the line does that says to whom a letter goes. */
  | { readonly kind: 'paragraph'; readonly content: Inline; readonly flush?: boolean }
  | DocumentTable;

export interface DocumentTable {
  readonly kind: 'table';
  /** Shares of the width; any unit. */
  readonly widths: readonly number[];
  readonly head: readonly string[];
  readonly rows: readonly (readonly TableCellContent[])[];
}

export interface TableCellContent {
  readonly content: Inline;
  readonly align?: 'left' | 'center' | 'right';
  /** Rows that this cell runs over, itself included. The rows below leave the cell out. */
  readonly rows?: number;
}

/** Text, and places that are left for a person to fill in. */
export type Inline = readonly (string | Blank)[];

/** A place that only a person can fill: printed as an underlined stretch, never invented. */
export interface Blank {
  readonly blank: number;
}

/** A blank of so many characters' width. */
export function blank(width = 6): Blank {
  return { blank: width };
}

/** What a sentence is filled with where nobody has said it yet. */
export const UNSAID = blank(8);

/**
 * 本部门有____人，{name}: every `{name}` from the data, every run of underscores a blank. Underscores in the data are a
 * person's own and stay.
 */
export function inline(template: string, data: Readonly<Record<string, string | number | Blank>> = {}): Inline {
  return template
    .split(/(_+|\{\w+\})/u)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('_')) return blank(part.length);
      const value = part.startsWith('{') ? data[part.slice(1, -1)] : undefined;
      return value === undefined ? part : typeof value === 'object' ? value : String(value);
    });
}

/** An inline as plain text: blanks as underscores. */
export function plainInline(content: Inline): string {
  return content.map((part) => (typeof part === 'string' ? part : '_'.repeat(part.blank))).join('');
}
