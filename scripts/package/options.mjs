import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(fileURLToPath(import.meta.url), '../../..');

/** Where Excel's pane gets office.js from; anything else is an address. */
export const OFFICE_JS = {
  cdn: 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
  '21vianet': 'https://appsforoffice.cdn.partner.office365.cn/appsforoffice/lib/1/hosted/office.js',
};

export const USAGE = `npm run package -- --base-url https://intranet.example/perf/ [--office-js cdn|21vianet|地址] [--out 目录] [--no-build]

  --base-url   放置的地址，可以是子路径；http 地址不含 Excel   where the folder will be served
  --office-js  Excel 从哪里取 office.js，默认 cdn              where Excel gets office.js from
  --out        输出目录，默认 dist/package                     where to put it
  --no-build   使用已有的构建结果                              takes what is built already`;

/** Said to the person who packages, and the end of it. */
export class Refusal extends Error {}

/** An address that can stand in XML, in shell and PowerShell scripts as it is. */
const PLAIN = /^https?:\/\/[\w.-]+(?::\d+)?\/[\w./~%+-]*$/;

function addressOf(text, what) {
  const address = URL.canParse(text) ? new URL(text).href : '';
  if (PLAIN.test(address)) return address;
  throw new Refusal(
    `${what} 要写完整的 http 或 https 地址，不带问号、井号和特殊字符：${text} / It must be a whole http or https address, without query.`,
  );
}

const withSlash = (address) => (address.endsWith('/') ? address : `${address}/`);

/** Reads the command line; throws Refusal with a sentence for people. */
export function readOptions(args) {
  const values = {};
  let isBuilt = true;
  for (let at = 0; at < args.length; at += 1) {
    const [flag, inline] = args[at].split(/=(.*)/s);
    if (flag === '--no-build') isBuilt = false;
    else if (['--base-url', '--office-js', '--out'].includes(flag)) {
      const value = inline ?? args[(at += 1)];
      if (!value || value.startsWith('--'))
        throw new Refusal(`${flag} 后面要写内容。 / ${flag} needs a value.\n\n${USAGE}`);
      values[flag] = value;
    } else throw new Refusal(`不认识的参数 ${args[at]}。 / Unknown argument.\n\n${USAGE}`);
  }
  if (!values['--base-url']) throw new Refusal(`请用 --base-url 写明放置的地址。 / --base-url is missing.\n\n${USAGE}`);
  const baseUrl = withSlash(addressOf(values['--base-url'], '--base-url'));
  const choice = values['--office-js'] ?? 'cdn';
  const officeJs = addressOf(OFFICE_JS[choice] ?? choice, '--office-js');
  const hasExcel = baseUrl.startsWith('https:');
  if (hasExcel && !officeJs.startsWith('https:'))
    throw new Refusal('Excel 只从 https 地址加载 office.js。 / Excel takes office.js from https addresses only.');
  const out = values['--out'] ?? 'dist/package';
  return {
    baseUrl,
    officeJs: hasExcel ? officeJs : null,
    out: isAbsolute(out) ? out : resolve(ROOT, out),
    build: isBuilt,
  };
}
