/** Loaded before a script that is measured: says on standard error how many KB of memory the process had at most. */
const { writeSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread) process.on('exit', () => writeSync(2, `peak ${process.resourceUsage().maxRSS}\n`));
