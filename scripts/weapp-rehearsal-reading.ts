import { shifted } from '../domain/time/days';
import { dayOf } from '../domain/time/shanghai';

/** What the rehearsal's cloud answers about reading: one challenge under way, with every part that a page can show. */
export function readingAnswers(now: number): Record<string, unknown> {
  const day = dayOf(now);
  const card = {
    ...{ id: 'none', title: '秋日共读', tagline: '每天二十分钟', startsOn: shifted(day, -3), endsOn: shifted(day, 30) },
    ...{ rule: { kind: 'minutes', least: 20 }, entry: 'team', goal: 21, phase: 'running' },
  };
  const today = { day, minutes: 5, pages: 0, characters: 0, lacks: 15, counts: false };
  const mine = {
    ...{ joinedOn: card.startsOn, current: 2, longest: 2, days: 2, minutes: 60, today },
    ...{ badges: [{ badge: 'first-day', on: card.startsOn }], cards: { held: 1, owed: 0, daysToNext: 5 } },
    ...{ fillable: [shifted(day, -1)], lateLeft: 2 },
  };
  const calendar = [{ day, minutes: 5, level: 1 }];
  const team = {
    ...{
      id: 't',
      name: '晨读组',
      nameState: 'passed',
      captain: true,
      members: [{ name: '林一', days: 2, minutes: 60 }],
    },
    ...{ days: 2, minutes: 60, complete: false },
  };
  const checkIn = {
    ...{ id: 'c', challengeId: 'none', day, at: now, minutes: 5, pages: 0, note: '好看', photos: ['cloud://a'] },
    ...{ shared: true, state: 'rejected', reason: '太长', likes: 0, comments: 0, editable: true },
  };
  const row = { rank: 1, name: '林一', days: 2, minutes: 60 };
  const span = { from: card.startsOn, to: day, now };
  return {
    today: { challenges: [{ ...card, mine }], books: [{ id: 'b', title: '活着' }], seenAs: 'nobody', now },
    challenge: { ...card, description: ['读'], rewards: ['书签'], mine, calendar, team, seenAs: 'nobody', now },
    board: { rows: [row], count: 1, mine: row, ...span },
    enterpriseBoard: { rows: [{ ...row, enterpriseId: 'e', members: 20 }], ownSize: 10, countedAt: now, ...span },
    myCheckIns: { items: [checkIn], now },
  };
}
