import { compareVersions, versionOf, type CheckResult } from '../core/check';
import type { IndicatorTable } from '../core/indicator';
import { sameOwner } from '../core/rules/matching';
import type { ComparedTable } from './comparison';

/** A file with what was found in it. */
export interface CheckedFile {
  /** What the file is called where one is spoken of. */
  readonly path: string;
  readonly result: Pick<CheckResult, 'readings' | 'findings'>;
}

const tablesOf = ({ result }: CheckedFile): readonly IndicatorTable[] =>
  result.readings.flatMap(({ tables }) => tables);

/**
 * What happened to the tables of one file in another; a self-evaluation in the later one is held against the targets of
 * the earlier one, which must have been among the references of its check.
 */
export function compareFiles(old: CheckedFile, fresh: CheckedFile): ComparedTable[] {
  const left = [...tablesOf(old)];
  const found = tablesOf(fresh).map((after): ComparedTable => {
    const alike = left.filter((one) => one.kind === after.kind && one.subject === after.subject);
    const before = alike.find((one) => sameOwner(one, after)) ?? (alike.length === 1 ? alike[0] : undefined);
    if (before) {
      left.splice(left.indexOf(before), 1);
      const comparison = compareVersions(
        versionOf(before, old.result.findings),
        versionOf(after, fresh.result.findings),
      );
      return { kind: 'versions', before, after, comparison };
    }
    if (after.kind !== 'target' && tablesOf(old).some(({ kind }) => kind === 'target')) {
      const findings = versionOf(after, fresh.result.findings).findings.filter(({ code }) => code === 'PT607');
      return { kind: 'approved', after, findings };
    }
    return { kind: 'unpaired', file: fresh.path, table: after };
  });
  // Targets that self-evaluations were held against have found their use.
  const held = found.some(({ kind }) => kind === 'approved');
  const lost = left.filter(({ kind }) => !(held && kind === 'target'));
  return [...found, ...lost.map((table) => ({ kind: 'unpaired' as const, file: old.path, table }))];
}
