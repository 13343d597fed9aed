import type { HostCapabilities } from '../host';

/** Whether the Excel at hand has a version of ExcelApi. */
export type Supports = (version: string) => boolean;

export const officeSupports: Supports = (version) => Office.context.requirements.isSetSupported('ExcelApi', version);

/** An office.js kept on a server of one's own may be older than the Excel that runs it. */
function libraryHasNotes(): boolean {
  return 'NoteCollection' in Excel;
}

/**
 * What this Excel can do. Everything that reading and writing need is in ExcelApi 1.14 (Excel 2021); notes came with
 * 1.18, one undo step for a whole `apply` with 1.20.
 */
export function capabilitiesOf(supports: Supports): HostCapabilities {
  return {
    marks: supports('1.9'),
    notes: supports('1.18') && libraryHasNotes() ? 'note' : supports('1.10') ? 'comment' : 'none',
    insertRows: true,
    addSheet: true,
    merge: supports('1.13'),
    formats: supports('1.9'),
    validations: supports('1.9'),
    pageSetup: supports('1.9'),
    protect: true,
    charts: supports('1.14'),
    undoGroup: supports('1.20'),
    events: supports('1.9'),
  };
}
