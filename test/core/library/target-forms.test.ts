import { libraryEntries, targetForms } from '../../../src/core/library';
import { parseTarget } from '../../../src/core/text';

test.each([
  [{ operator: '≥', value: 95, unit: '%' }, ['≥95%', '不低于95%', '95%及以上']],
  [{ operator: '≤', value: 5, unit: '天' }, ['≤5天', '不超过5天', '5天以内']],
  [{ operator: '≤', value: 350, unit: '万元/座' }, ['≤350万元/座', '不超过350万元/座', '350万元/座以内']],
  [{ operator: '≤', value: 350, unit: '万元/孔' }, ['≤350万元/孔', '不超过350万元/孔']],
  [{ operator: '=', value: 0, unit: '起' }, ['=0起']],
  [{ operator: null, value: '11月30日前', unit: null }, ['11月30日前', '11月底前']],
  [{ operator: null, value: '11月15日前', unit: null }, ['11月15日前']],
  [{ operator: null, value: '2月28日前', unit: null }, ['2月28日前']],
  [{ operator: null, value: '优秀', unit: null }, ['优秀']],
] as const)('%j', (target, forms) => {
  expect(targetForms({ target })).toEqual(forms);
});

test('every way of writing a target is read as the same', () => {
  const other = libraryEntries().flatMap((entry) => {
    const [first, ...ways] = targetForms(entry).map((text) => ({ text, read: parseTarget(text) }));
    return ways.flatMap(({ text, read }) =>
      JSON.stringify(read) === JSON.stringify(first?.read) ? [] : [`${first?.text}: ${text} ${JSON.stringify(read)}`],
    );
  });
  expect(other).toEqual([]);
  const several = libraryEntries().filter((entry) => targetForms(entry).length > 1);
  expect(several.length).toBeGreaterThan(300);
});
