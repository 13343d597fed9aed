import { apiNotFound } from './office-error';

/** An object of Excel's model as the wire knows it: names are in PascalCase; what is not listed does not exist. */
export interface Wire {
  readonly type: string;
  /** What instantiating tells of it. */
  readonly id?: Readonly<Record<string, unknown>>;
  readonly get?: Readonly<Record<string, () => unknown>>;
  readonly set?: Readonly<Record<string, (value: never) => void>>;
  readonly children?: Readonly<Record<string, () => Wire | null>>;
  /** Gives an object, or a plain value. */
  readonly methods?: Readonly<Record<string, (...args: never[]) => unknown>>;
  /** The collection's `getItem`. */
  readonly item?: (key: never) => Wire;
  readonly items?: () => readonly Wire[];
}

const wires = new WeakSet<object>();

export function wire(init: Wire): Wire {
  wires.add(init);
  return init;
}

export function isWire(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && wires.has(value);
}

export function child(parent: Wire, name: string): Wire | null {
  const make = parent.children?.[name];
  if (!make) throw apiNotFound(`${parent.type}.${name}`);
  return make();
}

export function call(target: Wire, name: string, args: readonly unknown[]): unknown {
  const method = target.methods?.[name] as ((...args: unknown[]) => unknown) | undefined;
  if (!method) throw apiNotFound(`${target.type}.${name}()`);
  return method(...args);
}

export function index(target: Wire, key: unknown): Wire {
  if (!target.item) throw apiNotFound(`${target.type}[]`);
  return (target.item as (key: unknown) => Wire)(key);
}

export function assign(target: Wire, name: string, value: unknown): void {
  const set = target.set?.[name] as ((value: unknown) => void) | undefined;
  if (!set) throw apiNotFound(`${target.type}.${name}=`);
  set(value);
}

/** A property, or undefined where it is a child. */
export function property(target: Wire, name: string): { readonly value: unknown } | undefined {
  const get = target.get?.[name];
  if (get) return { value: get() };
  if (target.children?.[name]) return undefined;
  throw apiNotFound(`${target.type}.${name}`);
}
