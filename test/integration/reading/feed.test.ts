import { LIKES_MOST } from '../../../domain/reading/comment';
import { NOTE_STATES } from '../../../types/contract';
import { notesAgree } from '../../support/auditor-notes';
import type { LooseAnswer, RunningCloud } from '../../support/cloud';
import { accepted } from '../../support/organizing';
import { HOUR, NOON } from '../../support/plans';
import {
  addReaders,
  atReading,
  insertNotes,
  moderationIn,
  noteNow,
  noteOf,
  passedNote,
} from '../../support/reading-town';
import { addEnterprises, addMembers, FIRST_ADMIN, memberOf, setClock, startTown } from '../../support/town';

const PEOPLE = ['wei', 'lan', 'bo', 'mei', 'tao'];
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addReaders(cloud, PEOPLE);
  await addReaders(cloud, ['nobody'], 'nobody');
  await addReaders(cloud, ['surname'], 'surname');
  await addMembers(cloud, [memberOf('waits', { status: 'pending' }), memberOf('quiet')]);
});
beforeEach(() => setClock(cloud, NOON));
afterAll(() => cloud.stop());

const ask = async (op: Parameters<typeof atReading>[1], input: object, openid: string): Promise<LooseAnswer> =>
  (await atReading(cloud, op, input, openid)).answer as LooseAnswer;
const feedOf = async (input: object, openid = 'lan') =>
  accepted((await atReading(cloud, 'feed', input, openid)).answer).items;
const readNote = async (noteId: string, openid = 'lan') =>
  accepted((await atReading(cloud, 'note', { noteId }, openid)).answer);

describe('who sees a note', () => {
  beforeAll(async () => {
    await insertNotes(
      cloud,
      ...NOTE_STATES.map((state) =>
        noteOf('wei', `n-${state}`, { challengeId: 'by-state', moderation: moderationIn(state) }),
      ),
    );
  });

  const SEES = {
    draft: { author: true, other: false, visitor: false, organizer: false },
    pending: { author: true, other: false, visitor: false, organizer: true },
    'waiting-for-author': { author: true, other: false, visitor: false, organizer: true },
    human: { author: true, other: false, visitor: false, organizer: true },
    passed: { author: true, other: true, visitor: true, organizer: true },
    rejected: { author: true, other: false, visitor: false, organizer: true },
  };
  const WHO = { author: 'wei', other: 'lan', visitor: 'passer-by', organizer: FIRST_ADMIN };
  const cells = NOTE_STATES.flatMap((state) =>
    Object.entries(SEES[state]).map(([who, sees]) => ({ state, who: who as keyof typeof WHO, sees })),
  );

  test.each(cells)('$state is read by $who: $sees', async ({ state, who, sees }) => {
    const answer = await ask('note', { noteId: `n-${state}` }, WHO[who]);
    expect(answer).toMatchObject(sees ? { ok: true } : { refusal: 'NOT_FOUND', detail: { what: 'note' } });
  });

  test('the feed has what passed, whoever asks, its author and organizers among them', async () => {
    for (const openid of Object.values(WHO)) {
      expect((await feedOf({ challengeId: 'by-state' }, openid)).map(({ id }) => id)).toEqual(['n-passed']);
    }
  });

  test.each(['like', 'comment', 'report', 'feature'] as const)('nobody can %s what others do not see', async (op) => {
    const input = {
      ...{ like: { liked: true }, comment: { text: '好' }, report: { reason: '广告' }, feature: { featured: true } }[
        op
      ],
    };
    for (const state of NOTE_STATES.filter((each) => each !== 'passed')) {
      const noteId = `n-${state}`;
      const openid = op === 'feature' ? FIRST_ADMIN : 'lan';
      expect(await ask(op, { noteId, ...input }, openid)).toMatchObject({ refusal: 'NOT_FOUND' });
      expect(await ask(op, { noteId: 'nothing', ...input }, openid)).toMatchObject({ refusal: 'NOT_FOUND' });
    }
  });
});

