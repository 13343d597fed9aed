/** A call that is to fail; `for good`: and every one after it. `after`: what was asked has happened all the same. */
export interface Fault {
  readonly at: number;
  readonly forGood: boolean;
  readonly after: boolean;
}

/** Things of the object model. Only members with a capital, and those in `also`, can be reached over the bridge. */
export abstract class EtObject {
  static readonly also: readonly string[] = [];
}

/** What a promise, a test runner or a printer asks of any object. */
const ASKED_OF_ALL = new Set(['then', 'toJSON', 'asymmetricMatch', 'nodeType', '$$typeof', 'constructor']);

/**
 * Everything that goes from the page into WPS and back: each read or written property and each call of a method is one
 * call, about 0.2 ms in the real one. A member that is not there is loud, so that a gap is never taken for a behaviour,
 * unless the build at hand is said to lack it.
 */
export class Bridge {
  calls = 0;
  /** Names of the members asked for, the latest last. */
  readonly log: string[] = [];
  fault: Fault | null = null;
  private readonly proxies = new WeakMap<EtObject, object>();
  private readonly targets = new WeakMap<object, EtObject>();

  constructor(private readonly absent: ReadonlySet<string>) {}

  /** The `at`-th call from now on fails. */
  fail(at: number, more: Partial<Omit<Fault, 'at'>> = {}): void {
    this.fault = { forGood: false, after: false, ...more, at: this.calls + at };
  }

  wrap(value: unknown): unknown {
    if (!(value instanceof EtObject)) return value;
    let proxy = this.proxies.get(value);
    if (!proxy) {
      proxy = this.proxyOf(value);
      this.proxies.set(value, proxy);
      this.targets.set(proxy, value);
    }
    return proxy;
  }

  unwrap(value: unknown): unknown {
    return typeof value === 'object' && value !== null ? (this.targets.get(value) ?? value) : value;
  }

  private call<T>(what: string, effect: () => T): T {
    this.calls += 1;
    this.log.push(what);
    const { fault } = this;
    const hit = fault !== null && (fault.forGood ? this.calls >= fault.at : this.calls === fault.at);
    if (hit && !fault.after) throw new Error(`the bridge broke at ${what}`);
    const result = effect();
    if (hit) throw new Error(`the bridge broke after ${what}`);
    return result;
  }

  private proxyOf(target: EtObject): object {
    const kind = target.constructor.name;
    const { also } = target.constructor as typeof EtObject;
    const lacks = (member: string) => this.absent.has(`${kind}.${member}`);
    const known = (member: string) => (/^[A-Z]/.test(member) || also.includes(member)) && member in target;
    return new Proxy(target, {
      get: (_, member) => {
        if (typeof member === 'symbol' || ASKED_OF_ALL.has(member)) return undefined;
        const what = `${kind}.${member}`;
        if (lacks(member)) return this.call(what, () => undefined);
        if (!known(member)) throw new TypeError(`stand-in: no ${what}`);
        const found = methodOf(target, member);
        if (!found) return this.call(what, () => this.wrap(Reflect.get(target, member, target)));
        return (...args: unknown[]) =>
          this.call(`${what}()`, () =>
            this.wrap(
              found.apply(
                target,
                args.map((arg) => this.unwrap(arg)),
              ),
            ),
          );
      },
      set: (_, member, value) => {
        const what = `${kind}.${String(member)}`;
        if (typeof member === 'symbol' || lacks(member) || !known(member)) throw new TypeError(`stand-in: no ${what}`);
        if (methodOf(target, member)) throw new TypeError(`${what} cannot be assigned to`);
        return this.call(`${what} =`, () => Reflect.set(target, member, this.unwrap(value), target));
      },
      has: (_, member) => typeof member === 'string' && !lacks(member) && known(member),
    });
  }
}

/** A method, without reading what is a property. */
function methodOf(target: object, member: string): ((...args: unknown[]) => unknown) | null {
  for (let holder: object | null = target; holder; holder = Object.getPrototypeOf(holder) as object | null) {
    const found = Object.getOwnPropertyDescriptor(holder, member);
    if (found) return typeof found.value === 'function' ? (found.value as (...args: unknown[]) => unknown) : null;
  }
  return null;
}
