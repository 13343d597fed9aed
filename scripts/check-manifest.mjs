/**
 * Checks the manifest without asking a web service: `node scripts/check-manifest.mjs [--json] [FILE…]`.
 * Exit code 1 where something is wrong.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SaxesParser } from 'saxes';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const { associatedIds, functionsFiles } = createRequire(import.meta.url)('./functions-files.cjs');

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const VERSION = /^\d{1,5}(?:\.\d{1,5}){1,3}$/;
const LOCALE = /^[a-z]{2}-[A-Z]{2}$/;

/** Children in the order that Office insists on; `!` where one must be there. */
const ORDER = {
  OfficeApp:
    'Id! AlternateId Version! ProviderName! DefaultLocale! DisplayName! Description! IconUrl! HighResolutionIconUrl! ' +
    'SupportUrl! AppDomains Hosts! Requirements DefaultSettings! Permissions! Dictionary VersionOverrides!',
  VersionOverrides: 'Description Requirements Hosts! Resources! VersionOverrides',
  Host: 'Runtimes! AllFormFactors DesktopFormFactor!',
  DesktopFormFactor: 'GetStarted FunctionFile! ExtensionPoint!',
  AllFormFactors: 'ExtensionPoint!',
  GetStarted: 'Title! Description! LearnMoreUrl!',
  CustomTab: 'Group! Label!',
  Group: 'Label! Icon! Control!',
  Control: 'Label! Supertip! Icon! Action!',
  Supertip: 'Title! Description!',
  Resources: 'Images! Urls! ShortStrings! LongStrings!',
};

/** Longest text that Office takes. */
const LENGTHS = { DisplayName: 125, Description: 250, ProviderName: 125, ShortStrings: 125, LongStrings: 250 };

/** Sizes without which Office shows a blank button. */
const BUTTON_SIZES = ['16', '32', '80'];

function parse(xml) {
  const document = { name: '', attributes: {}, children: [], text: '' };
  const open = [document];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw new Error(error.message);
  });
  parser.on('opentag', ({ local, attributes }) => {
    const plain = Object.fromEntries(Object.values(attributes).map(({ local: name, value }) => [name, value]));
    const node = { name: local, attributes: plain, children: [], text: '' };
    open.at(-1).children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => (open.at(-1).text += text));
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  return document.children[0];
}

function* descendants(node) {
  yield node;
  for (const child of node.children) yield* descendants(child);
}

const child = (node, name) => node?.children.find((found) => found.name === name);
const trimmed = (node) => node?.text.trim() ?? '';

/** Width and height from a PNG's header; null for anything else. */
function pngSize(file) {
  const data = readFileSync(file);
  if (data.length < 24 || data.toString('latin1', 1, 4) !== 'PNG') return null;
  return [data.readUInt32BE(16), data.readUInt32BE(20)];
}

class Check {
  errors = [];

  constructor(app, folder, prefix) {
    this.app = app;
    this.folder = folder;
    this.prefix = prefix;
    this.all = [...descendants(app)];
    this.overrides = child(app, 'VersionOverrides');
    const resources = child(this.overrides, 'Resources');
    this.resources = new Map();
    for (const section of resources?.children ?? []) {
      for (const node of section.children) {
        const { id = '' } = node.attributes;
        if (this.resources.has(id)) this.say(`resource ${id} stands twice`);
        this.resources.set(id, { ...node, section: section.name });
      }
    }
  }

  say(error) {
    this.errors.push(error);
  }

  run() {
    this.checkOrder();
    this.checkIdentity();
    this.checkLengths();
    this.checkResources();
    this.checkUrls();
    this.checkIcons();
    this.checkControls();
    this.checkFunctions();
    return this.errors;
  }

  checkOrder() {
    for (const node of this.all) {
      // A Host of the app itself has no children, only its name.
      if (!ORDER[node.name] || (node.name === 'Host' && node.attributes.Name)) continue;
      const order = ORDER[node.name].split(' ');
      const names = order.map((name) => name.replace('!', ''));
      let last = -1;
      for (const { name } of node.children) {
        const at = names.indexOf(name);
        if (at < 0) this.say(`${node.name} does not take ${name}`);
        else if (at < last) this.say(`${node.name}: ${name} stands after ${names[last]}`);
        last = Math.max(last, at);
      }
      for (const name of order.filter((found) => found.endsWith('!')).map((found) => found.slice(0, -1))) {
        if (!child(node, name)) this.say(`${node.name} lacks ${name}`);
      }
    }
  }

