/* eslint-disable @typescript-eslint/no-require-imports -- webpack and the tests load this file as CommonJS */
const { chmodSync, readFileSync } = require('node:fs');
const path = require('node:path');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const CssPlugin = require('mini-css-extract-plugin');
const TerserPlugin = require('terser-webpack-plugin');
const webpack = require('webpack');
const { BundleSizes } = require('./scripts/bundle-sizes.cjs');
const { Chromium69 } = require('./scripts/chromium69/plugin.cjs');
const { Precache } = require('./scripts/precache.cjs');
const { unstarted } = require('./scripts/unstarted.cjs');

/**
 * Where the production pane loads office.js from: `--env office-js=cdn` (default), `21vianet` (the cloud in China), or
 * any address, such as a server inside a closed network.
 */
const OFFICE_JS = {
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
};

const { version } = JSON.parse(readFileSync(path.join(__dirname, 'package.json'), 'utf8'));
const from = (...parts) => path.join(__dirname, ...parts);

/** What all builds share. `target` is the language level that the oldest engine among the hosts understands. */
function base(name, mode, target) {
  const development = mode === 'development';
  return {
    name,
    mode,
    context: __dirname,
    devtool: development ? 'eval-cheap-module-source-map' : false,
    cache: {
      type: 'filesystem',
      name: `${name}-${mode}`,
      buildDependencies: { config: [__filename] },
    },
    resolve: { extensions: ['.ts', '.tsx', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          include: [from('src'), from('test')],
          loader: 'swc-loader',
          options: {
            jsc: {
              target,
              parser: { syntax: 'typescript', tsx: true },
              transform: { react: { runtime: 'automatic', development } },
            },
          },
        },
        // Core only says what things are: what a page asks for of it comes without its neighbours in the same folder.
        { include: from('src/core'), sideEffects: false },
        { test: /\.css$/, use: [CssPlugin.loader, 'css-loader'] },
        { test: /\.(png|svg|woff2?|ttf)$/, type: 'asset/resource' },
      ],
    },
    plugins: [new webpack.DefinePlugin({ 'process.env.PERF_VERSION': JSON.stringify(version) })],
    optimization: {
      minimizer: [
        new TerserPlugin({
          minify: TerserPlugin.swcMinify,
          terserOptions: { compress: { passes: 3 } },
          extractComments: false,
        }),
      ],
    },
    performance: { hints: false },
    stats: 'errors-warnings',
  };
}

/** A page: scripts and styles under names that change with their content, so that they can be cached for ever. */
function page(name, mode, { entry, entries, folder, html, target = 'es2022', plugins = [] }) {
  const shared = base(name, mode, target);
  const hash = mode === 'production' ? '.[contenthash:10]' : '';
  return {
    ...shared,
    entry: entries ?? { main: from(entry) },
    output: {
      path: from(folder),
      filename: ({ chunk }) => (chunk.name === 'functions' ? '[name].js' : `[name]${hash}.js`),
      chunkFilename: `[name]${hash}.js`,
      assetModuleFilename: `[name]${hash}[ext]`,
      clean: true,
    },
    plugins: [
      ...shared.plugins,
      new CssPlugin({ filename: `[name]${hash}.css`, chunkFilename: `[name]${hash}.css`, ignoreOrder: true }),
      new HtmlPlugin({ scriptLoading: 'defer', minify: false, ...html }),
      ...plugins,
    ],
  };
}

const copyAssets = () => new CopyPlugin({ patterns: [{ from: from('assets'), to: 'assets', noErrorOnMissing: true }] });

/** Metadata and help pages of the PERF functions. */
const functionsFiles = (address) => ({
  apply(compiler) {
    const { Compilation, sources } = webpack;
    compiler.hooks.thisCompilation.tap('functions', (compilation) =>
      compilation.hooks.processAssets.tap(
        { name: 'functions', stage: Compilation.PROCESS_ASSETS_STAGE_ADDITIONAL },
        () => {
          const files = require('./scripts/functions-files.cjs').functionsFiles(address);
          for (const [name, text] of Object.entries(files)) compilation.emitAsset(name, new sources.RawSource(text));
        },
      ),
    );
  },
});