describe('the feed', () => {
  beforeAll(async () => {
    const liked = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`m${at}`, true as const]));
    await insertNotes(
      cloud,
      ...Array.from({ length: 45 }, (_, at) =>
        noteOf('wei', `p-${String(at).padStart(2, '0')}`, {
          ...{ challengeId: 'long', at: NOON - HOUR + at, likes: 300, likedBy: liked },
          ...(at % 9 === 0 && { book: { id: '9787020002207', title: '红楼梦' } }),
        }),
      ),
    );
  });

  test('it is read page by page, latest first, in two calls whatever it holds', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const input = { challengeId: 'long', ...(cursor && { cursor }) };
      const { answer, meter } = await atReading(cloud, 'feed', input, 'lan');
      const page = accepted(answer);
      expect(meter.dbCalls).toBe(2);
      expect(meter.docsRead).toBeLessThanOrEqual(22);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: 45 }, (_, at) => `p-${String(44 - at).padStart(2, '0')}`));
  });

  test('that of a book has what was read in it', async () => {
    const ids = (await feedOf({ bookId: '9787020002207' })).map(({ id }) => id);
    expect(ids).toEqual(['p-36', 'p-27', 'p-18', 'p-09', 'p-00']);
  });

  test('that of what organizers want seen has that, until they take it back', async () => {
    for (const [featured, ids] of [
      [true, ['p-03']],
      [true, ['p-03']],
      [false, []],
    ] as const) {
      expect(await ask('feature', { noteId: 'p-03', featured }, FIRST_ADMIN)).toMatchObject({ value: { featured } });
      expect((await feedOf({ featured: true })).map(({ id }) => id)).toEqual(ids);
    }
  });

  test('it is of one thing at a time', async () => {
    expect(await ask('feed', { challengeId: 'long', featured: true }, 'lan')).toMatchObject({ refusal: 'BAD_INPUT' });
  });

  test('nothing of who likes a note, and nothing of its author but the name, leaves with it', async () => {
    const text = JSON.stringify(await ask('feed', { challengeId: 'long' }, 'lan'));
    expect(text).not.toMatch(/likedBy|memberId|"m\d|reports|requests/);
    expect(text).not.toContain(memberOf('wei')._id);
  });
});

describe('a like', () => {
  test('counts once, however often it is said, and is taken back once', async () => {
    const noteId = await passedNote(cloud, 'wei', 'liked');
    for (const [liked, likes] of [
      [true, 1],
      [true, 1],
      [false, 0],
      [false, 0],
      [true, 1],
    ] as const) {
      expect(await ask('like', { noteId, liked }, 'lan')).toEqual({ ok: true, value: { liked } });
      expect(await readNote(noteId, 'lan')).toMatchObject({ likes, liked });
      expect(await readNote(noteId, 'bo')).toMatchObject({ likes, liked: false });
    }
  });

  test('costs two calls', async () => {
    const noteId = await passedNote(cloud, 'wei', 'cheap');
    for (const liked of [true, false]) {
      const { meter } = await atReading(cloud, 'like', { noteId, liked }, 'lan');
      expect(meter.dbCalls).toBe(2);
    }
  });

  test('is not counted beyond what a note can hold, and can be taken back even then', async () => {
    const { _id } = memberOf('lan');
    await passedNote(cloud, 'wei', 'full', { likes: LIKES_MOST, likedBy: { [_id]: true } });
    expect(await ask('like', { noteId: 'full', liked: true }, 'bo')).toEqual({
      ...{ ok: false, refusal: 'LIKES_FULL', detail: { most: LIKES_MOST } },
    });
    expect(await ask('like', { noteId: 'full', liked: true }, 'lan')).toMatchObject({ ok: true });
    expect(await ask('like', { noteId: 'full', liked: false }, 'lan')).toMatchObject({ ok: true });
    expect(await ask('like', { noteId: 'full', liked: true }, 'bo')).toMatchObject({ ok: true });
    const likedBy = { [memberOf('bo')._id]: true as const };
    expect((await noteNow(cloud, 'full')).likedBy).toEqual(likedBy);
  });

  test.each(['passer-by', 'waits'])('is a member’s: %s is none', async (openid) => {
    for (const [op, more] of [
      ['like', { liked: true }],
      ['comment', { text: '好' }],
      ['report', { reason: '广告' }],
    ] as const)
      expect(await ask(op, { noteId: 'n-passed', ...more }, openid)).toMatchObject({ refusal: 'NOT_MEMBER' });
  });
});

test('the auditor finds notes, likes and comments agreeing, save the note that was made with likes of nobody', async () => {
  const faults = await notesAgree(cloud, undefined);
  expect(faults.filter((fault) => !fault.startsWith('full counts'))).toEqual([]);
});
