import type { Finding } from '../core/rules/finding';
import type { Dimension, Severity } from '../core/rules/rule';
import type { Checked } from './state';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** What of the findings is shown. */
export interface Filter {
  /** Empty for every severity. */
  readonly severities: readonly Severity[];
  /** A rule's code; null for every rule. */
  readonly code: string | null;
  /** Null for every dimension. */
  readonly dimension: Dimension | null;
  /** Words that the sentence, the code or the cell must hold. */
  readonly text: string;
}

export const NO_FILTER: Filter = { severities: [], code: null, dimension: null, text: '' };

export function isFiltering({ severities, code, dimension, text }: Filter): boolean {
  return severities.length > 0 || code !== null || dimension !== null || text.trim() !== '';
}

/** A root finding with those that follow from it. */
export interface Group {
  readonly root: Finding;
  readonly folded: readonly Finding[];
}

export type Counts = Readonly<Record<Severity, number>>;

/** Where there is no table at all, saying so is the whole answer, and no finding to be mended. */
const NO_TABLE = 'PT101';

/** What is to be shown of a check; see `groupFindings`. */
export function groupsOf({ findings, unread }: Pick<Checked, 'findings' | 'unread'>): ReturnType<typeof groupFindings> {
  return groupFindings(unread ? findings.filter(({ code }) => code !== NO_TABLE) : findings);
}

/** Roots in their order, the findings that they cause under them; suppressed ones apart. */
export function groupFindings(findings: readonly Finding[]): {
  readonly open: readonly Group[];
  readonly suppressed: readonly Group[];
} {
  const groups = new Map<string, { root: Finding; folded: Finding[] }>();
  const idOf = (finding: Finding, key: string): string => `${finding.address.sheet}|${key}`;
  for (const finding of findings) {
    if (finding.causedBy === undefined) groups.set(idOf(finding, finding.key), { root: finding, folded: [] });
  }
  for (const finding of findings) {
    if (finding.causedBy === undefined) continue;
    const root = groups.get(idOf(finding, finding.causedBy));
    // Suppressed alone, or without its root, it stands for itself.
    if (root && Boolean(root.root.suppressed) === Boolean(finding.suppressed)) root.folded.push(finding);
    else groups.set(idOf(finding, finding.key), { root: finding, folded: [] });
  }
  const all = [...groups.values()].map(kept);
  return { open: all.filter(({ root }) => !root.suppressed), suppressed: all.filter(({ root }) => root.suppressed) };
}

const known = new WeakMap<Finding, Group>();

/** A group of the same findings is the same object, so that its card need not be drawn again. */
function kept(group: Group): Group {
  const before = known.get(group.root);
  const isSame =
    before?.folded.length === group.folded.length && before.folded.every((one, at) => one === group.folded[at]);
  if (isSame) return before;
  known.set(group.root, group);
  return group;
}

/** One fact counts once: roots only, by severity. */
export function countGroups(groups: readonly Group[]): Counts {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { root } of groups) counts[root.severity]++;
  return counts;
}

/** The groups in which the root or a folded finding is what was asked for. `textOf` gives what is searched. */
export function filterGroups(
  groups: readonly Group[],
  filter: Filter,
  textOf: (finding: Finding) => string,
): readonly Group[] {
  if (!isFiltering(filter)) return groups;
  const words = filter.text.toLowerCase().split(/\s+/u).filter(Boolean);
  return groups.filter(({ root, folded }) => {
    if (filter.severities.length > 0 && !filter.severities.includes(root.severity)) return false;
    if (filter.dimension !== null && root.dimension !== filter.dimension) return false;
    const all = [root, ...folded];
    if (filter.code !== null && !all.some(({ code }) => code === filter.code)) return false;
    if (words.length === 0) return true;
    const text = all.map(textOf).join('\n').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** The rules that spoke, with how often, by code. */
export function countRules(groups: readonly Group[]): readonly { readonly code: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { root, folded } of groups) {
    for (const { code } of [root, ...folded]) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => a.code.localeCompare(b.code, 'en'));
}

/** The findings whose safe fix `applySafe` would apply. */
export function safelyFixable(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    (finding) => !finding.suppressed && !finding.hidden && finding.fixes.some(({ grade }) => grade === 'safe'),
  );
}