/**
 * Limits in KB gzip, checked by every production build. The goal for the functions is 40: nearly all of them is the
 * compiler of standards, so the limit only holds what is reached.
 */
const PANE_SIZES = [
  { what: 'Functions: the script before the first PERF result', parts: ['functions'], limit: 40 },
  { what: 'Pane: all scripts before its session and views', parts: ['functions', 'main', 'pane'], limit: 200 },
];

/**
 * The task pane of Excel: functions, pane and ribbon commands in one page, the shared runtime. The functions come first,
 * in a script whose name the manifest knows. `--env address=https://…` says where the page will be served.
 */
function taskpane(env, mode) {
  const choice = env['office-js'] ?? 'cdn';
  const officeJs = OFFICE_JS[choice] ?? choice;
  const shared = page('taskpane', mode, {
    entries: {
      functions: from('src/taskpane/functions.ts'),
      main: { import: from('src/taskpane/excel.ts'), dependOn: 'functions' },
    },
    folder: 'dist/excel',
    html: {
      filename: 'taskpane.html',
      template: from('src/taskpane/excel.html'),
      officeJs,
      unstarted: unstarted('excel'),
    },
    plugins: [
      copyAssets(),
      functionsFiles(env.address ?? 'https://localhost:3000'),
      ...(mode === 'production' ? [new BundleSizes(PANE_SIZES, from('build/sizes.json'))] : []),
    ],
  });
  if (mode !== 'production') return shared;
  // With the content of the whole build in their names, the first script needs no list of all that is fetched later.
  const output = { ...shared.output, chunkFilename: '[id].[fullhash:10].js', publicPath: './' };
  return { ...shared, output };
}

/**
 * The grid can hyphenate seventy languages, each with a file of up to a megabyte; spreadsheets hyphenate in
 * none. English is loaded at its start.
 */
const withoutHyphenation = () =>
  new webpack.IgnorePlugin({
    resourceRegExp: /^\.\/(?!en-gb)[a-z]{2,3}(-[a-z0-9]+)*-[\w-]{8}\.js$/,
    contextRegExp: /@univerjs[\\/]engine-render[\\/]lib[\\/]es$/,
  });

/** The page with a grid of its own, and the worker that keeps it for when there is no network. */
function workbench(env, mode) {
  const shared = page('workbench', mode, {
    entries: { main: from('src/workbench/main.tsx'), 'service-worker': from('src/workbench/service-worker.ts') },
    folder: 'dist/workbench',
    html: {
      filename: 'index.html',
      template: from('src/workbench/index.html'),
      chunks: ['main'],
      unstarted: unstarted('workbench'),
    },
    plugins: [
      copyAssets(),
      new CopyPlugin({ patterns: [{ from: from('src/workbench/manifest.webmanifest'), to: '[name][ext]' }] }),
      withoutHyphenation(),
      ...(mode === 'production' ? [new Precache()] : []),
    ],
  });
  const { filename } = shared.output;
  // Browsers know the worker by its name.
  const named = (data) => (data.chunk.name === 'service-worker' ? '[name].js' : filename(data));
  return { ...shared, output: { ...shared.output, filename: named } };
}

/**
 * WPS 表格: the page that WPS loads when it starts (ribbon, functions) and the pane. Plain scripts beside one another, from
 * http as from file://, in the language of the oldest engine that WPS may have; libraries too.
 */
