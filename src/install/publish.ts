import './page.css';
import { withAddIn } from './publish-xml';
import { START_ADDRESS, WpsService } from './service';
import type { Published } from './service';
import { element, link, readSite, say, text } from './site';

const site = readSite();
const words = text.publish;
const main = document.getElementById('main') as HTMLElement;

/** The folder of the add-in: this page stands in `wps/install/`. The slash at its end matters to WPS. */
const address = new URL('../', location.href).href;
const ours: Published = { name: site.name, url: address, online: 'true', addonType: 'et' };

const state = element('p', { role: 'status' });
const button = (label: string, onclick: () => void) => element('button', { type: 'button', onclick }, label);
const install = button(words.install, () => void act('enable'));
const remove = button(words.remove, () => void act('disable'));
const retry = button(words.retry, () => void connect());
install.className = 'main';

let service: WpsService | null = null;
let published: Published | null = null;

/** Says how things are, with what can be done about it. */
function show(sentence: string, ...buttons: readonly Node[]): void {
  state.textContent = sentence;
  actions.textContent = '';
  actions.append(...buttons);
}
const actions = element('p', { class: 'actions' });

async function connect(): Promise<void> {
  show(words.searching);
  try {
    service = await WpsService.connect();
    const list = await service.list();
    published = list.find(({ name, addonType = 'et' }) => name === site.name && addonType === 'et') ?? null;
  } catch {
    service = null;
    return show(words.absent, retry, link(words.start, START_ADDRESS));
  }
  if (!published) show(words.ready, install);
  else if (published.url === address) show(words.installed, remove);
  else show(say(words.other, { url: published.url ?? '' }), install, remove);
}

async function act(command: 'enable' | 'disable'): Promise<void> {
  try {
    // What goes is the entry that WPS has, wherever it points to.
    await service?.deploy(command, command === 'enable' ? ours : (published ?? ours));
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return show(say(words.refused, { detail }), retry);
  }
  if (command === 'enable') {
    published = ours;
    show(words.installed, remove);
  } else {
    published = null;
    show(words.removed, install);
  }
}

const outcome = element('p', { role: 'status' });
const save = element('a', { class: 'button', download: 'publish.xml' }, words.download);

function offer(contents: string): void {
  const merged = withAddIn(contents, { name: site.name, url: address });
  save.hidden = merged.status !== 'changed';
  if (merged.status === 'refused') outcome.textContent = words[merged.reason];
  else outcome.textContent = contents === '' ? '' : merged.status === 'changed' ? words.merged : words.unchanged;
  if (merged.status === 'changed')
    save.href = URL.createObjectURL(new Blob([merged.text], { type: 'application/octet-stream' }));
}

const chooser = element('input', { type: 'file', accept: '.xml', id: 'file' });
chooser.addEventListener('change', () => {
  const [file] = chooser.files ?? [];
  if (!file) return;
  const reader = new FileReader();
  reader.onload = () => {
    try {
      offer(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(reader.result as ArrayBuffer));
    } catch {
      save.hidden = true;
      outcome.textContent = words.encoding;
    }
  };
  reader.readAsArrayBuffer(file);
});

const PLACES = '%APPDATA%\\kingsoft\\wps\\jsaddons (Windows) / ~/.local/share/Kingsoft/wps/jsaddons (Linux)';

// What stood there is for engines that do not come this far.
main.textContent = '';
main.append(
  element('p', {}, link(words.back, '../../index.html')),
  element('h1', {}, words.title),
  element('section', { class: 'card' }, state, actions),
  element('h2', {}, words.otherWays),
  element(
    'section',
    {},
    element('p', {}, link(words.scripts, `${site.name}-installer-${site.version}.zip`, 'download')),
    element('p', { class: 'hint' }, words.scriptsHint),
    element('h3', {}, words.byHand),
    element('p', { class: 'hint' }, say(words.byHandHint, { places: PLACES })),
    element('p', {}, element('label', { for: 'file' }, words.choose), chooser),
    outcome,
    element('p', {}, save),
  ),
);
offer('');
void connect();
