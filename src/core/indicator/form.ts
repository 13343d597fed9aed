import type { TableKind, TableSubject } from './table';

/** The official forms, and those that go with them, by what they are called in JSON and in the mark on the sheet. */
export const FORM_IDS = [
  'department-target-hunan',
  'department-target-county',
  'department-target-henan',
  'project-target',
  'project-self-evaluation',
  'project-self-evaluation-typed',
  'department-self-evaluation',
  'department-self-evaluation-typed',
  'project-monitoring',
  'department-monitoring',
  'self-evaluation-check',
  'target-review',
  'evidence-list',
  'target-adjustment',
] as const;

export type FormId = (typeof FORM_IDS)[number];

/** `review` scores targets, `list` says something of indicators row by row: neither holds targets to be checked. */
export type FormKind = TableKind | 'review' | 'list';

export interface FormNature {
  readonly kind: FormKind;
  /** Null for forms that serve departments and projects alike. */
  readonly subject: TableSubject | null;
}

export const FORM_NATURE: Readonly<Record<FormId, FormNature>> = {
  'department-target-hunan': { kind: 'target', subject: 'department' },
  'department-target-county': { kind: 'target', subject: 'department' },
  'department-target-henan': { kind: 'target', subject: 'department' },
  'project-target': { kind: 'target', subject: 'project' },
  'project-self-evaluation': { kind: 'self-evaluation', subject: 'project' },
  'project-self-evaluation-typed': { kind: 'self-evaluation', subject: 'project' },
  'department-self-evaluation': { kind: 'self-evaluation', subject: 'department' },
  'department-self-evaluation-typed': { kind: 'self-evaluation', subject: 'department' },
  'project-monitoring': { kind: 'monitoring', subject: 'project' },
  'department-monitoring': { kind: 'monitoring', subject: 'department' },
  'self-evaluation-check': { kind: 'self-evaluation', subject: null },
  'target-review': { kind: 'review', subject: null },
  'evidence-list': { kind: 'list', subject: null },
  'target-adjustment': { kind: 'list', subject: null },
};

export interface FormMark {
  readonly formId: FormId;
  readonly version: number;
}

/**
 * The words that stand small and grey beside the title of a form of ours, outside the print area. Plain text is what
 * every spreadsheet, every format and every mail keeps.
 */
export function formMark({ formId, version }: FormMark): string {
  return `表样 ${formId}·${version}`;
}

const MARK = /^表样\s*([a-z][a-z-]{0,60})[·.](\d{1,3})$/;

/** The form that a cell's text marks; null for any other text, and for forms that this version does not know. */
export function parseFormMark(text: string): FormMark | null {
  if (!text.startsWith('表样')) return null;
  const match = MARK.exec(text.trim());
  const formId = FORM_IDS.find((id) => id === match?.[1]);
  return match && formId ? { formId, version: Number(match[2]) } : null;
}
