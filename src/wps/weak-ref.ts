/**
 * What follows the focus in Fluent UI holds elements by `WeakRef`. An engine without it can't be told to let go of
 * something: what is held stays, which a pane can afford.
 */
class StrongRef<T extends object> {
  readonly [Symbol.toStringTag] = 'WeakRef';

  constructor(private readonly target: T) {}

  deref(): T {
    return this.target;
  }
}

const scope = globalThis as { WeakRef?: unknown };
scope.WeakRef ??= StrongRef;

export {};
