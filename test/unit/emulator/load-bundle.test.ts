import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadBundle } from '../../../emulator/host/load-bundle';

let folder: string;
let entry: string;
const code = () => join(folder, 'code');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bundle-'));
  mkdirSync(join(folder, 'greet'));
  entry = join(folder, 'greet', 'index.js');
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (word: string) => writeFileSync(entry, `exports.main = () => '${word}';`);
const said = () => (loadBundle(entry, code()) as { main: () => string }).main();

test('a bundle runs with the code that was kept of it, and finds its own file and modules', () => {
  writeFileSync(join(folder, 'greet', 'word.js'), "module.exports = 'beside';");
  writeFileSync(entry, "exports.main = () => [require('./word.js'), __filename].join();");
  expect(said()).toBe(`beside,${entry}`);
  expect(readdirSync(code())).toHaveLength(1);
  expect(said()).toBe(`beside,${entry}`);
});

test('a changed bundle of the same length is never run with the former code, which is not kept either', () => {
  write('one');
  expect(said()).toBe('one');
  write('two');
  expect(said()).toBe('two');
  expect(readdirSync(code())).toHaveLength(1);
});

test('a file that holds no code is replaced', () => {
  write('one');
  said();
  const [name = ''] = readdirSync(code());
  writeFileSync(join(code(), name), 'torn');
  expect(said()).toBe('one');
  expect(said()).toBe('one');
});
