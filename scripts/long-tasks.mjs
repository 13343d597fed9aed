/** A task that holds the page up for longer is felt. */
export const LONG = 50;

/** Milliseconds between two looks at what runs. */
const EVERY = 1;

/** Tasks of a page that were long, and how much of each was not the embedded grid's own doing (its drawing, its menus). */
export class LongTasks {
  /** `grid`: the name of the script that the grid is in. */
  static async of(page, grid) {
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('Profiler.enable');
    await session.send('Profiler.setSamplingInterval', { interval: EVERY * 1000 });
    return new LongTasks(page, session, grid);
  }

  constructor(page, session, grid) {
    this.page = page;
    this.session = session;
    this.grid = grid;
  }

  /** `{ms, ours}` of each long task from now until all is quiet after the act. */
  async during(act, quiet = 800) {
    const { page, session } = this;
    await page.evaluate(watch);
    const offset = await this.offset();
    await session.send('Profiler.start');
    await act();
    await page.waitForTimeout(quiet);
    const tasks = await page.evaluate(() => window.longTasks.splice(0));
    const { profile } = await session.send('Profiler.stop');
    const samples = samplesOf(profile, offset, this.grid);
    return tasks.map(({ start, ms }) => {
      const own = samples.filter(({ at }) => at >= start && at <= start + ms);
      const ours = own.reduce((sum, { took, grid }) => sum + (grid ? 0 : took), 0);
      return { ms, ours: Math.min(ms, ours) };
    });
  }

  /** Milliseconds from the page's clock to the profiler's. */
  async offset() {
    const before = await this.page.evaluate(() => performance.now());
    const { metrics } = await this.session.send('Performance.getMetrics');
    const after = await this.page.evaluate(() => performance.now());
    return metrics.find(({ name }) => name === 'Timestamp').value * 1000 - (before + after) / 2;
  }
}

export function tell(tasks) {
  const long = tasks.filter(({ ms }) => ms > LONG);
  if (long.length === 0) return 'none';
  const most = (part) => Math.max(...long.map((task) => task[part])).toFixed(0);
  return `${long.length}, the longest ${most('ms')} ms; beside the grid's own at most ${most('ours')} ms of one`;
}

/** Runs in the page. */
function watch() {
  if (window.longTasks) return void window.longTasks.splice(0);
  window.longTasks = [];
  new PerformanceObserver((seen) => {
    for (const { startTime, duration } of seen.getEntries()) window.longTasks.push({ start: startTime, ms: duration });
  }).observe({ type: 'longtask' });
}

/** What ran when, on the page's clock. */
function samplesOf({ nodes, samples, timeDeltas, startTime }, offset, grid) {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(nodes.flatMap((node) => (node.children ?? []).map((child) => [child, node.id])));
  const isGrids = new Map();
  const within = (id) => {
    if (id === undefined) return false;
    if (!isGrids.has(id)) isGrids.set(id, byId.get(id).callFrame.url.endsWith(grid) || within(parents.get(id)));
    return isGrids.get(id);
  };
  let now = startTime / 1000;
  return samples.map((id, index) => {
    const took = timeDeltas[index] / 1000;
    now += took;
    return { at: now - offset, took, grid: within(id) };
  });
}
