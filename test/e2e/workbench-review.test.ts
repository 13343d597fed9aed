import { readReview } from '../../src/core/reader';
import { OPINION_SHEET, RECORD_SHEET, type SheetSnapshot } from '../../src/core/sheet';
import { readWorkbook, writeWorkbook } from '../../src/formats/xlsx';
import { profileViewText } from '../../src/i18n/profile-view';
import { reviewViewText } from '../../src/i18n/review-view';
import { roundOf } from '../../src/report/review';
import { faultyEvaluations } from '../fixtures/evaluations';
import { office } from '../support/office';
import { expectRecordKept, recordOf } from '../support/record-kept';
import { violations } from './support/axe';
import { expectEventually, Workbench } from './support/workbench/page';

const text = reviewViewText('zh-CN');
const profiles = profileViewText('zh-CN');

let workbench: Workbench;
beforeAll(async () => {
  workbench = await Workbench.open();
}, 120_000);
afterAll(() => workbench?.close());
afterEach(() => expect(workbench.complaints.splice(0)).toEqual([]));

const button = (name: string | RegExp) => workbench.pane.getByRole('button', { name, exact: true });
const box = () => workbench.pane.getByRole('textbox', { name: text.write });

async function expectAccessible(): Promise<void> {
  expect(await violations(workbench)).toEqual([]);
}

async function saved(): Promise<{ readonly bytes: Uint8Array; readonly sheets: readonly SheetSnapshot[] }> {
  const { bytes } = await workbench.download();
  return { bytes, sheets: readWorkbook(bytes).sheets };
}

/** Chooses a file where a button asks for one. */
async function choose(name: string, sheets: readonly SheetSnapshot[], file: string): Promise<void> {
  const chooser = workbench.page.waitForEvent('filechooser');
  await button(name).click();
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await (await chooser).setFiles({ name: file, mimeType, buffer: Buffer.from(writeWorkbook(sheets)) });
}

test('a table is reviewed, sent back, and its record survives LibreOffice', async () => {
  await button('审核').click();
  await box().waitFor();
  await workbench.go('E9');
  await box().fill('指标值低于上年，请说明。');
  await workbench.pane.getByRole('radio', { name: '单元格 E9' }).waitFor();
  await button(text.add).click();
  await button('定位到 E9').waitFor();
  // The next one can be typed at once.
  await expectEventually(
    () => box().evaluate((element) => element === document.activeElement),
    'the box has the focus',
  );
  await box().fill('=总体目标与职责不符');
  await workbench.pane.getByRole('radio', { name: text.table }).check();
  await button(text.add).press('Enter');
  await workbench.pane.getByText('=总体目标与职责不符').waitFor();
  await workbench.go('A1');
  await button('定位到 E9').click();
  await expectEventually(async () => (await workbench.selected()) === 'E9', 'E9 is selected');
  await button(text.answer).first().click();
  await workbench.pane.getByRole('listitem').first().getByRole('textbox').fill('已改为12次。');
  await button(text.save).click();
  await workbench.pane.getByText('单位答复：已改为12次。').waitFor();
  await button(text.settle).first().click();
  await workbench.pane.getByRole('heading', { name: '审核人意见（1 条未办结，共 2 条）' }).waitFor();
  await expectAccessible();

  await button(text.grades.title).click();
  const prepared = workbench.pane.getByRole('group', { name: '条件充分性的等级' });
  await prepared.getByRole('radio', { name: '良' }).check();
  await workbench.pane
    .getByRole('status', { name: text.grades.overall })
    .getByText(/^[优良中差]$/u)
    .waitFor();
  await expectAccessible();
  await button(text.grades.draw).click();
  await button(text.grades.update).waitFor();
  await button(text.back).click();

  await button(text.sendBack.title).click();
  await workbench.pane.getByLabel(text.sendBack.deadline).fill('2026-01-15');
  await workbench.pane.getByText(/1 张表：必改 2/).waitFor();
  await expectAccessible();
  const letter = await workbench.download(() => button('退回（第1轮）').click());
  expect(letter.name).toMatch(/审核意见（第1轮）\.docx$/);
  expect(Buffer.from(letter.bytes.subarray(0, 2)).toString()).toBe('PK');
  await button(text.back).click();
  await workbench.pane.getByText('截止 2026-01-15', { exact: false }).waitFor();

  const { bytes, sheets } = await saved();
  const record = recordOf(sheets);
  expect(record.opinions.map((opinion) => [opinion.text, opinion.answer, opinion.settled])).toEqual([
    ['指标值低于上年，请说明。', '已改为12次。', true],
    ['=总体目标与职责不符', '', false],
  ]);
  expect(record.rounds.map(({ round, deadline }) => [round, deadline])).toEqual([[1, '2026-01-15']]);
  const opinions = sheets.find(({ name }) => name === OPINION_SHEET);
  expect(opinions && roundOf(opinions)).toEqual({ round: 1, deadline: '2026-01-15' });
  const form = sheets.map((sheet) => readReview(sheet)).find((review) => review !== null);
  expect(form?.items.find(({ item }) => item.value === '条件充分性')?.grade?.value).toBe('良');
  expect(expectRecordKept(bytes)).toBe(office);

  await button(text.publish.title).click();
  await workbench.pane.getByText('将去掉：工作表（绩效审核记录、审核意见）').waitFor();
  await expectAccessible();
  const published = await workbench.download(() => button('仍要下载（1 项未处理）').click());
  expect(published.name).toMatch(/（公开版）\.xlsx$/);
  const names = readWorkbook(published.bytes).sheets.map(({ name }) => name);
  expect(names).not.toContain(RECORD_SHEET);
  expect(names).not.toContain(OPINION_SHEET);
  await button(text.back).click();
});

