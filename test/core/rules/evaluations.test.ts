import { checkNow } from '../../../src/core/check';
import type { SheetSnapshot } from '../../../src/core/sheet';
import { openBytes } from '../../../src/formats';
import { writeWorkbook } from '../../../src/formats/xlsx';
import { renderMessage } from '../../../src/i18n';
import { faultyEvaluations, mendedEvaluations } from '../../fixtures/evaluations';

/** As a file has them: written and read again. */
async function checked(sheets: readonly SheetSnapshot[]) {
  const opened = await openBytes('自评.xlsx', writeWorkbook(sheets));
  return checkNow({ sheets: opened.sheets });
}

const PT6 = ['PT601', 'PT602', 'PT603', 'PT604', 'PT605', 'PT606', 'PT607', 'PT608', 'PT609', 'PT610'];

test('every fault of a self-evaluation is found in a workbook that has them all', async () => {
  const { findings, readings } = await checked(faultyEvaluations());
  expect(readings.map(({ tables }) => tables.map(({ kind }) => kind))).toEqual([
    ['target'],
    ['self-evaluation'],
    ['target'],
    ['self-evaluation'],
  ]);
  const at = (code: string) => findings.filter((finding) => finding.code === code).map(({ message }) => message);
  expect(Object.fromEntries(PT6.map((code) => [code, at(code)]))).toEqual({
    PT601: ['found'],
    PT602: ['short'],
    PT603: ['initial'],
    PT604: ['words'],
    PT605: ['over'],
    PT606: ['execution', 'grade'],
    PT607: ['value'],
    PT608: ['equal'],
    PT609: ['goal'],
    PT610: ['found'],
  });
});

test('its mended twin has nothing to mend, by any rule', async () => {
  const { findings } = await checked(mendedEvaluations());
  const said = findings
    .filter(({ severity }) => severity !== 'info')
    .map((finding) => `${finding.code} ${finding.address.sheet} ${renderMessage(finding, 'zh-CN')}`);
  expect(said).toEqual([]);
  expect(findings.filter(({ code }) => PT6.includes(code))).toEqual([]);
});
