import { formulaFromFile, formulaToFile } from '../../../src/formats/xlsx/formula';

describe('names of functions as files store them', () => {
  test.each([
    ['SUM(A1:A3)', '=SUM(A1:A3)'],
    ['_xldudf_PERF_SCORE(I8,E8,H8,,D8,F8)', '=PERF.SCORE(I8,E8,H8,,D8,F8)'],
    ['ROUND(_xldudf_PERF_TOTAL(J8:J9),1)', '=ROUND(PERF.TOTAL(J8:J9),1)'],
    ['_xlfn.IFS(A1,"_xldudf_PERF_SCORE(")', '=IFS(A1,"_xldudf_PERF_SCORE(")'],
    ['_xldudf_OTHER_SCORE(A1)', '=_xldudf_OTHER_SCORE(A1)'],
    ['"PERF.SCORE("&A1', '="PERF.SCORE("&A1'],
    ['PERF.OWN+A1', '=PERF.OWN+A1'],
  ])('%s is shown as %s, and stored again as it was', (stored, shown) => {
    expect(formulaFromFile(stored)).toBe(shown);
    expect(formulaToFile(shown)).toBe(stored);
  });

  test('what other programs stored by the plain name is stored as Excel does', () => {
    expect(formulaFromFile('_xludf.perf.score(A1)')).toBe('=perf.score(A1)');
    expect(formulaToFile('=perf.score(A1)')).toBe('_xldudf_PERF_SCORE(A1)');
  });
});
