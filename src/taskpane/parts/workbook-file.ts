import { createContext } from 'react';

/** The workbook as the file it would be saved as. */
export interface WorkbookBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Gives the open workbook's bytes where the host can; null elsewhere: there the person saves it and picks the file. */
export const WorkbookFileContext = createContext<(() => WorkbookBytes | null) | null>(null);
