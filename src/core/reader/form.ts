import {
  FORM_NATURE,
  type Column,
  type FormId,
  type Indicator,
  type TableKind,
  type TableSubject,
  type Tree,
} from '../indicator';
import { levelStem } from './levels';

export interface Form {
  readonly kind: TableKind;
  readonly subject: TableSubject;
  readonly formId: FormId | null;
}

/** What the form is: what its mark says, else from its title, its columns and whose name stands above it. */
export function detectForm(
  title: string,
  columns: readonly Column[],
  indicators: readonly Indicator[],
  hasProject: boolean,
  tree: Tree | null,
  marked: FormId | null = null,
): Form {
  const nature = marked && FORM_NATURE[marked];
  const known = nature && nature.kind !== 'review' && nature.kind !== 'list' ? nature.kind : null;
  const kind = known ?? kindOf(title, columns);
  const named: TableSubject = /整体|部门(?:\(单位\))?(?:支出|预算)/.test(title)
    ? 'department'
    : hasProject || /项目|专项|转移支付/.test(title)
      ? 'project'
      : 'department';
  const subject = nature?.subject ?? named;
  return { kind, subject, formId: marked ?? formOf(kind, subject, columns, indicators, tree) };
}

function kindOf(title: string, columns: readonly Column[]): TableKind {
  const has = (field: Column['field']): boolean => columns.some((column) => column.field === field);
  if (
    /监控/.test(title) ||
    columns.some(({ field, header }) => field === 'other' && /预计完成|可能性|月份?执行/.test(header))
  ) {
    return 'monitoring';
  }
  if (/自评|评价/.test(title) || (has('actual') && (has('score') || has('deviation')))) return 'self-evaluation';
  return 'target';
}

function formOf(
  kind: TableKind,
  subject: TableSubject,
  columns: readonly Column[],
  indicators: readonly Indicator[],
  tree: Tree | null,
): FormId | null {
  if (kind === 'monitoring') return `${subject}-monitoring`;
  if (kind === 'self-evaluation') return `${subject}-self-evaluation`;
  if (subject === 'project') return 'project-target';
  const has = (field: Column['field']): boolean => columns.some((column) => column.field === field);
  if (indicators.some(({ level1 }) => level1 !== null && levelStem(level1.value).startsWith('投入')))
    return 'department-target-henan';
  if (has('operator') || has('standard')) return 'department-target-hunan';
  if (has('explanation')) return 'department-target-henan';
  return tree === 'county' || tree === '2015' || has('target') ? 'department-target-county' : null;
}
