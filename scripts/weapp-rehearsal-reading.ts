/** What the rehearsal's cloud answers about reading: one of each, with every part that a page can show. */
export function readingAnswers(now: number): Record<string, unknown> {
  const [startsOn, endsOn] = ['2020-01-01', '2099-12-31'];
  const rule = { kind: 'minutes', least: 20 };
  const about = {
    id: 'none',
    title: '一起读',
    tagline: '每天二十分钟',
    startsOn,
    endsOn,
    rule,
    entry: 'team',
    goal: 30,
  };
  const book = { id: '9787506365437', title: '活着', author: '余华', cover: 'cloud://a.b/cover.jpg' };
  const mine = {
    ...{ joinedOn: startsOn, current: 3, longest: 5, days: 12, minutes: 360, lateLeft: 2, fillable: [startsOn] },
    badges: [{ badge: 'first-day', on: startsOn }],
    cards: { held: 1, owed: 0, daysToNext: 4 },
    today: { day: startsOn, minutes: 0, pages: 0, characters: 0, lacks: 20, counts: false },
  };
  const card = { ...about, phase: 'running' };
  const team = {
    ...{ id: 't', name: '读书会', nameState: 'pending', invite: 'AB12CD34', captain: true, days: 12, minutes: 360 },
    ...{ members: [{ name: '林同事', days: 12, minutes: 360, mine: true }], complete: false },
  };
  const read = { id: 'none', challengeId: 'none', day: startsOn, at: now, book, minutes: 35, pages: 20 };
  const photos = ['cloud://a.b/1.jpg'];
  const seen = { author: '林同事', enterpriseName: '禾芩', text: '好书', photos };
  const note = { ...read, ...seen, likes: 1, liked: true, comments: 1, featured: true };
  const said = [
    { id: 'c', author: '王同事', enterpriseName: '禾芩', text: '是', at: now, mine: true, state: 'pending' },
  ];
  const own = { ...read, note: '好书', photos, shared: true, state: 'passed', likes: 1, comments: 1, editable: true };
  const plan = { ...about, description: ['带一本书'], rewards: ['一本书'], books: [book.id] };
  const managed = { id: 'none', plan, state: 'published', phase: 'running', readers: 9 };
  const score = { rank: 1, name: '林同事', days: 12, minutes: 360 };
  const span = { from: startsOn, to: endsOn, now };
  return {
    today: { challenges: [{ ...card, mine }], books: [book], seenAs: 'surname', remindAt: 1_230, now },
    challenges: { items: [card], now },
    challenge: {
      ...{ ...card, description: ['带一本书'], rewards: ['一本书'], books: [book], mine, team, seenAs: 'surname', now },
      calendar: [{ day: startsOn, minutes: 35, level: 2, state: 'read' }],
    },
    myCheckIns: { items: [own], now },
    board: { rows: [{ ...score, mine: true }], count: 1, mine: score, ...span },
    enterpriseBoard: {
      rows: [{ ...score, enterpriseId: 'e', members: 60, mine: true }],
      ...{ ownSize: 50, countedAt: now, ...span },
    },
    feed: { items: [note], now },
    note: { ...note, said, now },
    book: { ...book, readers: { count: 2, names: ['林同事'] }, mine: true, now },
    findBooks: { items: [book] },
    managedChallenges: { items: [managed] },
    managedChallenge: managed,
    shelf: { items: [book] },
    queue: { items: [{ ...seen, noteId: 'none', state: 'human', wording: 1, reports: ['广告'], at: now }], now },
  };
}
