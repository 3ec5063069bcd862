import type { ChallengePlan, ReadingContract } from '../../../types/contract';
import { atReading, challengePlan, requestId } from '../../support/challenges';
import type { RunningCloud } from '../../support/cloud';
import { refusal } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { DAY, NOON } from '../../support/plans';
import { addReaders, read } from '../../support/team-town';
import { addEnterprises, advance, documents, FIRST_ADMIN, setClock, startTown } from '../../support/town';

let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
});

beforeEach(() => setClock(cloud, NOON));
// `stop` fails where any query of any operation went unserved by an index.
afterAll(() => cloud.stop());

type Op = keyof ReadingContract & string;
const called = <O extends Op>(op: O, input: ReadingContract[O]['input'], id = requestId()) =>
  atReading(cloud, op, input, FIRST_ADMIN, id);
const ask = async <O extends Op>(op: O, input: ReadingContract[O]['input'], id = requestId()) =>
  (await called(op, input, id)).answer;

const soon = (changes: Partial<ChallengePlan> = {}) => challengePlan({ startsOn: '2026-11-21', ...changes });
const created = async (plan = soon()) => accepted(await ask('createChallenge', { plan })).id;
const published = async (plan = soon()) => {
  const challengeId = await created(plan);
  accepted(await ask('publishChallenge', { challengeId }));
  return challengeId;
};
const unfit = (...paths: string[]) => ({
  ok: false,
  refusal: 'PLAN_UNFIT',
  detail: { issues: paths.map((path) => expect.objectContaining({ path })) },
});

test('a draft is made once however often it is sent, and only organizers see it', async () => {
  const [id, plan] = [requestId(), soon({ title: '草稿' })];
  const { answer, meter } = await called('createChallenge', { plan }, id);
  expect(answer).toMatchObject({ ok: true, value: { state: 'draft', phase: 'soon', readers: 0, plan } });
  expect(meter).toMatchObject({ dbCalls: 3, unindexed: 0 });
  expect(await ask('createChallenge', { plan }, id)).toEqual(answer);
  expect(await ask('createChallenge', { plan: soon() }, id)).toMatchObject({ refusal: 'REQUEST_REUSED' });
  const { id: challengeId } = accepted(answer);
  expect(await documents(cloud, 'challenges')).toHaveLength(1);
  expect(await ask('challenge', { challengeId })).toEqual(refusal('NOT_FOUND', { what: 'challenge' }));
  expect(accepted(await ask('managedChallenge', { challengeId })).plan).toEqual(plan);
});

test('what cannot be is refused by its field, and so is a book that is not on the shelf', async () => {
  expect(await ask('createChallenge', { plan: soon({ endsOn: '2026-11-20' }) })).toEqual(unfit('endsOn'));
  expect(await ask('createChallenge', { plan: soon({ books: ['9787506365437'] }) })).toEqual(unfit('books'));
  accepted(await ask('saveBook', { book: { isbn: '9787506365437', title: '活着' } }));
  accepted(await ask('createChallenge', { plan: soon({ books: ['9787506365437'] }) }));
});

test('it is published once, while its first day is not over', async () => {
  const challengeId = await created();
  const id = requestId();
  const { answer, meter } = await called('publishChallenge', { challengeId }, id);
  expect(answer).toMatchObject({ ok: true, value: { state: 'published', phase: 'soon' } });
  // Caller, challenge; its change; who has joined.
  expect(meter).toMatchObject({ dbCalls: 4, unindexed: 0 });
  expect(await ask('publishChallenge', { challengeId }, id)).toEqual(answer);
  expect(await ask('publishChallenge', { challengeId })).toEqual(refusal('ALREADY', { state: 'published' }));
  expect(await ask('publishChallenge', { challengeId: 'none' })).toEqual(refusal('NOT_FOUND', { what: 'challenge' }));
  const late = await created();
  await advance(cloud, 2 * DAY);
  expect(await ask('publishChallenge', { challengeId: late })).toEqual(unfit('startsOn'));
});

test('when it has begun, what people were told stays; words, goal and a later end may change', async () => {
  const challengeId = await published(soon({ startsOn: '2026-11-20' }));
  const edit = (changes: Partial<ChallengePlan>) =>
    ask('editChallenge', { challengeId, plan: soon({ startsOn: '2026-11-20', ...changes }) });
  expect(await edit({ rule: { kind: 'minutes', least: 10 } })).toEqual(unfit('rule'));
  expect(await edit({ startsOn: '2026-11-22', entry: 'team' })).toEqual(unfit('entry', 'startsOn'));
  expect(await edit({ endsOn: '2026-12-01' })).toEqual(unfit('endsOn'));
  const changes = { title: '改过', endsOn: '2026-12-20', goal: 20 };
  expect(await edit(changes)).toMatchObject({ ok: true, value: { plan: changes } });
  expect(await ask('editChallenge', { challengeId: 'none', plan: soon() })).toMatchObject({ refusal: 'NOT_FOUND' });
});

test('closed it ends today, what was read stays, and nothing more can be done to it', async () => {
  const challengeId = await published(soon({ startsOn: '2026-11-20' }));
  await addReaders(cloud, challengeId, ['ann', 'bob']);
  await read(cloud, challengeId, 'ann');
  const id = requestId();
  const answer = await ask('closeChallenge', { challengeId, reason: '场地停用' }, id);
  expect(answer).toMatchObject({
    ...{ ok: true, value: { state: 'closed', phase: 'closed', readers: 2, plan: { endsOn: '2026-11-20' } } },
  });
  expect(await ask('closeChallenge', { challengeId, reason: '场地停用' }, id)).toEqual(answer);
  expect((await atReading(cloud, 'challenge', { challengeId }, 'ann')).answer).toMatchObject({
    value: { phase: 'closed', mine: { days: 1 } },
  });
  for (const op of ['publishChallenge', 'closeChallenge'] as const) {
    expect(await ask(op, { challengeId, reason: '再关' } as never)).toMatchObject(
      op === 'closeChallenge' ? { refusal: 'ALREADY' } : { refusal: 'BAD_INPUT' },
    );
  }
  expect(await ask('editChallenge', { challengeId, plan: soon() })).toEqual(refusal('ALREADY', { state: 'closed' }));
  expect(await ask('closeChallenge', { challengeId: 'none', reason: '错' })).toMatchObject({ refusal: 'NOT_FOUND' });
  expect(await ask('closeChallenge', { challengeId: await created(), reason: '错' })).toEqual(
    refusal('ALREADY', { state: 'draft' }),
  );
});

test('organizers page through all of them, or those of one state, what ends last at the top', async () => {
  for (let at = 0; at < 21; at++) await created(soon({ endsOn: `2027-01-${String(at + 1).padStart(2, '0')}` }));
  const { answer, meter } = await called('managedChallenges', { state: 'draft' });
  const first = accepted(answer);
  expect(first.items).toHaveLength(20);
  expect(first.items[0]?.plan.endsOn).toBe('2027-01-21');
  expect(meter).toMatchObject({ dbCalls: 2, unindexed: 0 });
  const { next = '' } = first;
  const rest = accepted(await ask('managedChallenges', { state: 'draft', cursor: next }));
  expect(rest.items[0]?.plan.endsOn).toBe('2027-01-01');
  const all = accepted(await ask('managedChallenges', {}));
  expect(all.items).toHaveLength(20);
});