  checkIdentity() {
    if (!GUID.test(trimmed(child(this.app, 'Id')))) this.say('Id is no GUID');
    if (!VERSION.test(trimmed(child(this.app, 'Version')))) this.say('Version is not of the form 1.2.3.4');
    const locales = [trimmed(child(this.app, 'DefaultLocale'))];
    for (const { name, attributes } of this.all) if (name === 'Override') locales.push(attributes.Locale ?? '');
    for (const locale of locales) if (!LOCALE.test(locale)) this.say(`${locale || 'an empty text'} is no locale`);
  }

  checkLengths() {
    const check = (what, text, limit) => {
      if (text === undefined || text.trim() === '') this.say(`${what} is empty`);
      else if (text.length > limit) this.say(`${what} is longer than ${limit} characters`);
    };
    for (const name of ['DisplayName', 'Description']) {
      const node = child(this.app, name);
      if (!node) continue;
      check(name, node.attributes.DefaultValue, LENGTHS[name]);
      for (const { attributes } of node.children)
        check(`${name} (${attributes.Locale})`, attributes.Value, LENGTHS[name]);
    }
    check('ProviderName', trimmed(child(this.app, 'ProviderName')), LENGTHS.ProviderName);
    for (const [id, { section, attributes, children }] of this.resources) {
      if (id.length > 32) this.say(`resource id ${id} is longer than 32 characters`);
      const limit = LENGTHS[section];
      if (!limit) continue;
      check(id, attributes.DefaultValue, limit);
      if (children.length === 0) this.say(`${id} has no text in another language`);
      for (const override of children) check(`${id} (${override.attributes.Locale})`, override.attributes.Value, limit);
    }
  }

  checkResources() {
    const sections = {
      Namespace: 'ShortStrings',
      Title: 'ShortStrings',
      Label: 'ShortStrings',
      Description: 'LongStrings',
      Image: 'Images',
    };
    const used = new Set();
    for (const { name, attributes } of this.all) {
      const { resid } = attributes;
      if (resid === undefined) continue;
      used.add(resid);
      const found = this.resources.get(resid);
      const wanted = sections[name] ?? 'Urls';
      if (!found) this.say(`${name}: no resource is called ${resid}`);
      else if (found.section !== wanted) this.say(`${name}: ${resid} is not among ${wanted}`);
    }
    for (const id of this.resources.keys()) if (!used.has(id)) this.say(`resource ${id} is not used`);
  }

  urls() {
    const named = ['IconUrl', 'HighResolutionIconUrl', 'SupportUrl', 'SourceLocation', 'Image', 'Url'];
    return this.all
      .filter(({ name, attributes }) => named.includes(name) && attributes.DefaultValue !== undefined)
      .flatMap(({ attributes, children }) => [
        attributes.DefaultValue,
        ...children.filter(({ name }) => name === 'Override').map((override) => override.attributes.Value),
      ])
      .concat(this.all.filter(({ name }) => name === 'AppDomain').map(trimmed));
  }

  checkUrls() {
    const origins = new Set();
    for (const text of this.urls()) {
      if (!URL.canParse(text)) {
        this.say(`${text} is no address`);
        continue;
      }
      const { protocol, origin } = new URL(text);
      if (protocol !== 'https:') this.say(`${text} is not https`);
      origins.add(origin);
    }
    if (origins.size > 1) this.say(`more than one origin: ${[...origins].join(', ')}`);
  }

  checkIcon(address, size) {
    if (!URL.canParse(address)) return;
    const { pathname } = new URL(address);
    const file = join(this.folder, within(pathname, this.prefix));
    if (!existsSync(file)) {
      this.say(`${pathname} does not exist`);
      return;
    }
    const found = pngSize(file);
    if (!found || found.some((side) => side !== Number(size))) {
      this.say(`${pathname} is ${found ? found.join(' × ') : 'no PNG'}, not ${size} × ${size}`);
    }
  }

  checkIcons() {
    this.checkIcon(child(this.app, 'IconUrl')?.attributes.DefaultValue ?? '', 32);
    this.checkIcon(child(this.app, 'HighResolutionIconUrl')?.attributes.DefaultValue ?? '', 64);
    for (const { name, children } of this.all) {
      if (name !== 'Icon') continue;
      const sizes = children.map(({ attributes }) => attributes.size);
      for (const size of BUTTON_SIZES) if (!sizes.includes(size)) this.say(`an icon lacks the size ${size}`);
      for (const { attributes } of children) {
        const image = this.resources.get(attributes.resid);
        if (image) this.checkIcon(image.attributes.DefaultValue ?? '', attributes.size);
      }
    }
  }

