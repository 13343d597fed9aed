import { isBatchWorker, serve } from './batch/worker';
import { run } from './run';

const { stdin, stdout, stderr } = process;

function main(): void {
  // A reader that went away (`| head`) ends the run quietly.
  stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));
  void run(process.argv.slice(2), {
    stdin,
    stdout: (text) => new Promise((resolve) => (stdout.write(text) ? resolve() : stdout.once('drain', resolve))),
    stderr: (text) => void stderr.write(text),
    cwd: process.cwd(),
    worker: __filename,
    ...(stderr.isTTY
      ? {
          terminal: {
            get columns() {
              return stderr.columns || 80;
            },
            shared: stdout.isTTY === true,
            write: (text: string) => void stderr.write(text),
            now: () => performance.now(),
          },
        }
      : {}),
  }).then((code) => {
    process.exitCode = code;
  });
}

if (isBatchWorker()) serve();
else main();
