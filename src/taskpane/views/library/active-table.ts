import { useMemo } from 'react';
import { readTables } from '../../../core/reader';
import type { IndicatorTable } from '../../../core/indicator';
import type { SheetSnapshot } from '../../../core/sheet';
import { useSessionState } from '../../context';

/** The table of the checked sheet in which the selected cell is, else its first one, or the blank form there; null for none. */
export function useActiveTable(): { readonly sheet: SheetSnapshot; readonly table: IndicatorTable } | null {
  const checked = useSessionState((state) => state.checked);
  const selection = useSessionState((state) => state.selection);
  const row = selection?.sheet === checked?.sheet ? (selection?.ranges[0]?.top ?? null) : null;
  return useMemo(() => {
    if (!checked) return null;
    const table =
      checked.tables.find(({ range }) => row !== null && row >= range.top && row <= range.bottom) ??
      checked.tables[0] ??
      readTables(checked.snapshot, { corrections: checked.corrections }).blank?.[0] ??
      null;
    return table && { sheet: checked.snapshot, table };
  }, [checked, row]);
}