  checkControls() {
    const ids = this.all
      .filter(({ name }) => ['CustomTab', 'Group', 'Control'].includes(name))
      .map((node) => node.attributes.id);
    for (const [at, id] of ids.entries()) {
      if (!id) this.say('a tab, group or control has no id');
      else if (ids.indexOf(id) < at) this.say(`the id ${id} stands twice`);
    }
    for (const runtime of this.all.filter(({ name }) => name === 'Runtime')) {
      if (runtime.attributes.lifetime !== 'long') this.say('the shared runtime does not live long');
      const file = this.all.find(({ name }) => name === 'FunctionFile');
      if (file && file.attributes.resid !== runtime.attributes.resid)
        this.say('FunctionFile is not the shared runtime');
    }
    for (const name of functionNames(this.app)) {
      if (!/^[a-z]\w{0,31}$/i.test(name)) this.say(`FunctionName ${name} is not a name of at most 32 characters`);
    }
  }

  checkFunctions() {
    const point = this.all.find(({ attributes }) => attributes.type === 'CustomFunctions');
    if (!point) {
      this.say('there are no functions for cells');
      return;
    }
    const runtime = this.all.find(({ name }) => name === 'Runtime');
    for (const error of functionErrors(point, runtime, this.resources, this.prefix)) this.say(error);
  }
}

/** The functions for cells: one page with the pane, and metadata that name what the page associates. */
function functionErrors(point, runtime, resources, prefix) {
  const errors = [];
  const order = ['Script', 'Page', 'Metadata', 'Namespace'];
  if (point.children.map(({ name }) => name).join() !== order.join())
    errors.push(`CustomFunctions does not hold ${order.join(', ')} in this order`);
  const resid = (name) => (child(child(point, name), 'SourceLocation') ?? child(point, name))?.attributes.resid;
  if (resid('Page') !== runtime?.attributes.resid) errors.push('the functions do not run in the shared runtime');
  const namespace = resources.get(resid('Namespace'));
  for (const name of [namespace, ...(namespace?.children ?? [])].map((node) => node?.attributes)) {
    const text = name?.DefaultValue ?? name?.Value;
    if (text !== 'PERF') errors.push(`the namespace of the functions is ${text}, not PERF`);
  }
  const metadata = resources.get(resid('Metadata'));
  const addresses = [
    metadata?.attributes.DefaultValue,
    ...(metadata?.children ?? []).map((node) => node.attributes.Value),
  ];
  const associated = associatedIds().sort().join();
  for (const address of addresses) {
    const name = URL.canParse(address ?? '') ? within(new URL(address).pathname, prefix).slice(1) : '';
    const text = functionsFiles(new URL('.', address ?? 'https://none/').href.slice(0, -1))[name];
    if (text === undefined) errors.push(`no metadata of functions are called ${name}`);
    else if (
      JSON.parse(text)
        .functions.map(({ id }) => id)
        .sort()
        .join() !== associated
    )
      errors.push(`${name} names other functions than are associated`);
  }
  return errors;
}

function functionNames(app) {
  return [...descendants(app)].filter(({ name }) => name === 'FunctionName').map(trimmed);
}

/** A path below the one that everything is served under. */
function within(pathname, prefix) {
  return pathname.startsWith(`${prefix}/`) ? pathname.slice(prefix.length) : pathname;
}

/** What is wrong with a manifest; icons are looked for in `folder`, which is served under the path `prefix`. */
export function checkManifest(xml, folder = root, prefix = '') {
  let app;
  try {
    app = parse(xml);
  } catch (error) {
    return { errors: [`not well-formed: ${error.message}`], functionNames: [] };
  }
  if (app?.name !== 'OfficeApp') return { errors: ['the root is not OfficeApp'], functionNames: [] };
  return { errors: new Check(app, folder, prefix).run(), functionNames: functionNames(app) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const args = process.argv.slice(2);
  const files = args.filter((arg) => !arg.startsWith('--'));
  const results = (files.length > 0 ? files : [join(root, 'manifest.xml')]).map((file) => ({
    file,
    ...checkManifest(readFileSync(resolve(file), 'utf8')),
  }));
  if (args.includes('--json')) console.log(JSON.stringify(results));
  else
    for (const { file, errors } of results) console.log([`${file}: ${errors.length} errors`, ...errors].join('\n  '));
  process.exitCode = results.some(({ errors }) => errors.length > 0) ? 1 : 0;
}
