import { useMemo } from 'react';
import { readTables } from '../../../core/reader';
import type { IndicatorTable } from '../../../core/indicator';
import type { SheetSnapshot } from '../../../core/sheet';
import { useSessionState } from '../../context';

/** The table on the sheet that was checked last, or the blank form there; null where there is none. */
export function useActiveTable(): { readonly sheet: SheetSnapshot; readonly table: IndicatorTable } | null {
  const checked = useSessionState((state) => state.checked);
  return useMemo(() => {
    if (!checked) return null;
    const table =
      checked.tables[0] ?? readTables(checked.snapshot, { corrections: checked.corrections }).blank?.[0] ?? null;
    return table && { sheet: checked.snapshot, table };
  }, [checked]);
}
