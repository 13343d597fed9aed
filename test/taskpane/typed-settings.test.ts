import { monthsFrom, monthsText, schemesFrom, schemesText } from '../../src/taskpane/views/settings/typed';

test.each([
  [
    '4月25 6月40%',
    [
      [4, 25],
      [6, 40],
    ],
  ],
  [
    '4:25, 6:40；8：60.5',
    [
      [4, 25],
      [6, 40],
      [8, 60.5],
    ],
  ],
  [
    '４月底２５％、１０月底８０％',
    [
      [4, 25],
      [10, 80],
    ],
  ],
  ['', []],
  ['6月40 4月25', null],
  ['4月25 4月30', null],
  ['13月25', null],
  ['4月125', null],
  ['4月', null],
  ['四月25', null],
  ['4月25 以上', null],
])('months: %s', (text, months) => {
  const read = monthsFrom(text);
  expect(read).toEqual(months);
  if (read) expect(monthsFrom(monthsText(read))).toEqual(read);
});

test.each([
  ['成本20 产出40 效益20 满意度10', [{ cost: 20, output: 40, benefit: 20, satisfaction: 10 }]],
  [
    '产出指标：50分，效益指标：30分，满意度指标：10分\n\n成本20产出40效益30',
    [
      { output: 50, benefit: 30, satisfaction: 10 },
      { cost: 20, output: 40, benefit: 30 },
    ],
  ],
  ['', []],
  ['成本20 产出40 效益30\n过程10', 2],
  ['产出50 效益30 满意度10\n成本20 产出40', 2],
  ['产出50 产出10', 1],
  ['产出150', 1],
  ['产出', 1],
])('schemes: %s', (text, schemes) => {
  const read = schemesFrom(text);
  expect(read).toEqual(schemes);
  if (typeof read !== 'number') expect(schemesFrom(schemesText(read))).toEqual(read);
});
