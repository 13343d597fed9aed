import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { FORM_IDS, FORM_NATURE } from '../../../src/core/indicator';
import { FORMS } from '../../../src/core/templates';

test('every id has its form, and every form its id', () => {
  expect(FORMS.map(({ id }) => id).sort()).toEqual([...FORM_IDS].sort());
});

describe.each(FORMS.map((form) => [form.id, form] as const))('%s', (id, form) => {
  test('title in both languages, source, version', () => {
    expect(form.title.zh).toMatch(/[表单]（?/);
    expect(form.title.en).toMatch(/^[A-Z][\x20-\x7e]+$/);
    expect(form.source.document.length).toBeGreaterThan(4);
    expect(form.version).toBeGreaterThanOrEqual(1);
  });

  test('a test of its own', () => {
    expect(existsSync(join(__dirname, 'forms', `${id}.test.ts`))).toBe(true);
  });

  test('says of itself what the reader takes for granted', () => {
    expect({ kind: form.kind, subject: form.subject }).toEqual(FORM_NATURE[id]);
  });
});

test('forms lie across: one page wide, their texts stay large enough to read', () => {
  expect(FORMS.filter(({ orientation }) => orientation !== 'landscape').map(({ id }) => id)).toEqual([]);
});
