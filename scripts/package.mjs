/** Makes one folder for any static web server: Excel, WPS, workbench, command line, help, and a start page. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { checkManifest } from './check-manifest.mjs';
import { helpPages } from './package/help.mjs';
import { OFFICE_JS, Refusal, ROOT, readOptions } from './package/options.mjs';
import { escapeHtml, policy, replaceOnce, withPolicy } from './package/pages.mjs';
import { NAME, enterpriseList, installerArchive, offlineArchive } from './package/wps.mjs';

const require = createRequire(import.meta.url);
const { functionsFiles } = require('./functions-files.cjs');
const { WORKER, withPrecache } = require('./precache.cjs');

const WPS_SERVICE = 'http://127.0.0.1:58890';
const MANIFEST_ADDRESS = 'https://localhost:3000';
const PARTS = ['taskpane', 'workbench', 'wps', 'install', 'cli'];
/** Says that a folder is one of ours, to be made anew. */
const MARK = 'version.json';

/** The files of a folder by their paths, as bytes. */
function filesIn(folder, below = folder) {
  if (!existsSync(folder)) throw new Refusal(`还没有构建：${relative(ROOT, folder)}。 / It was not built yet.`);
  return Object.assign(
    {},
    ...readdirSync(folder).map((name) => {
      const path = join(folder, name);
      if (statSync(path).isDirectory()) return filesIn(path, below);
      return { [relative(below, path).replaceAll('\\', '/')]: readFileSync(path) };
    }),
  );
}

const under = (place, files) =>
  Object.fromEntries(Object.entries(files).map(([name, content]) => [`${place}/${name}`, content]));

function build() {
  const webpack = require.resolve('webpack/bin/webpack.js');
  const names = PARTS.flatMap((name) => ['--config-name', name]);
  execFileSync(process.execPath, [webpack, '--mode', 'production', ...names], { cwd: ROOT, stdio: 'inherit' });
}

/** Office wants four numbers. */
const officeVersion = (version) => `${version.split('-')[0]}.0`;

function excelFiles({ baseUrl, officeJs }, version) {
  const address = `${baseUrl}excel`;
  const { origin, pathname } = new URL(address);
  const files = { ...filesIn(join(ROOT, 'dist/excel')), ...functionsFiles(address) };
  const loaded = replaceOnce(String(files['taskpane.html']), OFFICE_JS.cdn, officeJs, 'taskpane.html');
  files['taskpane.html'] = withPolicy(loaded, policy({ scripts: [new URL(officeJs).origin] }), 'taskpane.html');
  for (const name of Object.keys(files).filter((file) => /^functions\b.*\.html$/.test(file)))
    files[name] = withPolicy(String(files[name]), policy(), name);
  // The Id stays as it is from build to build: Office takes another one for another add-in.
  files['manifest.xml'] = readFileSync(join(ROOT, 'manifest.xml'), 'utf8')
    .replace(`<AppDomain>${MANIFEST_ADDRESS}</AppDomain>`, `<AppDomain>${origin}</AppDomain>`)
    .replace(/<Version>[^<]*<\/Version>/, `<Version>${officeVersion(version)}</Version>`)
    .replaceAll(`${MANIFEST_ADDRESS}/`, `${address}/`);
  const { errors } = checkManifest(files['manifest.xml'], ROOT, pathname);
  if (errors.length > 0) throw new Refusal(['manifest.xml：', ...errors].join('\n  '));
  return files;
}

function wpsFiles({ baseUrl }, version) {
  const url = `${baseUrl}wps/`;
  const program = filesIn(join(ROOT, 'dist/wps'));
  for (const name of ['index.html', 'pane.html']) program[name] = withPolicy(String(program[name]), policy(), name);
  return {
    ...program,
    'jsplugins.xml': enterpriseList(url),
    [`install/${NAME}-offline-${version}.zip`]: offlineArchive(version, program),
    [`install/${NAME}-installer-${version}.zip`]: installerArchive(version, url),
  };
}

function startFiles({ officeJs }, version) {
  const built = filesIn(join(ROOT, 'dist/install'));
  const site = escapeHtml(JSON.stringify({ version, name: NAME, officeJs }));
  const finish = (name, connect) =>
    withPolicy(
      replaceOnce(
        String(built[name]),
        '<meta name="site" content="" />',
        `<meta name="site" content="${site}" />`,
        name,
      ),
      policy({ connect }),
      name,
    );
  const assets = (chunk) =>
    Object.entries(built).filter(([name]) => name.startsWith(`${chunk}.`) && !name.endsWith('.html'));
  return {
    'index.html': finish('index.html', [WPS_SERVICE, ...(officeJs ? [new URL(officeJs).origin] : [])]),
    ...Object.fromEntries(assets('start')),
    'wps/install/index.html': finish('publish.html', [WPS_SERVICE]),
    ...Object.fromEntries(assets('publish').map(([name, content]) => [`wps/install/${name}`, content])),
  };
}

function workbenchFiles() {
  const files = filesIn(join(ROOT, 'dist/workbench'));
  files['index.html'] = withPolicy(String(files['index.html']), policy(), 'index.html');
  // The page is another one now.
  return { ...files, [WORKER]: withPrecache(String(files[WORKER]), files) };
}

/** Makes the folder anew, if it is one of ours or has nothing in it. */
function write(out, files) {
  const known = existsSync(out) ? readdirSync(out) : [];
  if (known.length > 0 && !known.includes(MARK))
    throw new Refusal(`${out} 里有别的文件，没有改动：请换一个目录。 / It holds other files and was not touched.`);
  rmSync(out, { recursive: true, force: true });
  for (const [name, content] of Object.entries(files)) {
    const path = join(out, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
}

function main() {
  const options = readOptions(process.argv.slice(2));
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  if (options.build) build();
  const start = startFiles(options, version);
  const css = Object.keys(start).find((name) => /^start\..*css$/.test(name));
  const { baseUrl, officeJs, out } = options;
  const files = {
    ...start,
    ...(officeJs ? under('excel', excelFiles(options, version)) : {}),
    ...under('wps', wpsFiles(options, version)),
    ...under('workbench', workbenchFiles()),
    'cli/perf-addin.cjs': readFileSync(join(ROOT, 'dist/cli.js')),
    ...helpPages(css),
    [MARK]: `${JSON.stringify({ version, baseUrl, officeJs }, null, 2)}\n`,
  };
  write(out, files);
  const size = Object.values(files).reduce((sum, content) => sum + Buffer.byteLength(content), 0);
  console.log(`已打包 ${Object.keys(files).length} 个文件，${(size / 1e6).toFixed(1)} MB：${out}`);
  console.log(`把整个文件夹放到 ${baseUrl} ，请用户打开这个地址。 / Put the folder there and have people open it.`);
  if (!officeJs) console.log('地址不是 https，本次不含 Excel。 / Without https there is nothing for Excel.');
}

try {
  main();
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
