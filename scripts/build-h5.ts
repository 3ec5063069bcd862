import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { filesBelow } from './files-below';
import { buildTarget } from './taro-build';

const output = buildTarget('h5');
const files = filesBelow(output);
const kb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

/** Addresses that a page may name without fetching anything from them: names of XML namespaces. */
const NAMES_ONLY = /^https?:\/\/(www\.w3\.org|reactjs\.org|react\.dev)\//;

let gzipped = 0;
const foreign: string[] = [];
for (const file of files) {
  const body = readFileSync(file.full);
  gzipped += gzipSync(body).length;
  if (!/\.(html|css)$/.test(file.path)) continue;
  for (const [address] of body.toString('utf8').matchAll(/https?:\/\/[^\s"'()<>]+/g)) {
    if (!NAMES_ONLY.test(address)) foreign.push(`${file.path}: ${address}`);
  }
}
const raw = files.reduce((sum, file) => sum + file.bytes, 0);
console.log(`dist/h5: ${files.length} files, ${kb(raw)}, ${kb(gzipped)} gzipped`);
if (foreign.length > 0) {
  console.error(`Pages and styles must not reach out to another host:\n  ${foreign.join('\n  ')}`);
  process.exit(1);
}
