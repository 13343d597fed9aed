import type { Indicator, IndicatorTable } from '../indicator';
import type { Rule, RuleSettings, Severity, Source } from '../rules/rule';

/** Blanks, breaks and full-width brackets make no difference to a key. */
function plain(text: string): string {
  return text.replace(/\s+/gu, '').replaceAll('（', '(').replaceAll('）', ')');
}

/** Level 1/level 2/name, or the table's kind for findings of a whole table. */
export function placeName(table: IndicatorTable | null, indicator: Indicator | undefined): string {
  if (!indicator) return table ? `${table.kind}:${table.subject}` : 'sheet';
  return [indicator.level1, indicator.level2, indicator.name].map((field) => plain(field?.value ?? '')).join('/');
}

/** The document to cite: a local one that the settings put in the place of the national one binds here. */
export function citedHere(source: Source | null | undefined, rule: Rule, settings: RuleSettings): Source | undefined {
  const local = settings.localSources.find(({ instead, rules }) => {
    const named = rules?.includes(rule.code) === true || rules?.includes(rule.name) === true;
    // What rests on no national document has a local one where the rule is named.
    return source
      ? (rules === undefined || named) && (instead ?? source.document) === source.document
      : !instead && named;
  });
  if (!local) return source ?? undefined;
  return { document: local.document, clause: local.clause ?? source?.clause ?? '', scope: 'all' };
}

/** Whether the clause binds the table at all. */
export function binds(source: Source, table: IndicatorTable | null, settings: RuleSettings): boolean {
  const project = table?.subject === 'project';
  switch (source.scope) {
    case 'all':
      return true;
    case 'project':
      return project;
    case 'central':
      return settings.central;
    case 'central-project':
      return settings.central && project;
  }
}

/** 参照: a clause that does not bind here supports a warning at most. */
export function capped(severity: Severity, advisory: boolean): Severity {
  return advisory && severity === 'error' ? 'warning' : severity;
}