function wps(env, mode) {
  const shared = page('wps', mode, {
    entries: { main: from('src/wps/main.ts'), pane: from('src/wps/pane.ts') },
    folder: 'dist/wps',
    html: { filename: 'index.html', template: from('src/wps/index.html'), chunks: ['main'], hash: true },
    target: 'es2018',
    plugins: [
      new HtmlPlugin({
        filename: 'pane.html',
        template: from('src/wps/pane.html'),
        chunks: ['pane'],
        unstarted: unstarted('wps'),
        scriptLoading: 'defer',
        minify: false,
      }),
      new CopyPlugin({
        patterns: [
          { from: from('src/wps/ribbon.xml'), to: 'ribbon.xml' },
          { from: '*-32.png', context: from('assets'), to: 'assets' },
        ],
      }),
      ...(mode === 'production' ? [new Chromium69()] : []),
    ],
  });
  const libraries = {
    test: /\.js$/,
    include: from('node_modules'),
    exclude: from('node_modules/core-js'),
    loader: 'swc-loader',
    options: { isModule: 'unknown', jsc: { target: 'es2018', parser: { syntax: 'ecmascript' } } },
  };
  const ownStyles = {
    include: from('src'),
    exclude: from('src/wps'),
    resolve: { alias: { '@fluentui/react-components$': from('src/wps/fluent.ts') } },
  };
  return {
    ...shared,
    target: ['web', 'es2018'],
    output: {
      ...shared.output,
      publicPath: './',
      // WPS knows the page's script by this name.
      filename: ({ chunk }) =>
        chunk.name === 'main' || mode !== 'production' ? '[name].js' : '[name].[contenthash:10].js',
    },
    module: { ...shared.module, rules: [...shared.module.rules, libraries, ownStyles] },
  };
}

/** What people see of a package first: which way in, whether this computer has what it takes, and into WPS by a click. */
function install(env, mode) {
  const html = (filename, chunk, up) => ({
    filename,
    chunks: [chunk],
    template: from('src/install/page.html'),
    unstarted: unstarted('site', { up, version }),
  });
  const publish = { ...html('publish.html', 'publish', '../../'), scriptLoading: 'defer', minify: false };
  const shared = page('install', mode, {
    entries: { start: from('src/install/start.ts'), publish: from('src/install/publish.ts') },
    folder: 'dist/install',
    html: html('index.html', 'start', ''),
    target: 'es2017',
    plugins: [new HtmlPlugin(publish)],
  });
  return { ...shared, target: ['web', 'es2017'] };
}

/** The host contract suite on the workbench's host; built for the tests alone. */
function contract(env, mode) {
  const shared = page('contract', mode, {
    entry: 'test/contract/workbench.page.ts',
    folder: 'build/contract',
    html: { filename: 'index.html', title: 'contract' },
    plugins: [withoutHyphenation()],
  });
  return { ...shared, optimization: { minimize: false } };
}

/** The page that stands in for WPS 表格; built for the tests alone. It knows its members by the names of their classes. */
function standIn(env, mode) {
  const shared = page('stand-in', mode, {
    entry: 'test/e2e/support/wps/page.ts',
    folder: 'build/stand-in',
    html: { filename: 'index.html', template: from('test/e2e/support/wps/index.html') },
  });
  return { ...shared, optimization: { minimize: false } };
}

/** The workbench's grid with nothing around it; built for the bench alone. */
function bench(env, mode) {
  return page('bench', mode, {
    entry: 'test/bench/grid.page.ts',
    folder: 'build/bench',
    html: { filename: 'index.html', title: 'bench' },
    plugins: [withoutHyphenation()],
  });
}

/** One file for Node that needs no installation. */
function cli(env, mode) {
  const shared = base('cli', mode, 'es2022');
  return {
    ...shared,
    target: 'node20',
    entry: { cli: from('src/cli/main.ts') },
    output: { path: from('dist'), filename: '[name].js' },
    devtool: false,
    module: { ...shared.module, parser: { javascript: { dynamicImportMode: 'eager' } } },
    optimization: { minimize: false },
    plugins: [
      ...shared.plugins,
      new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, entryOnly: true }),
      {
        apply(compiler) {
          compiler.hooks.afterEmit.tap('executable', () => chmodSync(from('dist', 'cli.js'), 0o755));
        },
      },
    ],
  };
}

/** `webpack --config-name taskpane|workbench|wps|install|cli` builds one of them; `--env tests` or `bench` adds what only those load. */
module.exports = (env = {}, { mode = 'production' } = {}) => [
  taskpane(env, mode),
  workbench(env, mode),
  wps(env, mode),
  install(env, mode),
  cli(env, mode),
  ...(env.tests ? [contract(env, mode), standIn(env, mode)] : []),
  ...(env.bench ? [bench(env, mode)] : []),
];
