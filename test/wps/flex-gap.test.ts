import { withoutFlexGap } from '../../src/wps/flex-gap';
import type { StyleObject } from '../../src/wps/flex-gap';
import { olderStyle } from '../../src/wps/older-styles';

const CASES: readonly (readonly [name: string, style: StyleObject, becomes: StyleObject])[] = [
  [
    'a row',
    { display: 'flex', gap: '4px', margin: 0 },
    { display: 'flex', margin: 0, '> :not(:last-child)': { marginRight: '4px' } },
  ],
  [
    'a column',
    { display: 'flex', flexDirection: 'column', rowGap: '8px' },
    { display: 'flex', flexDirection: 'column', '> :not(:last-child)': { marginBottom: '8px' } },
  ],
  [
    'items that wrap',
    { display: 'inline-flex', flexWrap: 'wrap', gap: '4px 6px' },
    {
      display: 'inline-flex',
      flexWrap: 'wrap',
      '> *': { marginBottom: '4px' },
      '> :not(:last-child)': { marginRight: '6px' },
    },
  ],
  [
    'rules of its own for the same items',
    { display: 'flex', columnGap: '4px', '> *': { color: 'red' }, '> :not(:last-child)': { color: 'blue' } },
    {
      display: 'flex',
      '> *': { color: 'red' },
      '> :not(:last-child)': { marginRight: '4px', color: 'blue' },
    },
  ],
  ['a grid', { display: 'grid', gap: '4px' }, { display: 'grid', gap: '4px' }],
  ['neither', { rowGap: '4px', color: 'red' }, { rowGap: '4px', color: 'red' }],
  ['a row without space', { display: 'flex', color: 'red' }, { display: 'flex', color: 'red' }],
  [
    'a narrow page',
    { display: 'flex', '@media (max-width: 300px)': { gap: '2px' }, ':hover': { gap: '1px' } },
    {
      display: 'flex',
      '@media (max-width: 300px)': { '> :not(:last-child)': { marginRight: '2px' } },
      ':hover': { '> :not(:last-child)': { marginRight: '1px' } },
    },
  ],
  [
    'something within',
    { display: 'flex', '& ul': { gap: '2px', display: 'grid' }, '> li': { gap: '1px' } },
    { display: 'flex', '& ul': { gap: '2px', display: 'grid' }, '> li': { gap: '1px' } },
  ],
];

test.each(CASES)('%s', (_, style, becomes) => {
  expect(withoutFlexGap(style)).toEqual(becomes);
});

test('what has an older name is called by it', () => {
  expect(
    olderStyle({
      overflowWrap: 'anywhere',
      ':has(:checked)': { overflowWrap: 'break-word' },
      ':has(:focus-visible)': { '& p': { overflowWrap: 'anywhere', margin: 0 } },
    }),
  ).toEqual({
    wordBreak: 'break-word',
    ':has(:checked)': { overflowWrap: 'break-word' },
    ':focus-within': { '& p': { wordBreak: 'break-word', margin: 0 } },
  });
});
