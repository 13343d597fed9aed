/**
 * Runs cases of a target one after another, telling on descriptor 3 which one is begun: `fuzz-child.cjs MODULE TARGET
 * SEED FROM TO PATIENCE`. What is found goes out as messages; a crash is seen by `fuzz.mjs`, which started this. A case
 * that has computed for PATIENCE milliseconds ends the process, saying so on descriptor 3.
 */
const { writeSync } = require('node:fs');
const { Worker } = require('node:worker_threads');
require('./typescript.cjs');
const { MOST_MEMORY, MOST_TIME, writeCase } = require('../test/fuzz/target.ts');
const { randomOf } = require('../test/fuzz/random.ts');

const [module_, name, seed, from, to, patience] = process.argv.slice(2);
const target = require(module_).TARGETS.find((known) => known.name === name);

/** A reader of others' making complains on the console. */
console.error = console.warn = console.log = () => undefined;

const resident = () => process.memoryUsage.rss();
/** Milliseconds that this process has computed: other programs of the machine do not count. */
const computed = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** When the case was begun that runs now, in milliseconds of computing. */
const begun = new Float64Array(new SharedArrayBuffer(8));
new Worker(
  `const { begun, patience } = require('node:worker_threads').workerData;
  setInterval(() => {
    const { user, system } = process.cpuUsage();
    if ((user + system) / 1000 - begun[0] < patience) return;
    require('node:fs').writeSync(3, 'hang\\n');
    process.kill(process.pid, 'SIGKILL');
  }, 100);`,
  { eval: true, workerData: { begun, patience: Number(patience) } },
).unref();

function begin(index) {
  begun[0] = computed();
  writeSync(3, `${index}\n`);
}

/** Milliseconds that a case takes once more, after the collector has done. */
async function timeOf(input) {
  global.gc();
  const start = computed();
  await target.run(input);
  return computed() - start;
}

async function main() {
  let slowest = 0;
  let most = 0;
  for (let index = Number(from); index < Number(to); index++) {
    begin(index);
    const input = await target.make(randomOf(Number(seed), index));
    const tell = (kind, detail) => process.send({ kind, index, detail, input: writeCase(input) });
    const start = computed();
    try {
      await target.run(input);
      // One that seems long is tried again: the collector and the compiler of the engine work in between.
      let taken = computed() - start;
      if (taken > MOST_TIME / 4) {
        begin(index);
        taken = Math.min(taken, await timeOf(input));
      }
      slowest = Math.max(slowest, taken);
      if (taken > MOST_TIME) tell('slow', `${Math.round(taken)} ms`);
    } catch (error) {
      tell('failed', error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
    if (resident() > most) {
      if (resident() > MOST_MEMORY) {
        global.gc();
        if (resident() > MOST_MEMORY) tell('memory', `${Math.round(resident() / 2 ** 20)} MB`);
      }
      most = Math.max(most, resident());
    }
  }
  process.send({ kind: 'done', slowest, peak: process.resourceUsage().maxRSS / 1024 }, () => process.disconnect());
}

void main();
