import fc from 'fast-check';
import { checkNow } from '../../../../src/core/check';
import { overallGrade, REVIEW_GRADES, REVIEW_ITEMS, type ReviewGrade } from '../../../../src/core/indicator';
import { readReview, readTables } from '../../../../src/core/reader';
import { BLANK_CONTENT, formOf, reviewContent, type Form, type FormContent } from '../../../../src/core/templates';
import { REVIEW } from '../../../fixtures/forms';
import { expectSoundDrawing } from '../../../support/form-cases';
import { sheetOfForm } from '../../../support/form-sheets';
import { runs } from '../../../support/runs';
import { sheetOf } from '../../../support/sheets';

const form = formOf('target-review') as Form;

const text = fc.constantFrom('县水利局', '目标清楚，指标完整。', '补充成本指标后再报。');
const contents: fc.Arbitrary<FormContent> = fc.record({
  ...Object.fromEntries(Object.entries(BLANK_CONTENT).map(([key, value]) => [key, fc.constant(value)])),
  year: fc.option(fc.integer({ min: 2015, max: 2035 })),
  department: fc.option(fc.constantFrom('青溪县水利局', '河阳市图书馆')),
  project: fc.option(fc.constantFrom('农村道路养护', '水库除险加固')),
  review: fc
    .array(fc.record({ grade: fc.option(fc.constantFrom(...REVIEW_GRADES)), remark: fc.option(text) }), {
      minLength: 8,
      maxLength: 8,
    })
    .map((lines) => lines.map((line, index) => ({ item: REVIEW_ITEMS[index] as string, ...line }))),
  grade: fc.option(fc.constantFrom(...REVIEW_GRADES)),
  opinion: fc.option(text),
  signoffs: fc.constantFrom([], [{ label: '审核人', content: '李明' }]),
  date: fc.option(fc.constantFrom('2025-12-03', '2026-01-31')),
}) as unknown as fc.Arbitrary<FormContent>;

test('empty: the review form, no table, nothing to be found', () => {
  const { sheet } = sheetOfForm(form);
  expect(readTables(sheet)).toMatchObject({ tables: [], unread: { reason: 'review-form' } });
  expect(checkNow({ sheets: [sheet] }).findings).toEqual([]);
  const review = readReview(sheet);
  expect(review?.items.map(({ item, grade }) => [item.value, grade])).toEqual(REVIEW_ITEMS.map((item) => [item, null]));
  expect(review && reviewContent(review)).toEqual({
    ...BLANK_CONTENT,
    review: REVIEW_ITEMS.map((item) => ({ item, grade: null, remark: null })),
  });
});

test('drawn soundly', () => expectSoundDrawing(form));

test('what is written is read back', () => {
  fc.assert(
    fc.property(contents, (content) => {
      const { sheet, drawn } = sheetOfForm(form, content);
      expect(drawn.unplaced).toEqual([]);
      const review = readReview(sheet);
      expect(review && reviewContent(review)).toEqual(content);
    }),
    runs(200),
  );
});

test('a review form of others, by its words', () => {
  const review = readReview(sheetOf(REVIEW.rows));
  expect(review?.items.map(({ item, grade }) => [item.value, grade?.value])).toEqual([
    ['规范完整性', '优'],
    ['明确清晰性', '良'],
    ['目标相关性', '优'],
    ['绩效合理性', '优'],
    ['实现可能性', '中'],
  ]);
  expect(
    readReview(
      sheetOf([
        ['姓名', '成绩'],
        ['张三', '优'],
      ]),
    ),
  ).toBeNull();
});

test.each<[string, ReviewGrade | null]>([
  ['优优优优优优优优', '优'],
  ['优优优优优优良良', '优'],
  ['优优优优优良良良', '良'],
  ['优优优优优优良中', '良'],
  ['优优优优优优优差', '中'],
  ['良良良良良良中中', '良'],
  ['良良良良良中中中', '中'],
  ['中中中中中中差差', '中'],
  ['中中中中中差差差', '差'],
  ['优优优优优优优', null],
])('%s is %s as a whole', (grades, expected) => {
  expect(overallGrade([...grades] as ReviewGrade[])).toBe(expected);
});
