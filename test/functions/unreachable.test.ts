import { registerInExcel } from '../../src/functions/excel';
import { CellCalls } from '../support/officejs/custom-functions';

jest.mock('../../src/functions/definitions/check', () => {
  throw new Error('out of reach');
});
jest.mock('../../src/functions/definitions/score', () => {
  throw new Error('out of reach');
});
jest.mock('../../src/functions/wording', () => {
  throw new Error('out of reach');
});

const PROPORTION = '达到计划值得满分2分，否则按实际值/计划值*指标分值';
const SENTENCE = '程序没有全部载入，请检查网络后重新计算';

/** A server that is gone after the page was loaded: what is there goes on, and the rest says so. */
describe('without its server', () => {
  let cells: CellCalls;
  beforeAll(() => {
    cells = new CellCalls();
    registerInExcel(() => 'zh-CN');
  });

  test('scores are computed', async () => {
    expect(await cells.call('SCORE', 8, 10, PROPORTION, '', '≥', '次')).toEqual({ ok: true, value: [[1.6]] });
  });

  test('a sentence of a rare kind is #N/A, and says why', async () => {
    const args = [1, '', '优秀得10分，良好得8分，差不得分', 10];
    expect(await cells.call('SCORE', ...args)).toEqual({ ok: false, value: '#N/A', message: SENTENCE });
  });

  test('a function that was not fetched is #N/A, and says why', async () => {
    expect(await cells.call('CHECK', '≥', 95, '%')).toEqual({ ok: false, value: '#N/A', message: SENTENCE });
  });

  test('an error keeps its name, without its own sentence', async () => {
    expect(await cells.call('SCORE', true, 10, PROPORTION)).toEqual({ ok: false, value: '#VALUE!', message: SENTENCE });
  });
});
