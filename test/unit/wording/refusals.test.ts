import { refusalWords } from '../../../domain/wording/refusals';

const NOW = Date.UTC(2026, 10, 20, 6, 0);

test('full says of how many, and whether another choice is left', () => {
  const elsewhere = refusalWords('FULL', { what: 'zone', capacity: 60, left: 0, elsewhere: true }, NOW);
  expect(elsewhere.text).toBe('这个分区的 60 个名额都有人了，别的场次或分区还有');
  expect(elsewhere.next).toBe('choose-other');
  const nowhere = refusalWords('FULL', { what: 'session', capacity: 300, left: 0, elsewhere: false }, NOW);
  expect(nowhere.text).toContain('这个场次的 300 个名额');
  expect(nowhere.next).toBe('reload');
});

test('too few for all who would come is not full, and says how many are left', () => {
  const few = refusalWords('FULL', { what: 'session', capacity: 300, left: 1, elsewhere: true }, NOW);
  expect(few.title).toBe('剩下的不够了');
  expect(few.text).toContain('只剩 1 个');
});

test('who was absent too often hears until when, and whom to ask', () => {
  const until = Date.parse('2026-11-25T10:00:00+08:00');
  const words = refusalWords('COOLING_DOWN', { absences: 2, until }, NOW);
  expect(words.text).toContain('11月25日 周三 10:00 起可以再报');
  expect(words.next).toBe('ask-for-help');
});

test('too many companions says how many may come', () => {
  expect(refusalWords('TOO_MANY_COMPANIONS', { most: 2 }, NOW).title).toBe('最多带 2 位同伴');
  expect(refusalWords('TOO_MANY_COMPANIONS', { most: 0 }, NOW).title).toBe('这次不能带同伴');
});

test('not open yet says when', () => {
  const opensAt = Date.parse('2026-11-21T10:00:00+08:00');
  expect(refusalWords('NOT_OPEN_YET', { opensAt, now: NOW }, NOW).text).toContain('明天 10:00');
});

test('a visitor is led to joining, who waits is told to wait', () => {
  expect(refusalWords('NOT_ELIGIBLE', { why: 'status', status: 'visitor' }, NOW).next).toBe('join');
  expect(refusalWords('NOT_ELIGIBLE', { why: 'status', status: 'pending' }, NOW).next).toBe('none');
  expect(refusalWords('NOT_ELIGIBLE', { why: 'enterprise' }, NOW).title).toBe('你的单位不在范围内');
});

test('already: a place leads to its ticket, a membership to looking again', () => {
  expect(refusalWords('ALREADY', { registrationId: 'r' }, NOW).next).toBe('see-ticket');
  expect(refusalWords('ALREADY', { status: 'active' }, NOW).next).toBe('reload');
});

test('a bug gives a number that can be read out, another try and somebody to ask, and no blame', () => {
  const words = refusalWords('INTERNAL', { id: '4f1c9a20-77d1-4f0e-8f1e-0a4f6a1b2c3d' }, NOW);
  expect(words.text).toMatch(/\u00a04f1c9a20，/);
  expect(words.next).toBe('again-or-ask');
});

test('a lost answer promises that trying again does nothing twice', () => {
  expect(refusalWords('TIMEOUT', {}, NOW)).toMatchObject({ next: 'again', text: expect.stringContaining('不会重复') });
});

test('no words shout', () => {
  const some = [
    refusalWords('OFFLINE', {}, NOW),
    refusalWords('BUSY', { retryAfterMs: 1 }, NOW),
    refusalWords('PHONE_TAKEN', {}, NOW),
    refusalWords('TOO_LATE', { cancelUntil: NOW }, NOW),
    refusalWords('BAD_INPUT', { issues: [{ path: 'name', message: 'x' }] }, NOW),
  ];
  for (const { title, text } of some) expect(`${title}${text}`).not.toMatch(/[!！]/);
});

test('a code whose words nobody brought is told all the same, with a way on', () => {
  expect(refusalWords('LEAGUE_FULL', { most: 16, discipline: 'esports-5v5' }, NOW)).toMatchObject({
    next: 'again-or-ask',
  });
});
