import type { Suppression, Unkeyed } from '../core/rules/finding';
import { isOwnSheet } from '../core/sheet';
import { squash } from '../core/text';
import { LOCALES, renderCited, renderMessage } from '../i18n';
import type { RecordContents, RecordedSuppression } from './record';
import { cellOfPlace } from './record-place';

/**
 * The suppressions for a check of a workbook with these sheets: one of a sheet that has gone, or was given another name,
 * holds for its key wherever it turns up; one typed by hand is told by its code and its place.
 */
export function suppressionsIn({ suppressions }: RecordContents, sheets: readonly string[]): Suppression[] {
  const [only, ...others] = sheets.filter((name) => !isOwnSheet(name));
  const alone = others.length === 0 ? only : undefined;
  return suppressions.map((one) => {
    const sheet = one.sheet !== undefined && sheets.includes(one.sheet) ? one.sheet : undefined;
    if (one.code === undefined) return onSheet(one, sheet);
    return { ...onSheet(one, sheet ?? alone), pick: (findings) => meant(one, sheet ?? alone, findings) };
  });
}

function onSheet({ sheet: _sheet, ...rest }: RecordedSuppression, sheet: string | undefined): Suppression {
  return sheet === undefined ? rest : { ...rest, sheet };
}

/**
 * The finding with that code and those words, wherever its row has moved; else the one at that cell, whatever the words.
 * Null where there is none or more than one, and where no reason was given.
 */
function meant<T extends Unkeyed>(
  { code = '', place, sentence, reason }: RecordedSuppression,
  sheet: string | undefined,
  findings: readonly T[],
): T | null {
  if (reason === '' || sheet === undefined) return null;
  const wanted = squash(code).toUpperCase();
  const candidates = findings.filter((one) => one.code.toUpperCase() === wanted && one.address.sheet === sheet);
  const told = sentence === '' ? [] : candidates.filter((one) => says(one, sentence));
  if (told.length === 1) return told[0] as T;
  const cell = cellOfPlace(place);
  const there = (told.length > 0 ? told : candidates).filter(
    ({ address }) => address.row === cell?.row && address.column === cell.column,
  );
  return there.length === 1 ? (there[0] as T) : null;
}

function says(finding: Unkeyed, sentence: string): boolean {
  const wanted = squash(sentence);
  return LOCALES.some((locale) =>
    [renderMessage(finding, locale), renderCited(finding, locale)].some((text) => squash(text) === wanted),
  );
}
