/**
 * Writes what follows from the rules' folders: the index `src/core/rules/index.ts` and the pages `docs/rules/*.md`;
 * from the functions' definitions the pages `docs/functions/*.md`; and from the forms' files the index
 * `src/core/templates/forms/index.ts`.
 * `--check` writes nothing and fails where a file is not up to date.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);
require('./typescript.cjs');
const checking = process.argv.includes('--check');
const stale = [];

const PARTS = ['index.ts', 'zh-CN.ts', 'en-US.ts', 'doc.md'];
const rulesFolder = join(root, 'src/core/rules');
const folders = readdirSync(rulesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && PARTS.every((part) => existsSync(join(rulesFolder, entry.name, part))))
  .map((entry) => entry.name)
  .map((name) => ({
    name,
    code: /code: '(PT\d+)'/.exec(readFileSync(join(rulesFolder, name, 'index.ts'), 'utf8'))?.[1],
  }))
  .filter(({ name, code }) => code ?? console.error(`no code in src/core/rules/${name}/index.ts`))
  .sort((a, b) => a.code.localeCompare(b.code));

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
put(
  join(rulesFolder, 'index.ts'),
  [
    '// Generated from the folders beside this file by `npm run generate`.',
    ...folders.flatMap(({ name }) => [
      `import { rule as ${camel(name)} } from './${name}';`,
      `import { wording as ${camel(name)}En } from './${name}/en-US';`,
      `import { wording as ${camel(name)}Zh } from './${name}/zh-CN';`,
    ]),
    `import type { RuleEntry } from './rule';`,
    '',
    '/** Every rule, by code. */',
    'export const RULES: readonly RuleEntry[] = [',
    ...folders.map(
      ({ name }) => `  { rule: ${camel(name)}, wording: { 'zh-CN': ${camel(name)}Zh, 'en-US': ${camel(name)}En } },`,
    ),
    '];',
    '',
  ].join('\n'),
);

const forms = readdirSync(join(root, 'src/core/templates/forms'))
  .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();
put(
  join(root, 'src/core/templates/forms/index.ts'),
  [
    '// Generated from the files beside this one by `npm run generate`.',
    ...forms.map((name) => `import { form as ${camel(name)} } from './${name}';`),
    `import type { Form } from '../model';`,
    '',
    '/** Every form, by id. */',
    'export const FORMS: readonly Form[] = [',
    ...forms.map((name) => `  ${camel(name)},`),
    '];',
    '',
  ].join('\n'),
);

const { RULES } = require(join(rulesFolder, 'index.ts'));
const LEVEL = { error: '必改', warning: '建议修改', info: '提示' };
const DIMENSION = { completeness: '完整性', relevance: '相关性', appropriateness: '适当性', feasibility: '可行性' };
const SCOPE = {
  all: '',
  project: '（适用于项目支出）',
  central: '（适用于中央部门）',
  'central-project': '（适用于中央部门项目支出）',
};
const pages = join(root, 'docs/rules');
const wanted = new Set(['README.md', ...RULES.map(({ rule }) => `${rule.code}.md`)]);
for (const { rule, wording } of RULES) {
  const zh = wording['zh-CN'];
  put(
    join(pages, `${rule.code}.md`),
    [
      `# ${rule.code} ${zh.title}`,
      '',
      `\`${rule.name}\` · ${LEVEL[rule.severity]} · ${DIMENSION[rule.dimension]}`,
      ...(rule.source ? ['', `依据：${rule.source.document} ${rule.source.clause}${SCOPE[rule.source.scope]}`] : []),
      '',
      readFileSync(join(rulesFolder, rule.name, 'doc.md'), 'utf8').trim(),
      '',
      '## 提示语',
      '',
      ...Object.values(zh.messages).map((message) => `- ${message}`),
      ...(zh.fixes ? ['', '## 修正', '', ...Object.values(zh.fixes).map((fix) => `- ${fix}`)] : []),
      '',
    ].join('\n'),
  );
}
put(
  join(pages, 'README.md'),
  [
    '# 检查规则',
    '',
    '| 编码 | 规则 | 级别 | 维度 |',
    '|---|---|---|---|',
    ...RULES.map(
      ({ rule, wording }) =>
        `| [${rule.code}](${rule.code}.md) | ${wording['zh-CN'].title} | ${LEVEL[rule.severity]} | ${DIMENSION[rule.dimension]} |`,
    ),
    '',
  ].join('\n'),
);
keepOnly(pages, wanted);

const { FUNCTIONS, FUNCTIONS_WORDING, helpMarkdown } = require('../src/functions');
const functionPages = join(root, 'docs/functions');
const { help, functions } = FUNCTIONS_WORDING['zh-CN'];
for (const definition of FUNCTIONS) {
  put(join(functionPages, `${definition.name}.md`), helpMarkdown(definition, 'zh-CN'));
}
put(
  join(functionPages, 'README.md'),
  [
    `# ${help.title}`,
    '',
    help.intro,
    '',
    ...FUNCTIONS.map(({ name }) => `- [PERF.${name}](${name}.md) ${functions[name].summary}`),
    '',
    `## ${help.common}`,
    '',
    ...help.general.map((line) => `- ${line}`),
    '',
  ].join('\n'),
);
keepOnly(functionPages, new Set(['README.md', ...FUNCTIONS.map(({ name }) => `${name}.md`)]));

if (stale.length > 0) {
  console.error(`Not up to date (run npm run generate):\n${stale.join('\n')}`);
  process.exit(1);
}

/** Takes away pages that nothing stands behind any more. */
function keepOnly(folder, names) {
  if (!existsSync(folder)) return;
  for (const file of readdirSync(folder)) {
    if (names.has(file)) continue;
    if (checking) stale.push(join(folder, file));
    else rmSync(join(folder, file));
  }
}

function put(file, text) {
  if (existsSync(file) && readFileSync(file, 'utf8').replaceAll('\r\n', '\n') === text) return;
  if (checking) {
    stale.push(file);
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
