import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import NAME from './name.cjs';
import { ROOT } from './options.mjs';

export { NAME };

const INSTALLERS = join(ROOT, 'scripts/installers');
const UTF8_MARK = '\uFEFF';
const UNIX = 3;
/** The same files give the same archive whenever it is made. */
const MADE = new Date(1980, 0, 1);

/** Installer scripts for one address, or for a folder that comes with them; as the system that runs them wants them. */
function installers(version, url) {
  return Object.fromEntries(
    readdirSync(INSTALLERS).map((name) => {
      const text = readFileSync(join(INSTALLERS, name), 'utf8')
        .replaceAll('@NAME@', NAME)
        .replaceAll('@VERSION@', version)
        .replaceAll('@URL@', url);
      if (name.endsWith('.sh')) return [name, text];
      // Windows PowerShell takes a script without a mark for one in the system's own encoding.
      return [name, (name.endsWith('.ps1') ? UTF8_MARK : '') + text.replace(/\r?\n/g, '\r\n')];
    }),
  );
}

function archive(files) {
  const entries = Object.entries(files).map(([name, content]) => {
    const mode = name.endsWith('.sh') ? 0o100755 : 0o100644;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return [name, [bytes, { os: UNIX, attrs: (mode << 16) >>> 0, mtime: MADE, level: 9 }]];
  });
  return zipSync(Object.fromEntries(entries));
}

/** For computers that can't reach the server: the program itself and the scripts that put it in place. */
export function offlineArchive(version, program) {
  const folder = `${NAME}_${version}/`;
  const files = Object.fromEntries(Object.entries(program).map(([name, content]) => [folder + name, content]));
  return archive({ ...installers(version, ''), ...files });
}

export function installerArchive(version, url) {
  return archive(installers(version, url));
}

/** For oem.ini: the list of add-ins that an administrator gives to everybody. */
export function enterpriseList(url) {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<jsplugins>\n  <jspluginonline name="${NAME}" type="et" url="${url}"/>\n</jsplugins>\n`;
}
