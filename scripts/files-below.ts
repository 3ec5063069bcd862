import { readdirSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

export interface FoundFile {
  /** Relative to the folder that was asked for, with forward slashes. */
  path: string;
  full: string;
  bytes: number;
}

/** Every file below a folder, in the order of their paths. */
export function filesBelow(folder: string): FoundFile[] {
  const found: FoundFile[] = [];
  const walk = (at: string): void => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const full = join(at, entry.name);
      if (entry.isDirectory()) walk(full);
      else found.push({ path: relative(folder, full).split('\\').join('/'), full, bytes: statSync(full).size });
    }
  };
  walk(folder);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
