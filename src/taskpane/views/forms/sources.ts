import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { FORM_NATURE, type FormId, type FormKind, type IndicatorTable } from '../../../core/indicator';
import { RECORD_SHEET } from '../../../core/sheet';
import type { WorkbookSnapshot } from '../../../hosts/host';
import { sourcesIn, type FormSource } from '../../../session/forms';
import { useSession, useSessionState } from '../../context';
import { useFormsDesk } from './desk';
import { useLayouts } from './own-layouts';

/** A source by a key that stays the same while its sheet keeps its name. */
export interface KeyedSource extends FormSource {
  readonly key: string;
  /** The file's name; null for tables of the workbook. */
  readonly file: string | null;
  /** On the sheet that is shown. */
  readonly active: boolean;
}

export interface Sources {
  /** Null while it is being read, or where it can't be. */
  readonly workbook: WorkbookSnapshot | null;
  readonly sources: readonly KeyedSource[];
  /** The table in which the selected cell is, else the first one on the sheet that is shown. */
  readonly current: KeyedSource | null;
}

/** Every table of the workbook and of the files that were chosen: read anew whenever the sheet has been checked. */
export function useSources(): Sources {
  const session = useSession();
  const checked = useSessionState((state) => state.checked);
  const selection = useSessionState((state) => state.selection);
  const [workbook, setWorkbook] = useState<WorkbookSnapshot | null>(null);
  const [{ files }] = useFormsDesk();
  const layouts = useLayouts();
  const latest = useRef(0);
  const read = useCallback(async () => {
    const mine = ++latest.current;
    const now = await session.readWorkbook();
    if (now && mine === latest.current) setWorkbook(now);
  }, [session]);
  useEffect(() => {
    void read();
    return () => {
      latest.current += 1;
    };
  }, [read, checked]);
  const row = selection !== null && selection.sheet === workbook?.active ? (selection.ranges[0]?.top ?? null) : null;
  return useMemo(() => {
    const record = workbook?.sheets.find(({ name }) => name === RECORD_SHEET) ?? null;
    const own = sourcesIn(workbook?.sheets ?? [], { record, layouts });
    const sources = [
      ...own.map((source, index) => ({
        ...source,
        key: `${source.sheet}\n${own.slice(0, index).filter(({ sheet }) => sheet === source.sheet).length}`,
        file: null,
        active: source.sheet === workbook?.active,
      })),
      ...files.map(({ key, file, source }) => ({ ...source, key, file, active: false })),
    ];
    const here = sources.filter(({ active }) => active);
    const around = here.find(
      ({ table }) => table !== null && row !== null && row >= table.range.top && row <= table.range.bottom,
    );
    return { workbook, sources, current: around ?? here[0] ?? null };
  }, [workbook, files, layouts, row]);
}

/** The form into which a table is rebuilt: its own, or the usual one of its kind. */
export function formToRebuild(table: IndicatorTable): FormId {
  if (table.formId !== null) return table.formId;
  return formFor(table, table.kind);
}

/** The form of a kind that goes with a table: with its signs and units apart where the table has them so. */
export function formFor(table: IndicatorTable | null, kind: FormKind): FormId {
  const subject = table?.subject ?? 'department';
  if (kind === 'target') return subject === 'project' ? 'project-target' : 'department-target-hunan';
  if (kind === 'monitoring') return subject === 'project' ? 'project-monitoring' : 'department-monitoring';
  const typed = table?.columns.some(({ field }) => field === 'operator') ?? false;
  if (subject === 'project') return typed ? 'project-self-evaluation-typed' : 'project-self-evaluation';
  return typed ? 'department-self-evaluation-typed' : 'department-self-evaluation';
}

export function kindOf(form: FormId): FormKind {
  return FORM_NATURE[form].kind;
}
