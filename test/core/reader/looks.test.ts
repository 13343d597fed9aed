import { LOOK, lookOf, misfit } from '../../../src/core/reader/looks';

test('each look is a bit of its own', () => {
  const bits = Object.values(LOOK);
  expect(bits.every((bit) => Math.log2(bit) % 1 === 0)).toBe(true);
  expect(new Set(bits).size).toBe(bits.length);
});

test.each([
  ['10', 0],
  ['10分', 0],
  ['10%', 1],
  ['群众满意度', 6],
])('%s in a column of points misfits by %d', (text, cost) => {
  expect(misfit(lookOf(text), 'weight')).toBe(cost);
});