test('a self-evaluation is held against the approved targets, here and from then on', async () => {
  const [targets, evaluation] = faultyEvaluations() as [SheetSnapshot, SheetSnapshot];
  await workbench.load();
  await workbench.openFile('自评.xlsx', writeWorkbook([evaluation]));
  await button('审核').click();
  await button(text.compare.title).click();
  await choose(text.compare.choose, [targets], '批复.xlsx');
  await workbench.pane.getByRole('heading', { name: '与批复的目标表不一致' }).waitFor();
  await expectAccessible();
  await workbench.pane.getByRole('switch', { name: text.compare.keep }).check();
  await button('自查').click();
  await workbench.findings.filter({ hasText: 'PT607' }).first().waitFor();
});

test('own checks, thresholds and the profile of a workbook', async () => {
  await workbench.load();
  await button('设置').click();
  await button(profiles.thresholds).click();
  await workbench.pane.getByLabel(profiles.months).fill('4月25 2月10');
  await workbench.pane.getByText(profiles.badMonths).waitFor();
  await workbench.pane.getByLabel(profiles.months).fill('4月30');
  await button(profiles.newCheck).click();
  await workbench.pane.getByLabel(profiles.title, { exact: true }).first().fill('培训要写人数');
  await workbench.pane.getByLabel(profiles.value, { exact: true }).fill('没有*');
  await button(profiles.save).click();
  await workbench.pane.getByText(profiles.needMessage).waitFor();
  await workbench.pane.getByLabel(profiles.message, { exact: true }).fill('名称不在目录内：{name}');
  await button(profiles.save).click();
  await workbench.pane.getByText('OWN-1').waitFor();
  await expectAccessible();
  const given = await workbench.download(() => button(profiles.export).click());
  expect(JSON.parse(new TextDecoder().decode(given.bytes))).toMatchObject({
    settings: { executionByMonth: [[4, 30]] },
    checks: [{ code: 'OWN-1', must: [{ field: 'name', is: '没有*' }] }],
  });
  await button(profiles.toWorkbook).click();
  await workbench.pane.getByText(profiles.accepted).waitFor();
  await button(profiles.think).click();
  await workbench.pane.getByText(profiles.refused).waitFor();
  await button('自查').click();
  await workbench.findings.filter({ hasText: 'OWN-1' }).first().waitFor();
});
