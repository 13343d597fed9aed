import * as z from 'zod/mini';
import { INDICATOR_FIELDS } from '../../indicator';

/** What one set of checks may hold: enough for a bureau's handbook, little enough to be read and run. */
export const LIMITS = {
  checks: 200,
  conditions: 20,
  words: 100,
  pattern: 100,
  message: 300,
  title: 40,
} as const;

/** What a table says of itself, beside its rows. */
export const TABLE_FIELDS = [
  'title',
  'department',
  'project',
  'year',
  'kind',
  'subject',
  'tree',
  'goal',
  'budget',
  'total',
  'grade',
] as const;

export const OWN_CODE = /^OWN-[\p{L}\p{N}-]{1,20}$/u;

/** What can be said of a subject. Several in one condition must all hold. */
export const COMPARISONS = ['is', 'not', 'blank', 'equals', 'atLeast', 'atMost', 'above', 'below'] as const;
/** What a condition may be about; one of them each. */
export const SUBJECTS = ['field', 'length', 'table', 'count', 'sum', 'any'] as const;

const field = z.enum(INDICATOR_FIELDS);
const number = z.number().check(z.minimum(-1e15), z.maximum(1e15));
const pattern = z.string().check(z.maxLength(LIMITS.pattern));
const words = z.union([pattern, z.array(pattern).check(z.minLength(1), z.maxLength(LIMITS.words))]);
/** A number, or another field of the same row or table, times a factor. */
const bound = z.union([
  number,
  z.strictObject({ field, times: z.optional(number) }),
  z.strictObject({ table: z.enum(TABLE_FIELDS), times: z.optional(number) }),
]);

const comparisons = {
  /** One of these, with wildcards. */
  is: z.optional(words),
  /** None of these. */
  not: z.optional(words),
  blank: z.optional(z.boolean()),
  equals: z.optional(bound),
  atLeast: z.optional(bound),
  atMost: z.optional(bound),
  above: z.optional(bound),
  below: z.optional(bound),
};

const aboutRow = {
  field: z.optional(field),
  /** How many letters the field holds, blanks apart. */
  length: z.optional(field),
};

const aboutTable = { table: z.optional(z.enum(TABLE_FIELDS)) };

const plainRow = z.strictObject({ ...aboutRow, ...comparisons }).check(shape<RowCondition>());

const inTable = {
  ...aboutTable,
  /** How many rows there are, of those that `of` picks. */
  count: z.optional(z.literal('rows')),
  /** The field's sum over those rows; a merged cell counts once. */
  sum: z.optional(field),
  of: z.optional(z.array(plainRow).check(z.maxLength(LIMITS.conditions))),
};

const plain = z.strictObject({ ...aboutRow, ...inTable, ...comparisons }).check(shape<PlainCondition>());

const condition = z
  .strictObject({
    ...aboutRow,
    ...inTable,
    ...comparisons,
    /** One of these at least. */
    any: z.optional(z.array(plain).check(z.minLength(1), z.maxLength(LIMITS.conditions))),
  })
  .check(shape<Condition>());

const conditions = z.array(condition).check(z.maxLength(LIMITS.conditions));

const check = z
  .strictObject({
    code: z.string().check(z.regex(OWN_CODE)),
    title: z.optional(z.string().check(z.maxLength(LIMITS.title))),
    /** `row`: looked at row by row; `table`: once a table. */
    about: z.optional(z.enum(['row', 'table'])),
    /** To which rows or tables it applies: all of these hold. All of them where left out. */
    where: z.optional(conditions),
    /** What must be so: where one of these is not, that is the finding. */
    must: conditions.check(z.minLength(1)),
    message: z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.message)),
    severity: z.optional(z.enum(['error', 'warning', 'info'])),
    dimension: z.optional(z.enum(['completeness', 'relevance', 'appropriateness', 'feasibility'])),
    /** The field to point at; the first that `must` speaks of where left out. */
    at: z.optional(field),
    /** 依据: what the finding cites. */
    source: z.optional(
      z.strictObject({
        document: z.string().check(z.minLength(1), z.maxLength(60)),
        clause: z.optional(z.string().check(z.maxLength(60))),
      }),
    ),
  })
  .check(
    z.superRefine((own, context) => {
      if (own.about === 'table') {
        const rows = (list: readonly Condition[] = []): boolean =>
          list.some((one) => one.field !== undefined || one.length !== undefined || rows(one.any));
        for (const part of ['where', 'must'] as const) {
          if (rows(own[part])) refuse(context, own, [part], 'row-in-table');
        }
      }
      for (const [, name = ''] of own.message.matchAll(/\{(\w*)\}/gu)) {
        if (!(PLACEHOLDERS as readonly string[]).includes(name)) {
          refuse(context, own, ['message'], 'placeholder', `{${name}}`);
        }
      }
    }),
  );

