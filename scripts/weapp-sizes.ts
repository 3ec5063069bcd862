import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './files-below';

export interface SizeLine {
  part: string;
  bytes: number;
  limit: number;
}

const KB = 1024;
const MAIN = 450 * KB;
const SUBPACKAGE = 200 * KB;
const PICTURES = 150 * KB;

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function subpackageRoots(app: unknown): string[] {
  const list = isRecord(app) ? (app.subPackages ?? app.subpackages) : undefined;
  if (!Array.isArray(list)) return [];
  return list.flatMap((entry: unknown) =>
    isRecord(entry) && typeof entry.root === 'string' ? [entry.root.replace(/\/?$/, '/')] : [],
  );
}

/** Sizes of the packages as WeChat counts them, uncompressed, each with the limit this project holds it to. */
export function weighPackages(weapp: string): SizeLine[] {
  const app: unknown = JSON.parse(readFileSync(join(weapp, 'app.json'), 'utf8'));
  const roots = subpackageRoots(app);
  const files = filesBelow(weapp);
  const sum = (wanted: (path: string) => boolean): number =>
    files.filter((file) => wanted(file.path)).reduce((total, file) => total + file.bytes, 0);
  const behind = (path: string): boolean => roots.some((prefix) => path.startsWith(prefix));
  return [
    { part: 'main package', bytes: sum((path) => !behind(path)), limit: MAIN },
    ...roots.map((prefix) => ({ part: prefix, bytes: sum((path) => path.startsWith(prefix)), limit: SUBPACKAGE })),
    { part: 'pictures', bytes: sum((path) => /\.(png|jpe?g|gif|svg|webp)$/.test(path)), limit: PICTURES },
  ];
}

/** The table as it is printed, one line a part, with a mark on what is too heavy. */
export function sizeTable(lines: SizeLine[]): string {
  const kb = (bytes: number): string => (bytes / KB).toFixed(1).padStart(8);
  return lines
    .map(
      ({ part, bytes, limit }) =>
        `${part.padEnd(28)}${kb(bytes)} KB of ${kb(limit)} KB${bytes > limit ? '  TOO HEAVY' : ''}`,
    )
    .join('\n');
}
