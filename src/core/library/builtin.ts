import { level2Of } from '../indicator';
import type { Level2 } from '../indicator';
import { parseTarget } from '../text';
import { bothLevels, directionOf } from './entry';
import type { LibraryEntry, UsualTarget } from './entry';
import { FIELD_IDS, FIELDS } from './fields';
import type { FieldId } from './fields';
import { expandShape } from './shapes';

/** Labels of the tables beside the official names. */
const SHORT: Readonly<Record<string, Level2>> = {
  可持续: 'sustainable-impact',
  满意度: 'service-satisfaction',
  生态成本: 'ecological-cost',
};

const COLUMNS = 8;

/** A line of a field's table; null, with the reason, for one that cannot be read: a test looks at every line. */
export function readLine(line: string, field: FieldId): LibraryEntry | string {
  const cells = line.split('|').map((cell) => cell.trim());
  const [number = '', label = '', name = '', target = '', explanation = '', scoring = '', evidence = '', words = ''] =
    cells;
  if (cells.length !== COLUMNS || cells.includes('')) return `${String(cells.length)} cells`;
  const [own = '', lasting = ''] = label.split('/');
  const level2 = SHORT[own] ?? level2Of(own);
  const later = lasting === '' ? 'social-benefit' : level2Of(`${lasting}效益`);
  if (level2 === null || later === null) return `no level 2: ${label}`;
  const standard = expandShape(scoring);
  if (standard === null) return `no shape: ${scoring}`;
  const usual = targetFrom(target);
  return {
    id: `${field}-${number}`,
    field,
    name,
    level2: bothLevels(level2, later),
    direction: directionOf(usual),
    target: usual,
    explanation,
    standard,
    evidence,
    keywords: words.split(/\s+/u),
  };
}

/** ≥95% → sign, number, unit; a deadline or wording as it stands. Units of two parts (元/人) are kept whole. */
export function targetFrom(text: string): UsualTarget {
  const plain = /^([≥≤=><])(-?\d+(?:\.\d+)?)([^\d.,，\s]\S*)$/u.exec(text);
  if (plain) return { operator: plain[1] as UsualTarget['operator'], value: Number(plain[2]), unit: plain[3] ?? null };
  const read = parseTarget(text);
  if (read.kind === 'quantity') return { operator: read.operator, value: read.value, unit: read.unit };
  return { operator: null, value: text, unit: null };
}

export function linesOf(field: FieldId): readonly string[] {
  return FIELDS[field].rows.split('\n').filter((line) => line.trim() !== '');
}

let entries: readonly LibraryEntry[] | null = null;

/** 指标库: every indicator that comes with the add-in, by field. Read on first use. */
export function libraryEntries(): readonly LibraryEntry[] {
  entries ??= FIELD_IDS.flatMap((field) =>
    linesOf(field)
      .map((line) => readLine(line, field))
      .filter((entry): entry is LibraryEntry => typeof entry !== 'string'),
  );
  return entries;
}
