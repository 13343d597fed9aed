import fc from 'fast-check';
import { INDICATOR_FIELDS } from '../../../src/core/indicator';
import {
  contentOf,
  EXTRA_FIELDS,
  FORMS,
  fundKey,
  slotsOf,
  type Form,
  type IndicatorContent,
} from '../../../src/core/templates';
import { expectSoundDrawing } from '../../support/form-cases';
import { contentsFor, withoutUnplaced } from '../../support/form-contents';
import { sheetOfForm, tableOfForm } from '../../support/form-sheets';
import { runs } from '../../support/runs';

const TABLES = FORMS.filter(({ kind }) => kind !== 'review').map((form) => [form.id, form] as const);

describe.each(TABLES)('%s', (_, form) => {
  test('what is written is read back, all but what was listed as having no place', () => {
    fc.assert(
      fc.property(contentsFor(form), (content) => {
        const { drawn, sheet } = sheetOfForm(form, content);
        const read = contentOf(tableOfForm(sheet).table);
        const execution = read.execution.map((line) => ({ ...line, label: fundKey(line.label) }));
        // Without a year of its own, a table has that of its deadlines.
        const year = content.year === null ? null : read.year;
        expect({ ...read, execution, year }).toEqual(withoutUnplaced(form, content, drawn.unplaced));
      }),
      runs(25),
    );
  });

  test('only what the form has neither column nor slot for is listed', () => {
    fc.assert(
      fc.property(contentsFor(form), (content) => {
        const { drawn } = sheetOfForm(form, content);
        const fields = new Set<string>(form.columns.map(({ field }) => field));
        const named = namedSlots(form);
        for (const { field, indicator } of drawn.unplaced) {
          if (indicator === null) expect(named.has(field)).toBe(false);
          else if (field === 'operator' && !fields.has('operator') && fields.has('target')) {
            expect(content.indicators[indicator]?.operator).toBe('定性');
          } else expect(fields.has(field)).toBe(false);
        }
        // And all that it lacks is listed, for each indicator that has it.
        content.indicators.forEach((row, index) => {
          const listed = drawn.unplaced.filter(({ indicator }) => indicator === index).map(({ field }) => field);
          const wanted = [
            ...INDICATOR_FIELDS.filter((field) => row[field] !== null && !(field === 'weight' && stated(form, row))),
            ...EXTRA_FIELDS.filter((field) => row.extras[field] !== undefined),
          ].filter(
            (field) => !fields.has(field) && !(fields.has('target') && (field === 'operator' || field === 'unit')),
          );
          expect(listed).toEqual(expect.arrayContaining(wanted));
        });
      }),
      runs(10),
    );
  });

  test('drawn soundly whatever it holds', () => {
    fc.assert(
      fc.property(contentsFor(form), (content) => expectSoundDrawing(form, content)),
      runs(5),
    );
  });
});

/** Whether the points stand in the words of a standard that the form has a column for. */
function stated(form: Form, { standard }: IndicatorContent): boolean {
  return standard !== null && form.columns.some(({ field }) => field === 'standard');
}

function namedSlots(form: Form): ReadonlySet<string> {
  return new Set(
    slotsOf(form).flatMap((slot) => (slot.kind === 'text' ? [slot.key] : slot.kind === 'date' ? ['date'] : [])),
  );
}
