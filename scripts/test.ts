import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

/** The checks before any test; each ends the run by itself, since a test of code that does not compile says little. */
const CHECKS: [name: string, command: string[]][] = [
  ['lint', ['biome', 'check', '--error-on-warnings', '.']],
  ['types', ['tsc', '-p', 'tsconfig.json']],
  ['types of the WeChat build', ['tsc', '-p', 'tsconfig.weapp.json']],
  [
    'arrows',
    [
      'depcruise',
      '--config',
      '.dependency-cruiser.cjs',
      'src',
      'cloudfunctions',
      'domain',
      'types',
      'emulator',
      'config',
      'scripts',
      'test',
    ],
  ],
];

const REPORT = 'dist/test-report.json';

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
}

function run(command: string[]): boolean {
  const [program = '', ...rest] = command;
  return spawnSync(`node_modules/.bin/${program}`, rest, { stdio: 'inherit' }).status === 0;
}

/** Whether a check holds; what it says comes in one piece, as checks run side by side. */
function holds(name: string, [program = '', ...rest]: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(`node_modules/.bin/${program}`, rest, { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
      });
    child.once('error', (error) => {
      said += error.message;
      resolve(false);
    });
    child.once('close', (code) => {
      console.log(`${said}${code === 0 ? 'passed' : 'FAILED'}: ${name}`);
      resolve(code === 0);
    });
  });
}

/** How many of the checks hold; two at a time, as there are cores. */
async function checked(): Promise<{ passed: number; failed: number }> {
  const waiting = [...CHECKS];
  let [passed, failed] = [0, 0];
  const lane = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      if (await holds(...check)) passed += 1;
      else failed += 1;
    }
  };
  await Promise.all([lane(), lane()]);
  return { passed, failed };
}

/** Passed and failed as the runner counted them; a file that could not even be run counts as one failure. */
function counted(): { passed: number; failed: number } {
  if (!existsSync(REPORT)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Report;
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites };
}

async function main(): Promise<void> {
  const startedAt = Date.now();
  let { passed, failed } = await checked();
  if (failed === 0) {
    rmSync(REPORT, { force: true });
    const fine = run(['jest', '--maxWorkers=3', '--json', `--outputFile=${REPORT}`, ...process.argv.slice(2)]);
    const tests = counted();
    passed += tests.passed;
    failed += tests.failed > 0 || fine ? tests.failed : 1;
  }
  console.log(`${Math.round((Date.now() - startedAt) / 1000)} s`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
