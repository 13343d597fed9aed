/**
 * The service that WPS runs on a person's own machine, through which pages may add to publish.xml. It is WPS that merges.
 * From 1.0.2 on it serves several people on one machine and wants to know by a number which of them asks.
 */
const SERVICE = 'http://127.0.0.1:58890';
/** What the system opens to start the service. */
export const START_ADDRESS = 'ksoWPSCloudSvr://start=RelayHttpServer';

/** How long it may take to answer, in milliseconds: there is none behind most addresses where WPS does not run. */
const PATIENCE = 4000;

const ID_KEY = 'perf-addin.wps-server';

export interface Published {
  readonly name: string;
  readonly addonType?: string;
  readonly url?: string;
  readonly online?: string;
  readonly version?: string;
}

/** Letters of all kinds, in those that travel safely. */
function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(''));
}

function ownId(): string {
  try {
    const known = localStorage.getItem(ID_KEY);
    if (known) return known;
    const made = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0'));
    localStorage.setItem(ID_KEY, made.join(''));
    return made.join('');
  } catch {
    return 'perf-addin';
  }
}

async function post(path: string, body: string): Promise<string> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), PATIENCE);
  try {
    const response = await fetch(SERVICE + path, { method: 'POST', body, signal: abort.signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await response.text();
  } finally {
    clearTimeout(timer);
  }
}

const atLeast = (version: string, wanted: readonly number[]): boolean => {
  const parts = version.trim().split('.').map(Number);
  for (const [at, least] of wanted.entries()) {
    const part = parts[at] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
};

/** A connection; throws where WPS does not answer. */
export class WpsService {
  private constructor(private readonly id: string | null) {}

  static async connect(): Promise<WpsService> {
    const id = ownId();
    const version = await post('/version', JSON.stringify({ serverId: id }));
    return new WpsService(atLeast(version, [1, 0, 2]) ? id : null);
  }

  /** The add-ins that WPS loads for this person. */
  async list(): Promise<readonly Published[]> {
    const text = await post('/publishlist', this.id === null ? '' : JSON.stringify({ serverId: this.id }));
    const list: unknown = JSON.parse(text || '[]');
    return Array.isArray(list) ? (list as Published[]) : [];
  }

  /** Puts an entry in or takes it out; throws with WPS's own words where it would not. */
  async deploy(cmd: 'enable' | 'disable', { name, url = '', online = 'true', version = '' }: Published): Promise<void> {
    const data = base64(JSON.stringify({ cmd, name, url, addonType: 'et', online, version }));
    const said = await post(
      '/deployaddons/runParams',
      this.id === null ? data : JSON.stringify({ serverId: this.id, data }),
    );
    if (said !== '' && said.trim() !== 'OK') throw new Error(said.slice(0, 200));
  }
}
