import type { RunningCloud } from '../../support/cloud';
import { EXPORTING } from '../../support/crash-exports';
import { eachDoneOnce, type Kind, startCrashTown } from '../../support/crash-ordeal';
import { auditEntries, exportsOf } from '../../support/exports';
import { saySeed } from '../../support/seed';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startCrashTown();
});
afterAll(() => cloud.stop());

/** They are short: a kill at every moment, what comes first after it in turns. */
const killed = (cell: number): Kind[] => [
  { effect: 'kill', first: (['retry', 'sweep', 'never'] as const)[(cell + saySeed()) % 3] ?? 'retry' },
];

eachDoneOnce(
  () => cloud,
  EXPORTING,
  () => killed,
  (name) => (name === 'start' ? 10 : 6),
);

test('no export is without its entry in the audit, also where nobody asked again', async () => {
  const noted = (await auditEntries(cloud))
    .filter(({ what }) => what === 'export.start')
    .flatMap(({ subjects }) => subjects);
  const written = (await exportsOf(cloud)).filter(({ state }) => state === 'ready').map(({ _id }) => `export:${_id}`);
  expect(written.length).toBeGreaterThan(3);
  expect(written.filter((each) => noted.filter((one) => one === each).length !== 1)).toEqual([]);
});
