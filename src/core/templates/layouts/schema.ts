import * as z from 'zod/mini';
import type { ImportLayout } from './layout';

const FIELDS = [
  'number',
  'nature',
  'level1',
  'level2',
  'name',
  'operator',
  'target',
  'unit',
  'explanation',
  'standard',
  'weight',
  'remark',
] as const;

const SHORT = 100;
const text = z.string().check(z.minLength(1), z.maxLength(SHORT));

const schema = z.object({
  id: z.string().check(z.regex(/^[a-z\d-]{1,40}$/)),
  title: z.object({ zh: text, en: text }),
  headings: z.boolean(),
  levels: z.enum(['2021', '2015', 'county', 'henan']),
  signs: z.optional(z.partialRecord(z.enum(['≥', '≤', '=', '>', '<']), text)),
  columns: z
    .array(
      z.object({
        field: z.enum(FIELDS),
        header: text,
        required: z.optional(z.boolean()),
        limit: z.optional(z.number().check(z.int(), z.minimum(1), z.maximum(32_767))),
        decimals: z.optional(z.number().check(z.int(), z.minimum(0), z.maximum(10))),
        numeric: z.optional(z.boolean()),
        allowed: z.optional(z.array(text).check(z.minLength(1), z.maxLength(SHORT))),
        forbidden: z.optional(z.string().check(z.maxLength(SHORT))),
      }),
    )
    .check(z.minLength(1), z.maxLength(SHORT)),
});

/** A layout from JSON, as somebody corrected it for their own system; else where it goes wrong, as a path. */
export function parseLayout(
  value: unknown,
): { readonly ok: true; readonly layout: ImportLayout } | { readonly ok: false; readonly at: string } {
  const parsed = schema.safeParse(value);
  if (!parsed.success) return { ok: false, at: parsed.error.issues[0]?.path.join('.') ?? '' };
  const { columns } = parsed.data;
  const fields = columns.map(({ field }) => field);
  const twice = fields.findIndex((field, index) => fields.indexOf(field) !== index);
  if (twice >= 0) return { ok: false, at: `columns.${twice}.field` };
  return { ok: true, layout: parsed.data as ImportLayout };
}
