import type { ReadingContract } from '../../../types/contract';
import { addChallenges, atReading, requestId } from '../../support/challenges';
import type { RunningCloud } from '../../support/cloud';
import { refusal } from '../../support/gate';
import { accepted } from '../../support/organizing';
import { NOON } from '../../support/plans';
import { addReaders, checkingIn } from '../../support/team-town';
import { addEnterprises, FIRST_ADMIN, runSweep, setClock, startTown } from '../../support/town';

const ISBN = '9787506365437';
let cloud: RunningCloud;

beforeAll(async () => {
  cloud = await startTown({ instances: 2 });
  await addEnterprises(cloud, { e1: '药谷第一制药' });
  await addChallenges(cloud, { reading: {} });
  await addReaders(cloud, 'reading', ['ann', 'bob']);
});

beforeEach(() => setClock(cloud, NOON));
// `stop` fails where any query of any operation went unserved by an index.
afterAll(() => cloud.stop());

type Op = keyof ReadingContract & string;
const ask = async <O extends Op>(op: O, input: ReadingContract[O]['input'], openid = FIRST_ADMIN, id = requestId()) =>
  (await atReading(cloud, op, input, openid, id)).answer;
const found = async (text: string, openid = 'ann') =>
  accepted(await ask('findBooks', { text }, openid)).items.map(({ title }) => title);

test('a book is put on the shelf once, under its ISBN however that was typed, and changed under its id', async () => {
  const id = requestId();
  const input = { book: { isbn: '978-7-5063-6543-7', title: '活着', author: '余华' } };
  const answer = await ask('saveBook', input, FIRST_ADMIN, id);
  expect(answer).toEqual({ ok: true, value: { id: ISBN, title: '活着', author: '余华' } });
  accepted(await ask('saveBook', { book: { id: ISBN, title: '活着（新版）', author: '余华' } }));
  expect(await ask('saveBook', input, FIRST_ADMIN, id)).toEqual(answer);
  expect(await ask('saveBook', { book: { title: '别的' } }, FIRST_ADMIN, id)).toMatchObject({ ok: true });
  expect(await ask('saveBook', { book: { isbn: ISBN, title: '别的' } }, FIRST_ADMIN, id)).toMatchObject({
    refusal: 'REQUEST_REUSED',
  });
  expect(accepted(await ask('shelf', {})).items.map(({ title }) => title)).toEqual(['别的', '活着（新版）']);
});

test('what is no ISBN, or no book of the shelf, is refused', async () => {
  expect(await ask('saveBook', { book: { isbn: '9787506365438', title: '活着' } })).toEqual(refusal('NOT_AN_ISBN', {}));
  expect(await ask('saveBook', { book: { id: 'none', title: '活着' } })).toEqual(
    refusal('NOT_FOUND', { what: 'book' }),
  );
  const other = { id: ISBN, isbn: '9787536692930', title: '三体' };
  expect(await ask('saveBook', { book: other })).toMatchObject({ refusal: 'BAD_INPUT' });
  expect(await ask('book', { bookId: 'none' })).toEqual(refusal('NOT_FOUND', { what: 'book' }));
});

test('a book is found by the beginnings of title and author, by ISBN, and in one’s own history first', async () => {
  accepted(await ask('saveBook', { book: { isbn: '9787530212004', title: '平凡的世界', author: '路遥' } }));
  accepted(await ask('checkIn', checkingIn('reading', { book: { title: '平凡日记' } }), 'bob'));
  expect(await found('平凡')).toEqual(['平凡的世界']);
  expect(await found('平凡', 'bob')).toEqual(['平凡日记', '平凡的世界']);
  expect(await found('路遥')).toEqual(['平凡的世界']);
  expect(await found('978 7530212004')).toEqual(['平凡的世界']);
  expect(await found('9787020002207')).toEqual([]);
  expect(await found('平凡', 'stranger')).toEqual(['平凡的世界']);
  const { meter } = await atReading(cloud, 'findBooks', { text: '平凡' }, 'ann');
  // Caller; the shelf, and what the caller read.
  expect(meter).toMatchObject({ dbCalls: 3, unindexed: 0 });
});

test('a book’s page counts who read it, and names those alone whose notes others see', async () => {
  const bookId = '9787530212004';
  accepted(
    await ask('checkIn', checkingIn('reading', { book: { id: bookId }, note: '读完第一章', shared: true }), 'ann'),
  );
  accepted(await ask('checkIn', checkingIn('reading', { book: { id: bookId } }), 'ann'));
  accepted(await ask('checkIn', checkingIn('reading', { book: { id: bookId } }), 'bob'));
  const before = accepted(await ask('book', { bookId }, 'bob'));
  expect(before).toMatchObject({ title: '平凡的世界', readers: { count: 2, names: [] }, mine: true });
  await runSweep(cloud, 'moderate', 'reading');
  const { answer, meter } = await atReading(cloud, 'book', { bookId }, 'stranger');
  expect(answer).toMatchObject({ ok: true, value: { readers: { count: 2, names: ['职工ann'] }, mine: false } });
  // Caller; book, a note, names, count.
  expect(meter).toMatchObject({ dbCalls: 5, unindexed: 0 });
});

test('a book that nobody has put on the shelf is there for who scanned it, and for others once a note on it passed', async () => {
  const bookId = '9787020024759';
  const book = { isbn: bookId, title: '围城' };
  accepted(await ask('checkIn', checkingIn('reading', { book, note: '好笑', shared: true }), 'ann'));
  expect(await ask('book', { bookId }, 'ann')).toMatchObject({ value: { title: '围城', mine: true } });
  expect(await ask('book', { bookId }, 'bob')).toMatchObject({ refusal: 'NOT_FOUND' });
  await runSweep(cloud, 'moderate', 'reading');
  expect(await ask('book', { bookId }, 'bob')).toMatchObject({ value: { title: '围城', mine: false } });
});
