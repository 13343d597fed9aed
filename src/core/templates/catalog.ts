import type { FormId } from '../indicator';
import { FORMS } from './forms';
import type { Form } from './model';

export { FORMS };

const BY_ID: ReadonlyMap<FormId, Form> = new Map(FORMS.map((form) => [form.id, form]));

/** A form by its id; null for ids that are none. */
export function formOf(id: string): Form | null {
  return BY_ID.get(id as FormId) ?? null;
}
