import type { Range, ValidationEdit } from '../../core/sheet';
import { cellsOf } from '../excel/blocks';
import { areasOf, rangeIn } from './blocks';
import { orNull } from './errors';
import type { EtValidation, EtWorksheet } from './et';

/** What may be entered in one cell. */
export interface KeptValidation {
  readonly range: Range;
  readonly type: number;
  readonly alertStyle: number;
  readonly operator: number;
  readonly formula1: string;
  readonly formula2: string;
  readonly settings: Readonly<Record<Setting, string | boolean>>;
}

const SETTINGS = [
  'IgnoreBlank',
  'InCellDropdown',
  'InputTitle',
  'InputMessage',
  'ErrorTitle',
  'ErrorMessage',
  'ShowInput',
  'ShowError',
] as const satisfies readonly (keyof EtValidation)[];
type Setting = (typeof SETTINGS)[number];

const ALL_VALIDATIONS = -4174;
const [HINT_ONLY, LIST] = [0, 3];
const [STOP, BETWEEN] = [1, 1];
/** What WPS takes in a hint. */
const [TITLE_LENGTH, TEXT_LENGTH] = [32, 255];

/** Cell by cell: where cells differ, WPS does not tell of any, and references in formulas are told as from one cell. */
export function keepValidations(sheet: EtWorksheet, range: Range): KeptValidation[] {
  const isCell = range.top === range.bottom && range.left === range.right;
  const found = isCell ? [range] : orNull(() => areasOf(rangeIn(sheet, range).SpecialCells(ALL_VALIDATIONS)));
  return (found ?? [])
    .flatMap((area) => [...cellsOf(area)])
    .flatMap((cell): KeptValidation[] => {
      const place = { top: cell.row, bottom: cell.row, left: cell.column, right: cell.column };
      const validation = rangeIn(sheet, place).Validation;
      const type = orNull(() => validation.Type);
      if (type === null) return [];
      return [
        {
          range: place,
          type,
          alertStyle: validation.AlertStyle,
          operator: validation.Operator,
          formula1: validation.Formula1,
          formula2: validation.Formula2,
          settings: Object.fromEntries(SETTINGS.map((name) => [name, validation[name]])) as KeptValidation['settings'],
        },
      ];
    });
}

export function putValidations(sheet: EtWorksheet, ranges: readonly Range[], kept: readonly KeptValidation[]): void {
  for (const range of ranges) rangeIn(sheet, range).Validation.Delete();
  for (const { range, type, alertStyle, operator, formula1, formula2, settings } of kept) {
    const validation = rangeIn(sheet, range).Validation;
    validation.Delete();
    validation.Add(type, alertStyle, operator, formula1, formula2);
    for (const name of SETTINGS) (validation as unknown as Record<Setting, string | boolean>)[name] = settings[name];
  }
}

/** References in it that move with the cell. */
const RELATIVE = /(?<![$\p{L}\p{N}_.])[A-Z]{1,3}\$?\d|\$[A-Z]{1,3}\d/iu;

export function validate(sheet: EtWorksheet, { range, source, prompt, strict }: ValidationEdit): void {
  const cells = rangeIn(sheet, range);
  const validation = cells.Validation;
  validation.Delete();
  if (source === null && !prompt) return;
  if (source && 'formula' in source && RELATIVE.test(source.formula)) {
    // Such references are read as from the cell that is selected.
    sheet.Activate();
    rangeIn(sheet, { ...range, bottom: range.top, right: range.left }).Select();
  }
  if (!source) validation.Add(HINT_ONLY, STOP, BETWEEN, '');
  else validation.Add(LIST, STOP, BETWEEN, 'list' in source ? source.list.join(',') : source.formula);
  validation.ShowError = strict;
  if (!prompt) return;
  validation.InputTitle = prompt.title.slice(0, TITLE_LENGTH);
  validation.InputMessage = prompt.text.slice(0, TEXT_LENGTH);
}
