import type { Address, FixEdit, Range } from '../sheet';
import type { Dimension, FixGrade, MessageData, RuleCode, Severity, Source } from './rule';

/** A mend, as data: it never touches more than `edits` say. */
export interface Fix {
  readonly title: string;
  readonly data: MessageData;
  readonly grade: FixGrade;
  readonly edits: readonly FixEdit[];
}

/** 保留原值并说明理由. */
export interface Suppression {
  readonly key: string;
  readonly reason: string;
  readonly by: string;
  /** ISO date and time. */
  readonly at: string;
  /** The sheet whose finding it is; left out, it holds for the key on every sheet. */
  readonly sheet?: string;
  /** `Sheet1!D12` and the finding's sentence when it was decided, for people who read the record. */
  readonly place?: string;
  readonly sentence?: string;
  /** Recorded before keys were kept sheet by sheet: it still holds for the key on every sheet. */
  readonly shared?: boolean;
  /** Typed by hand, without a key: the rule's code as it was written. */
  readonly code?: string;
  /** Typed by hand: which of these findings it is about; null where that is not certain. */
  readonly pick?: <T extends Unkeyed>(findings: readonly T[]) => T | null;
}

/** A finding before it is known under which key, and for whose sake, it is told. */
export type Unkeyed = Omit<Finding, 'key' | 'causedBy' | 'suppressed'>;

/** What a check says of one place: a code and data; its sentence is rendered from the catalogues. */
export interface Finding {
  /** Code, normalised level 1/level 2/name, field, ordinal: survives moved rows. */
  readonly key: string;
  readonly code: RuleCode;
  /** The rule's readable name; of an own check its title. */
  readonly rule: string;
  readonly severity: Severity;
  readonly dimension: Dimension;
  readonly address: Address;
  readonly range?: Range;
  /** Id among the rule's wording; of an own check the sentence itself. */
  readonly message: string;
  readonly data: MessageData;
  readonly source?: Source;
  /** The source does not bind this table: the sentence says 参照. */
  readonly advisory: boolean;
  /** Key of the root finding under which this one is folded. */
  readonly causedBy?: string;
  readonly suppressed?: Suppression;
  readonly fixes: readonly Fix[];
  readonly hidden: boolean;
  /** The sheet row it is about, from 0; null for findings of a whole table. */
  readonly row: number | null;
}
