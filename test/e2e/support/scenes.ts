import type { Locale } from '../../../src/i18n';
import { formsText } from '../../../src/i18n/forms';
import { libraryText } from '../../../src/i18n/library-view';
import { profileViewText } from '../../../src/i18n/profile-view';
import { reviewViewText } from '../../../src/i18n/review-view';
import { uiText } from '../../../src/i18n/ui';
import { writeWorkbook } from '../../../src/formats/xlsx';
import { selfEvaluation } from '../../support/self-evaluation';
import { makeCell, makeSheet, type SheetSnapshot } from '../../../src/core/sheet';
import type { Workbench } from './workbench/page';

export type Scene = readonly [name: string, go: (workbench: Workbench) => Promise<unknown>];

export const press = ({ pane }: Workbench, name: string | RegExp) =>
  pane.getByRole('button', { name, exact: true }).first().click();
export const view = ({ pane }: Workbench, name: string) =>
  pane.locator('nav').getByRole('button', { name, exact: true }).click();
export const heading = ({ pane }: Workbench, name: string | RegExp) =>
  pane.getByRole('heading', { name }).first().waitFor();
export const back = ({ pane }: Workbench) => pane.locator('h2').first().press('Escape');

/** Opens a workbook in place of what is there, whatever was changed in it. */
export async function openBook(workbench: Workbench, name: string, sheets: readonly SheetSnapshot[]): Promise<void> {
  const { page } = workbench;
  const chooser = page.waitForEvent('filechooser');
  await workbench.button(/^(?:打开|Open)$/).click();
  await (await chooser).setFiles({ name, mimeType: 'application/xlsx', buffer: Buffer.from(writeWorkbook(sheets)) });
  const shown = page.getByTestId('file-name').filter({ hasText: name });
  const question = page.getByRole('alertdialog');
  await shown.or(question).first().waitFor();
  if (await question.isVisible()) await question.getByRole('button').last().click();
  await shown.waitFor();
  await workbench.settled();
}

/** Every screen of the pane with something on it, one after the other; each goes on from the one before. */
export function scenes(locale: Locale = 'zh-CN'): readonly Scene[] {
  const ui = uiText(locale);
  const forms = formsText(locale);
  const library = libraryText(locale);
  const review = reviewViewText(locale);
  const profile = profileViewText(locale);
  return [
    [
      'check',
      async (workbench) => {
        await workbench.pane.locator('[data-finding]').first().waitFor();
        await press(workbench, ui.action.search);
        await workbench.pane.getByRole('searchbox').waitFor();
        await workbench.pane.locator('[aria-expanded="false"]').first().click();
        await heading(workbench, ui.summary.mapping);
        await press(workbench, ui.action.choose);
      },
    ],
    [
      'check-overview',
      async (workbench) => {
        await press(workbench, ui.summary.overview);
        await workbench.pane.getByRole('img').first().waitFor();
      },
    ],
    [
      'check-suppress',
      async (workbench) => {
        await press(workbench, ui.action.suppress);
        await workbench.page.getByRole('dialog').getByRole('textbox').press('Enter');
        await workbench.page.getByText(ui.suppress.required).waitFor();
      },
    ],
    [
      'forms',
      async (workbench) => {
        await workbench.page.getByRole('dialog').getByRole('button', { name: ui.action.giveUp }).click();
        await view(workbench, ui.view.forms);
        await workbench.pane.getByText(forms.current).waitFor();
      },
    ],
    [
      'forms-layout',
      async (workbench) => {
        await press(workbench, forms.layout.title);
        await heading(workbench, forms.layout.result);
      },
    ],
    [
      'forms-form',
      async (workbench) => {
        await back(workbench);
        await workbench.pane.locator('[data-opens="department-self-evaluation"], [data-opens]').nth(6).click();
        await workbench.pane.getByRole('combobox', { name: forms.source.title }).selectOption({ index: 1 });
        await workbench.pane.getByRole('spinbutton').first().waitFor();
      },
    ],
    [
      'forms-start',
      async (workbench) => {
        await back(workbench);
        await workbench.pane.locator('[data-opens="start"]').click();
        await workbench.pane.getByRole('checkbox').first().check();
        await workbench.pane.getByRole('region').first().waitFor();
      },
    ],
    [
      'library-own-none',
      async (workbench) => {
        await view(workbench, ui.view.library);
        await workbench.pane.getByRole('combobox', { name: library.field }).selectOption('own');
        await workbench.pane.getByText(library.ownEmpty).waitFor();
      },
    ],
    [
      'library',
      async (workbench) => {
        await workbench.pane.getByRole('combobox', { name: library.field }).selectOption('');
        await workbench.pane.getByRole('searchbox').fill('培训');
        await workbench.pane.getByRole('checkbox').first().check();
        await workbench.pane.locator('li [aria-expanded="false"]').first().click();
      },
    ],
    [
      'library-insert',
      async (workbench) => {
        await workbench.pane.locator('footer button').first().click();
        await heading(workbench, library.plan.rows);
      },
    ],
    [
      'library-incoming',
      async (workbench) => {
        await back(workbench);
        await press(workbench, library.menu);
        await workbench.page.getByRole('menuitem', { name: library.saveRows }).click();
        await heading(workbench, /17/);
      },
    ],
    [
      'library-edit',
      async (workbench) => {
        await workbench.pane.locator('footer button').first().click();
        await workbench.pane.locator('li [aria-expanded="false"]').first().click();
        await press(workbench, library.edit);
        await heading(workbench, library.editing);
      },
    ],
    [
      'review',
      async (workbench) => {
        await view(workbench, ui.view.review);
        await workbench.pane
          .getByRole('textbox', { name: review.write })
          .fill('指标值低于上年，请说明理由并补充依据材料。');
        await press(workbench, review.add);
        await press(workbench, review.answer);
        await workbench.pane.getByRole('listitem').first().getByRole('textbox').waitFor();
      },
    ],
    ...(['grades', 'sendBack', 'publish', 'compare'] as const).map((screen): Scene => [
      `review-${screen}`,
      async (workbench) => {
        if (screen !== 'grades') await back(workbench);
        await press(workbench, review[screen].title);
        await heading(workbench, review[screen].title);
        if (screen === 'grades') await workbench.pane.getByRole('radio').first().waitFor();
      },
    ]),
    [
      'settings',
      async (workbench) => {
        await view(workbench, ui.view.settings);
        await press(workbench, profile.newCheck);
        await press(workbench, profile.thresholds);
        await workbench.pane.getByLabel(profile.months).fill('4月25 2月10');
        await press(workbench, profile.toWorkbook);
        await press(workbench, profile.take.replace(/^$/, 'never')).catch(() => undefined);
        await workbench.pane.locator('pre').waitFor();
      },
    ],
    [
      'settings-levels',
      async (workbench) => {
        await press(workbench, ui.settings.changeLevels);
        await workbench.pane.getByRole('combobox').nth(6).waitFor();
      },
    ],
    [
      'score',
      async (workbench) => {
        await view(workbench, ui.view.check);
        await openBook(workbench, '自评.xlsx', [selfEvaluation(), makeSheet('空表', [[makeCell('姓名')]])]);
        await view(workbench, ui.view.score);
        await workbench.pane.getByText('群众满意度').first().waitFor();
      },
    ],
    [
      'score-row',
      async (workbench) => {
        await workbench.pane.getByText('群众满意度').first().click();
        await workbench.pane.getByRole('img').first().waitFor();
      },
    ],
    [
      'score-assistant',
      async (workbench) => {
        await press(workbench, ui.score.back);
        await press(workbench, ui.score.assist.start);
        await press(workbench, ui.score.previous).catch(() => undefined);
        await workbench.pane.locator('form').waitFor();
      },
    ],
  ];
}

