import type { Locale } from '../i18n';
import type { FunctionDefinition } from './definition';
import { FUNCTIONS_WORDING } from './wording';

export interface HelpPage {
  readonly title: string;
  readonly summary: string;
  readonly syntax: string;
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly optional: boolean }[];
  readonly details: readonly string[];
  readonly example: string;
}

/** What a function's help page says, before it is laid out. */
export function helpPage({ name, parameters }: FunctionDefinition, locale: Locale): HelpPage {
  const wording = FUNCTIONS_WORDING[locale];
  const { summary, details, example } = wording.functions[name];
  const shown = parameters.map(({ name: parameter, optional }) => (optional ? `[${parameter}]` : parameter));
  return {
    title: `PERF.${name}`,
    summary,
    syntax: `PERF.${name}(${shown.join(', ')})`,
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      description: wording.parameters[parameter.name] ?? parameter.name,
      optional: parameter.optional ?? false,
    })),
    details,
    example,
  };
}

export function helpMarkdown(definition: FunctionDefinition, locale: Locale): string {
  const { help } = FUNCTIONS_WORDING[locale];
  const page = helpPage(definition, locale);
  return [
    `# ${page.title}`,
    '',
    page.summary,
    '',
    `## ${help.syntax}`,
    '',
    `\`${page.syntax}\``,
    '',
    `## ${help.parameters}`,
    '',
    ...page.parameters.map(
      ({ name, description, optional }) =>
        `- \`${name}\`${optional ? ` (${help.optional})` : ''} ${description.replaceAll('<', '\\<')}`,
    ),
    '',
    `## ${help.details}`,
    '',
    ...page.details.map((detail) => `- ${detail}`),
    '',
    `## ${help.example}`,
    '',
    `\`${page.example}\``,
    '',
  ].join('\n');
}

/** The page that Excel opens from its function wizard: one file that needs nothing else. */
export function helpHtml(definition: FunctionDefinition, locale: Locale): string {
  const { help } = FUNCTIONS_WORDING[locale];
  const page = helpPage(definition, locale);
  const list = (items: readonly string[]): string => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`;
  const parameters = page.parameters.map(
    ({ name, description, optional }) =>
      `<code>${escaped(name)}</code>${optional ? ` (${help.optional})` : ''} ${escaped(description)}`,
  );
  return [
    `<!doctype html><html lang="${locale}"><meta charset="utf-8" /><meta name="viewport" content="width=device-width">`,
    `<meta name="color-scheme" content="light dark"><title>${page.title}</title>`,
    '<style>body{max-width:42rem;margin:2rem auto;padding:0 1rem;font-family:system-ui,sans-serif;line-height:1.6}</style>',
    `<h1>${page.title}</h1><p>${escaped(page.summary)}</p>`,
    `<h2>${help.syntax}</h2><p><code>${escaped(page.syntax)}</code></p>`,
    `<h2>${help.parameters}</h2>${list(parameters)}`,
    `<h2>${help.details}</h2>${list(page.details.map(escaped))}`,
    `<h2>${help.example}</h2><p><code>${escaped(page.example)}</code></p>`,
    `<h2>${help.common}</h2>${list(help.general.map(escaped))}</html>`,
  ].join('\n');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
