import { makeSheet, RECORD_SHEET, type Edit, type SheetSnapshot } from '../../src/core/sheet';
import { FileHost } from '../../src/hosts/file/host';
import { MemoryHost } from '../../src/hosts/memory';
import { readWorkbook, writeWorkbook } from '../../src/formats/xlsx';
import { createSession, recordSuppression } from '../../src/session';
import { withRecordLooks } from '../../src/session/record-looks';
import { answerOpinion, recordOpinion } from '../../src/session/review/opinions';
import { partsOf } from '../support/xlsx';

const ALL = new MemoryHost([makeSheet('表', [])]).capabilities;
const SENTENCE = '“培训合格率”的比较符号是“=”，指标解释写的却是“不低于100%”，两处的达标要求不同。请统一。'.repeat(2);
const entry = (sentence = SENTENCE) => ({
  key: 'PT201|产出指标/质量指标/培训合格率|operator|1',
  code: 'PT201',
  place: '表!D12',
  sentence,
  reason: '合同约定',
  by: '张会计',
  at: '2026-03-05T09:08:07',
});
const opinion = { place: '表!H9', text: '请附巡查台账。', by: '李', at: '2026-03-06T10:00:00' };

/** Applies what is written to the record, and gives the edits of looks that went with it. */
async function written(host: FileHost, ...writes: ((record: SheetSnapshot | null) => Edit[])[]) {
  const looks: string[] = [];
  for (const write of writes) {
    const edits = write((await host.read({ sheets: 'active' })).record);
    const dressed = withRecordLooks(edits, host.capabilities);
    looks.push(
      dressed
        .slice(edits.length)
        .map(({ kind }) => kind)
        .join(' '),
    );
    expect(await host.apply(dressed, { label: '' })).toMatchObject({ status: 'applied' });
  }
  return looks;
}

test('the sheet comes with paper and widths, each new row with lines; rows that stand there are let be', async () => {
  const host = new FileHost(readWorkbook(writeWorkbook([makeSheet('表', [])])));
  const looks = await written(
    host,
    (record) => recordSuppression(record, entry()),
    (record) => recordOpinion(record, opinion),
    (record) => answerOpinion(record, opinion, '已附。'),
    (record) => recordSuppression(record, { ...entry(), reason: '另有批复' }),
  );
  expect(looks).toEqual([
    'format rowHeights format format rowHeights columnWidths pageSetup',
    'format format rowHeights',
    '',
    '',
  ]);
  const xml = partsOf(host.bytes()).get('xl/worksheets/sheet2.xml') ?? '';
  expect(xml).toContain('<col width="50.7109375" customWidth="1" min="4" max="4"/>');
  expect(xml).toContain('<pageSetup paperSize="9" orientation="landscape"');
  const heights = [...xml.matchAll(/ ht="([\d.]+)"/gu)].map(([, height]) => Number(height));
  // The heading on one line, the long sentence on five, the opinion with room for an answer.
  expect(heights).toEqual([19.5, 77.5, 34]);
});

test('a text for programs does not make a row as high as a page', () => {
  const edits = withRecordLooks(recordSuppression(null, entry('{"name":"口径"}'.repeat(500))), ALL);
  const [, body] = edits.flatMap((edit) => (edit.kind === 'rowHeights' ? [edit.sizes[0]] : []));
  expect(body).toBeLessThan(80);
});

test.each([
  [{ ...ALL, formats: false }, []],
  [{ ...ALL, pageSetup: false }, ['columnWidths', 'format', 'rowHeights']],
  [ALL, ['columnWidths', 'format', 'pageSetup', 'rowHeights']],
])('as far as the host can: %#', (capabilities, kinds) => {
  const edits = withRecordLooks(recordSuppression(null, entry()), capabilities);
  const looks = edits.map(({ kind }) => kind).filter((kind) => kind !== 'set' && kind !== 'addSheet');
  expect([...new Set(looks)].sort()).toEqual(kinds);
});

test('other sheets are nobody’s business here', () => {
  const edits = [
    { kind: 'set', sheet: '表', cell: { row: 0, column: 0 }, from: { blank: true }, to: { text: 'a' } },
  ] as const;
  expect(withRecordLooks(edits, ALL)).toBe(edits);
});

test('what a session writes down is drawn, and an undo takes the drawing back with it', async () => {
  const host = new MemoryHost([makeSheet('表', [])]);
  const session = createSession(host, { now: () => new Date(2026, 2, 5), delay: () => () => undefined });
  await session.check();
  const plan = ({ record }: { readonly record: SheetSnapshot | null }) => recordOpinion(record, opinion);
  await session.write({ during: 'review', label: '审核', notice: 'opinion-recorded', sheets: 'all', plan });
  expect(host.drawing(RECORD_SHEET).pageSetup).toMatchObject({ orientation: 'landscape', paper: 'A4' });
  expect(host.drawing(RECORD_SHEET).rowHeights.size).toBe(2);
  await session.undo();
  expect((await host.read({ sheets: 'all' })).record).toBeNull();
});
