/** Stands in for a worker of a batch: answers for most files, and does to the others what their names say. */
const { parentPort } = require('node:worker_threads');

const NO_COUNTS = { error: 0, warning: 0, info: 0 };

parentPort.on('message', ({ input: { path }, target }) => {
  if (path.includes('不完')) for (;;);
  if (path.includes('抛错')) throw new Error('坏了');
  if (path.includes('退出')) process.exit(3);
  if (path.includes('耗尽')) for (const held = []; ;) held.push(new Array(1e6).fill(held.length + 0.5));
  const delay = path.includes('慢') ? 80 : 0;
  const facts = { path, error: null, tables: [], counts: NO_COUNTS, rules: {} };
  const outcome = {
    path,
    output: JSON.stringify({ path, sheets: [] }),
    said: [],
    remaining: 0,
    written: target,
    facts,
  };
  setTimeout(() => parentPort.postMessage(outcome), delay);
});
