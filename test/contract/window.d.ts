/** What the contract page offers to the test that drives it. */
interface Window {
  readonly contract: {
    readonly names: readonly string[];
    run(name: string): Promise<boolean>;
    readsAfterSteps(steps: readonly (readonly [number, number, number])[]): Promise<string[]>;
    rowsReadAnew(rows: number): Promise<number>;
  };
}
