import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** When anything below the path last changed; 0 where there is nothing. */
function changedAt(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return readdirSync(path).reduce((latest, entry) => Math.max(latest, changedAt(join(path, entry))), 0);
}

/** Whether something has to be built: the product is missing, or one of its sources is newer. */
export function needsBuild(product: string, sources: readonly string[]): boolean {
  return !existsSync(product) || sources.some((source) => changedAt(source) > statSync(product).mtimeMs);
}
