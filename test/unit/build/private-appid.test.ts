import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setPrivateAppid } from '../../../scripts/private-appid';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'appid-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'project.private.config.json');
const stored = (): unknown => JSON.parse(readFileSync(file(), 'utf8'));

test('one’s own appid goes to the file that the developer tools read first', () => {
  setPrivateAppid(folder, 'wx1');
  expect(stored()).toEqual({ appid: 'wx1' });
});

test('what the developer tools keep there stays, and a new appid takes the place of the old one', () => {
  writeFileSync(file(), JSON.stringify({ appid: 'wx1', setting: { urlCheck: false } }));
  setPrivateAppid(folder, 'wx2');
  expect(stored()).toEqual({ appid: 'wx2', setting: { urlCheck: false } });
});
