import { run } from './run';

const { stdin, stdout, stderr } = process;

// A reader that went away (`| head`) ends the run quietly.
stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 2));

void run(process.argv.slice(2), {
  stdin,
  stdout: (text) => new Promise((resolve) => (stdout.write(text) ? resolve() : stdout.once('drain', resolve))),
  stderr: (text) => void stderr.write(text),
  cwd: process.cwd(),
}).then((code) => {
  process.exitCode = code;
});