/** Own checks as a list; no two with one code. */
export const ownChecks = z.array(check).check(
  z.maxLength(LIMITS.checks),
  z.superRefine((list, context) => {
    const seen = new Set<string>();
    list.forEach(({ code }, index) => {
      if (seen.has(code)) refuse(context, list, [index, 'code'], 'twice', code);
      seen.add(code);
    });
  }),
);

/** What a message may name: the row's fields, the table's, and what was reckoned (`value`). */
export const PLACEHOLDERS = [...INDICATOR_FIELDS, ...TABLE_FIELDS, 'value'] as const;

export type OwnProblem =
  'no-subject' | 'two-subjects' | 'no-comparison' | 'any-alone' | 'of-alone' | 'row-in-table' | 'placeholder' | 'twice';

type Bound =
  | number
  | { field: (typeof INDICATOR_FIELDS)[number]; times?: number | undefined }
  | { table: (typeof TABLE_FIELDS)[number]; times?: number | undefined };

interface RowCondition {
  field?: (typeof INDICATOR_FIELDS)[number] | undefined;
  length?: (typeof INDICATOR_FIELDS)[number] | undefined;
  is?: string | string[] | undefined;
  not?: string | string[] | undefined;
  blank?: boolean | undefined;
  equals?: Bound | undefined;
  atLeast?: Bound | undefined;
  atMost?: Bound | undefined;
  above?: Bound | undefined;
  below?: Bound | undefined;
}

interface PlainCondition extends RowCondition {
  table?: (typeof TABLE_FIELDS)[number] | undefined;
  count?: 'rows' | undefined;
  sum?: (typeof INDICATOR_FIELDS)[number] | undefined;
  of?: RowCondition[] | undefined;
}

/** A condition of a check: one subject, and what is said of it. */
export interface Condition extends PlainCondition {
  any?: PlainCondition[] | undefined;
}

export type OwnCheck = z.infer<typeof check>;

/** One subject, at least one comparison; `any` has its comparisons within. */
function shape<C extends RowCondition>(): ReturnType<typeof z.superRefine<C>> {
  return z.superRefine<C>((one, context) => {
    const has = (name: string): boolean => (one as Readonly<Record<string, unknown>>)[name] !== undefined;
    const subjects = SUBJECTS.filter(has);
    const compared = COMPARISONS.some(has);
    if (subjects.length === 0) refuse(context, one, [], 'no-subject');
    else if (subjects.length > 1) refuse(context, one, [], 'two-subjects', subjects.join(', '));
    else if (subjects[0] === 'any' && (compared || has('of'))) refuse(context, one, ['any'], 'any-alone');
    else if (subjects[0] !== 'any' && !compared) refuse(context, one, [], 'no-comparison');
    else if (has('of') && !has('count') && !has('sum')) refuse(context, one, ['of'], 'of-alone');
  });
}

interface Refusing {
  addIssue(issue: {
    code: 'custom';
    input: unknown;
    path: PropertyKey[];
    params: Readonly<Record<string, string>>;
  }): void;
}

function refuse(context: Refusing, input: unknown, path: PropertyKey[], problem: OwnProblem, words = ''): void {
  context.addIssue({ code: 'custom', input, path, params: { problem, words } });
}
