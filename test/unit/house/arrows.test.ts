import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Each arrow that may not be drawn, as one import that draws it. */
const FORBIDDEN: [rule: string, from: string, to: string][] = [
  ['arrows-of-types', 'types/a.ts', 'domain/b.ts'],
  ['arrows-of-domain', 'domain/a.ts', 'cloudfunctions/kit/b.ts'],
  ['arrows-of-domain', 'domain/a.ts', 'src/b.ts'],
  ['arrows-of-src', 'src/a.ts', 'cloudfunctions/kit/b.ts'],
  ['arrows-of-src', 'src/a.ts', 'emulator/b.ts'],
  ['arrows-of-cloudfunctions', 'cloudfunctions/kit/a.ts', 'src/b.ts'],
  ['arrows-of-emulator', 'emulator/a.ts', 'domain/b.ts'],
  ['arrows-of-emulator', 'emulator/a.ts', 'config/b.ts'],
  ['arrows-of-config', 'config/a.ts', 'domain/b.ts'],
  ['features-stay-apart', 'src/features/one/a.ts', 'src/features/two/b.ts'],
  ['ui-has-no-business', 'src/ui/card/a.ts', 'src/features/two/b.ts'],
  ['cloud-is-the-only-door', 'src/cloud/a.ts', 'src/features/two/b.ts'],
  ['nobody-imports-a-page', 'src/features/one/a.ts', 'src/pages/home/b.ts'],
  ['functions-stay-apart', 'cloudfunctions/member/a.ts', 'cloudfunctions/activity/b.ts'],
  ['kit-has-no-operation', 'cloudfunctions/kit/a.ts', 'cloudfunctions/activity/b.ts'],
];

function violations(dir: string): string {
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(process.cwd(), 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.cjs',
      '--output-type',
      'err-long',
      '.',
    ],
    { cwd: dir, encoding: 'utf8' },
  );
  return stdout;
}

describe('every arrow of the house is held by a rule', () => {
  const dir = mkdtempSync(join(process.cwd(), 'dist-arrows-'));
  let told = '';

  beforeAll(() => {
    symlinkSync(join(process.cwd(), '.dependency-cruiser.cjs'), join(dir, '.dependency-cruiser.cjs'));
    symlinkSync(join(process.cwd(), 'tsconfig.json'), join(dir, 'tsconfig.json'));
    FORBIDDEN.forEach(([, from, to], at) => {
      const source = join(dir, from.replace('a.ts', `a${at}.ts`));
      const target = join(dir, to.replace('b.ts', `b${at}.ts`));
      for (const file of [source, target]) mkdirSync(dirname(file), { recursive: true });
      writeFileSync(target, 'export const b = 1;\n');
      const up = '../'.repeat(from.split('/').length - 1);
      writeFileSync(source, `export { b } from '${up}${to.replace('b.ts', `b${at}`)}';\n`);
    });
    told = violations(dir);
  });

  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  test.each(FORBIDDEN.map(([rule, from, to], at) => ({ rule, from: from.replace('a.ts', `a${at}.ts`), to })))(
    '$rule: $from may not import $to',
    ({ rule, from }) => {
      expect(told).toMatch(new RegExp(`${rule}: ${from.replace(/[.]/g, '\\.')} `));
    },
  );
});
