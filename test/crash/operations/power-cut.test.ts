import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LooseAnswer } from '../../support/cloud';
import { plan, session } from '../../support/plans';
import { atOnce, entry, patiently, poolOf, settled, tally } from '../../support/rush';
import { addActivities, addMembers, memberOf, startTown } from '../../support/town';

const PEOPLE = Array.from({ length: 120 }, (_, at) => `load-${at}`);
const PLACES = 40;
const CUTS = 3;
let data: string;

beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), 'power-cut-'));
});
afterAll(() => rmSync(data, { recursive: true, force: true }));

test('whatever was acknowledged before the power went is still so after it is back, and nothing is sold twice', async () => {
  const entries = PEOPLE.map((openid) => entry(openid, 'music'));
  const acknowledged = new Map<string, LooseAnswer>();
  for (let cut = 0; cut <= CUTS; cut++) {
    const cloud = await startTown({ data, instances: 3 });
    if (cut === 0) {
      await addActivities(cloud, plan({ sessions: [session('s1', PLACES)], id: 'music' }));
      await addMembers(
        cloud,
        PEOPLE.map((openid) => memberOf(openid)),
      );
    }
    let answered = 0;
    let dying: Promise<void> | undefined;
    // What was acknowledged goes again too: it has to be answered as before.
    await atOnce(entries, 12, async (each) => {
      const answer = await patiently(cloud, each).catch(() => undefined);
      if (answer === undefined) return;
      answered += 1;
      const before = acknowledged.get(each.requestId);
      if (before?.ok) expect(answer).toEqual(before);
      acknowledged.set(each.requestId, answer);
      if (cut < CUTS && answered === 10 + 12 * cut) dying = cloud.kill();
    });
    await dying;
    if (cut < CUTS) continue;
    expect(tally([...acknowledged.values()])).toEqual({ ok: PLACES, FULL: PEOPLE.length - PLACES });
    expect((await poolOf(cloud, 'music')).used.s1).toBe(PLACES);
    expect(await settled(cloud)).toEqual([]);
    await cloud.stop();
  }
}, 60_000);
