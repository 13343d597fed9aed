import type { HostCapabilities } from '../host';
import type { EtApiEvent, EtApplication } from './et';

/** Whether something is there at all; a build that refuses to say does not have it. */
function has(look: () => unknown): boolean {
  try {
    const found = look();
    return found !== undefined && found !== null;
  } catch {
    return false;
  }
}

/**
 * What this WPS can do, by what its objects have; what a method does is seen only when it is called. Asked of the sheet
 * that is shown; where none is, everything is believed to be there until it is needed.
 */
export function capabilitiesOf(app: EtApplication, events: EtApiEvent | null): HostCapabilities {
  const book = app.ActiveWorkbook;
  const sheet = book?.ActiveSheet;
  const cell = sheet?.Range('A1');
  const can = (look: () => unknown) => !cell || has(look);
  return {
    marks: can(() => cell?.FormatConditions.Add),
    notes: can(() => cell?.AddComment) ? 'note' : 'none',
    insertRows: can(() => cell?.EntireRow.Insert),
    addSheet: can(() => book?.Worksheets.Add),
    merge: can(() => cell?.Merge),
    formats: can(() => cell?.Font) && can(() => cell?.Borders),
    validations: can(() => cell?.Validation),
    pageSetup: can(() => sheet?.PageSetup),
    protect: can(() => sheet?.Protect),
    charts: can(() => sheet?.Shapes?.AddChart2) || can(() => sheet?.ChartObjects),
    undoGroup: false,
    events: events !== null && has(() => events.AddApiEventListener),
  };
}
