import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Refusal } from '../package/options.mjs';

const GRAVE = ['critical', 'high'];

/** What `npm audit --json` says: `clean`, `weak` (high or above), or `unknown` where the registry does not answer. */
export function auditVerdict(text) {
  let answer;
  try {
    answer = JSON.parse(text);
  } catch {
    answer = null;
  }
  const counts = answer?.metadata?.vulnerabilities;
  if (!counts) {
    const reason = answer?.error?.summary ?? answer?.message ?? '';
    return {
      kind: 'unknown',
      said: `依赖未经审计：登记处没有回答，请在能联网的机器上运行 npm audit --omit=dev。${reason} / Dependencies not audited.`,
    };
  }
  const list = Object.values(answer.vulnerabilities ?? {}).map(({ name, severity }) => `  ${severity}  ${name}`);
  const grave = GRAVE.reduce((sum, level) => sum + (counts[level] ?? 0), 0);
  const said = [`依赖审计：已知弱点 ${counts.total ?? list.length} 个，其中严重 ${grave} 个。 / Audit.`, ...list].join(
    '\n',
  );
  return { kind: grave > 0 ? 'weak' : 'clean', said };
}

/** The bill under the product's own name, and how many components it lists. Throws Refusal. */
export function billOf(text, { name, version, license }) {
  let bill;
  try {
    bill = JSON.parse(text);
  } catch {
    throw new Refusal('npm sbom 没有给出物料清单，需要 npm 10 或更新版本。 / npm sbom gave no bill of materials.');
  }
  const { component } = bill.metadata;
  const own = { ...component, name, version, type: 'application', licenses: [{ license: { id: license } }] };
  const whole = { ...bill, metadata: { ...bill.metadata, component: own } };
  return { text: `${JSON.stringify(whole, null, 1)}\n`, count: bill.components.length };
}

/** A line a file, as `sha256sum -c` takes them. */
export function checksums(folder) {
  const files = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => statSync(path).isFile() && !path.endsWith('SHA256SUMS'));
  return files
    .map((path) => {
      const sum = createHash('sha256').update(readFileSync(path)).digest('hex');
      return `${sum}  ${relative(folder, path).replaceAll('\\', '/')}\n`;
    })
    .sort()
    .join('');
}
