const PREFIX = 'perf-addin.draft.';
/** Milliseconds in which every living page answers. */
const ANSWER = 250;

/** Which drafts are being worked on, in whatever tab. A claim ends with its page, however that ends. */
export interface Claims {
  /** False where another page has it. */
  take(id: string): Promise<boolean>;
  drop(id: string): void;
  /** What pages that are alive have claimed. */
  living(): Promise<ReadonlySet<string>>;
}

/** Locks, which the browser takes back from a page that died; on pages without them (plain http) the others are asked. */
export function createClaims(): Claims {
  return 'locks' in navigator ? new LockClaims(navigator.locks) : new AskedClaims();
}

class LockClaims implements Claims {
  private readonly held = new Map<string, () => void>();

  constructor(private readonly locks: LockManager) {}

  take(id: string): Promise<boolean> {
    if (this.held.has(id)) return Promise.resolve(true);
    return new Promise((resolve, reject) => {
      const whileHeld = (lock: Lock | null) => {
        if (!lock) return resolve(false);
        const ended = new Promise<void>((end) => this.held.set(id, end));
        resolve(true);
        return ended;
      };
      this.locks.request(PREFIX + id, { ifAvailable: true }, whileHeld).catch(reject);
    });
  }

  drop(id: string): void {
    this.held.get(id)?.();
    this.held.delete(id);
  }

  async living(): Promise<ReadonlySet<string>> {
    const { held = [] } = await this.locks.query();
    return new Set(held.flatMap(({ name }) => (name?.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [])));
  }
}

type Word = { readonly ask: true } | { readonly mine: readonly string[] };

class AskedClaims implements Claims {
  private readonly held = new Set<string>();
  private readonly channel = new BroadcastChannel(PREFIX);
  private heard = new Set<string>();

  constructor() {
    this.channel.onmessage = ({ data }: MessageEvent<Word>) => {
      if ('ask' in data) this.channel.postMessage({ mine: [...this.held] } satisfies Word);
      else for (const id of data.mine) this.heard.add(id);
    };
  }

  async take(id: string): Promise<boolean> {
    if (this.held.has(id)) return true;
    const isTaken = (await this.living()).has(id);
    if (!isTaken) this.held.add(id);
    return !isTaken;
  }

  drop(id: string): void {
    this.held.delete(id);
  }

  async living(): Promise<ReadonlySet<string>> {
    this.heard = new Set(this.held);
    this.channel.postMessage({ ask: true } satisfies Word);
    await new Promise((resolve) => setTimeout(resolve, ANSWER));
    return this.heard;
  }
}
