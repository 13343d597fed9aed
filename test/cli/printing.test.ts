import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FORMS, LEVEL_SCHEMES, type Form } from '../../src/core/templates';
import { writeWorkbook } from '../../src/formats/xlsx';
import { cli } from '../support/cli';
import { office } from '../support/office';
import { sheetOf } from '../support/sheets';

const poppler = office && spawnSync('pdfinfo', ['-v']).status === 0;
if (office && !poppler) console.warn('poppler is not installed: nothing was printed');

const folder = mkdtempSync(join(tmpdir(), 'perf-printing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** As many rows as tables have that take several pages, with the long words of people. */
const ROWS = LEVEL_SCHEMES['2021'].flatMap(([level1, level2s]) =>
  level2s.flatMap((level2) =>
    Array.from({ length: 4 }, (_, index) => [
      level1,
      level2,
      `${level2}的第${index + 1}项考核内容及其完成情况`,
      '≥',
      10 + index,
      '次',
      '按年度工作计划实际完成的数量，以台账和验收资料为准，按季度统计汇总。',
      `完成${10 + index}次及以上得2分；每少1次扣0.5分，扣完为止。`,
      2,
    ]),
  ),
);
const SOURCE = sheetOf([
  ['部门整体支出绩效目标表（2026年度）'],
  ['部门名称', '青溪县水利局'],
  ['一级指标', '二级指标', '三级指标', '指标值类型', '指标值', '计量单位', '指标解释', '评（扣）分标准', '分值'],
  ...ROWS,
]);

/** The heading at the right end. */
const lastHeading = ({ columns }: Form): string => (columns[columns.length - 1]?.header ?? '').replaceAll('\n', '');

const tight = (text: string): string => text.replace(/\s+/gu, '');

(poppler ? describe : describe.skip)('printed by LibreOffice', () => {
  beforeAll(async () => {
    writeFileSync(join(folder, 'source.xlsx'), writeWorkbook([SOURCE]));
    for (const { id } of FORMS) {
      const args = ['fill', '--template', id, '--from', 'source.xlsx', '--out', `${id}.xlsx`];
      const { code, stderr } = await cli(folder, args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'office')).href}`;
    const files = FORMS.map(({ id }) => join(folder, `${id}.xlsx`));
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
      timeout: 240_000,
      stdio: 'ignore',
    });
  }, 300_000);

  test.each(FORMS.map((form) => [form.id, form] as const))(
    '%s: A4, one page wide, headings on each page',
    (id, form) => {
      const pdf = join(folder, `${id}.pdf`);
      const info = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
      const [width, height] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(info)?.slice(1).map(Number) ?? [];
      const a4 = [842, 595];
      expect([Math.round(width ?? 0), Math.round(height ?? 0)]).toEqual(
        form.orientation === 'landscape' ? a4 : [...a4].reverse(),
      );
      const pages = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
      expect(pages.every((page, index) => tight(page).includes(`第${index + 1}页，共${pages.length}页`))).toBe(true);
      if (form.columns.length === 0) {
        expect(pages).toHaveLength(1);
        return;
      }
      expect(pages.length).toBeGreaterThan(1);
      // A column cut off at the right would stand on a page of its own, and miss on all others.
      const heading = tight(lastHeading(form));
      expect(pages.filter((page) => !tight(page).includes(heading))).toEqual([]);
      for (const [, , name] of ROWS) {
        expect(pages.filter((page) => tight(page).includes(String(name).slice(0, 5))).length).toBeGreaterThan(0);
      }
    },
  );
});