/** In the page: what stands out at a side, scrolls sideways, or is cut off, in words. */
export function misfits(root: Element): string[] {
  const found: string[] = [];
  const frame = root.getBoundingClientRect();
  const named = (element: Element) =>
    `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)}”`;
  /** May be wider than the pane: what is shown at its own size scrolls for itself. */
  const own = (element: Element) => element.matches('[role="region"], pre, textarea, svg, option');
  /** Drawn over the whole page. */
  const isOver = (element: Element) => element instanceof HTMLDialogElement;
  const walk = (element: Element): void => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (style.display === 'none' || style.visibility === 'hidden' || box.width === 0 || own(element) || isOver(element))
      return;
    // Words for readers alone, or behind a dot.
    if (style.clipPath !== 'none' || box.width <= 8) return;
    if (box.right > frame.right + 1 || box.left < frame.left - 1) {
      found.push(
        `stands out ${Math.round(Math.max(box.right - frame.right, frame.left - box.left))}px: ${named(element)}`,
      );
      return;
    }
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    if (style.display !== 'inline' && clientWidth > 0 && scrollWidth > clientWidth + 1) {
      const told = element.closest('[title]') !== null || element.tagName === 'INPUT' || element.tagName === 'SELECT';
      if (/auto|scroll/.test(style.overflowX)) found.push(`scrolls sideways: ${named(element)}`);
      else if (/hidden|clip/.test(style.overflowX) && !told) found.push(`is cut off: ${named(element)}`);
    }
    if (
      /hidden|clip/.test(style.overflowY) &&
      clientHeight > 0 &&
      scrollHeight > clientHeight + 3 &&
      element !== root
    ) {
      found.push(`is cut off below: ${named(element)}`);
    }
    for (const child of element.children) walk(child);
  };
  walk(root);
  return found;
}

/** In the page: what of a bar lies over its neighbour. */
export function overlaps(bar: Element): string[] {
  const shown = Array.from(bar.querySelectorAll('span, button, input')).filter((part) => {
    const { width, height } = part.getBoundingClientRect();
    return width > 1 && height > 1 && getComputedStyle(part).clipPath === 'none';
  });
  return shown.flatMap((part, at) => {
    const one = part.getBoundingClientRect();
    return shown
      .slice(at + 1)
      .filter((other) => {
        const two = other.getBoundingClientRect();
        return !part.contains(other) && one.right > two.left + 1 && two.right > one.left + 1;
      })
      .map((other) => `“${(part.textContent ?? '').trim()}” lies over “${(other.textContent ?? '').trim()}”`);
  });
}
