import { DICTIONARY_SHEET, type CellRef, type Edit } from '../../core/sheet';
import {
  BLANK_CONTENT,
  drawForm,
  editsFor,
  fillForm,
  occupied,
  sheetNameFor,
  type DrawnForm,
  type Filled,
  type FillOptions,
  type Form,
  type FormContent,
  type ScoreFormulas,
} from '../../core/templates';
import type { WorkbookSnapshot } from '../../hosts/host';

export type FormPlace =
  | { readonly kind: 'new-sheet' }
  /** On a sheet that is there, from this cell on; only where all is blank. */
  | { readonly kind: 'at'; readonly sheet: string; readonly cell: CellRef };

export interface FormRequest {
  readonly form: Form;
  /** What to fill it with; an empty form where there is nothing. */
  readonly source: { readonly content: FormContent; readonly options: FillOptions } | null;
  readonly scores: ScoreFormulas;
  readonly protect: boolean;
  readonly place: FormPlace;
}

/** A form ready to be written, and all that a person should see before. */
export interface FormPlan {
  readonly drawn: DrawnForm;
  readonly filled: Filled | null;
  readonly sheet: string;
  /** Cells in the way: nothing is written while there are any. */
  readonly occupied: readonly CellRef[];
  readonly edits: readonly Edit[];
}

/** Pure: looks at the workbook as it was read, decides nothing that the person was not shown. */
export function planForm(workbook: WorkbookSnapshot, request: FormRequest): FormPlan {
  const { form, source, place } = request;
  const filled = source ? fillForm(form, source.content, source.options) : null;
  const content = filled?.content ?? BLANK_CONTENT;
  const drawn = drawForm(form, content, {
    scores: request.scores,
    protect: request.protect && place.kind === 'new-sheet',
    ...(place.kind === 'at' ? { at: place.cell } : {}),
  });
  const taken = workbook.list.map(({ name }) => name);
  const sheet = place.kind === 'at' ? place.sheet : sheetNameFor(drawn, taken);
  const target = place.kind === 'at' ? workbook.sheets.find(({ name }) => name === place.sheet) : undefined;
  return {
    drawn,
    filled,
    sheet,
    occupied: target ? occupied(drawn, target) : [],
    edits: editsFor(drawn, {
      sheet,
      newSheet: place.kind === 'new-sheet',
      dictionary: workbook.sheets.find(({ name }) => name === DICTIONARY_SHEET) ?? null,
    }),
  };
}
