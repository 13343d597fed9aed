import type { Target } from '../../core/indicator';
import { parseTarget } from '../../core/text';
import type { ElementFunction } from '../definition';
import { notAvailable } from '../value';
import type { Scalar } from '../value';

/** 指标值 as written → sign, value, unit; a blank text where there is none of it. */
export const parse: ElementFunction = {
  name: 'PARSE',
  kind: 'element',
  result: 'row',
  parameters: [{ name: 'text' }],
  calculate([text = null]) {
    if (text === null) return notAvailable('blank', { name: 'text' });
    return rowOf(parseTarget(String(text)));
  },
};

function rowOf(target: Target): readonly Scalar[] {
  switch (target.kind) {
    case 'quantity':
    case 'date':
      return [target.operator ?? '', target.value, target.unit ?? ''];
    case 'range':
      return [
        '',
        `${target.lowIncluded ? '' : '>'}${target.low}~${target.highIncluded ? '' : '<'}${target.high}`,
        target.unit ?? '',
      ];
    case 'qualitative':
      return ['', target.value, ''];
    case 'multiple':
      return notAvailableRow('several-targets');
    case 'unknown':
      return notAvailableRow('not-read');
  }
}

function notAvailableRow(reason: string): readonly Scalar[] {
  return [notAvailable(reason), notAvailable(reason), notAvailable(reason)];
}
