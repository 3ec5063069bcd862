import { CONSENTS_MOST, countingKinds, kindsAmong } from '../../../domain/message/consent';
import { againAt, outcomeOf, type Posted, TRIES_MOST, unsendable } from '../../../domain/message/delivery';
import { messageId, messagesOf, unreadFrom } from '../../../domain/message/message';
import type { RegistrationRecord } from '../../../domain/signup/registration';
import { timeKey } from '../../../domain/time/shanghai';

const NOW = Date.UTC(2026, 10, 20, 4);
const HOUR = 3_600_000;
const fresh = { at: NOW - 1_000, tries: 0 };

describe('whether a message goes out', () => {
  test('it does where its person agreed to one and it is news', () => {
    expect(unsendable(fresh, true, NOW)).toBeUndefined();
  });

  test('without consent it never does', () => {
    expect(unsendable(fresh, false, NOW)).toBe('no-consent');
  });

  test.each([
    ['the last millisecond of its day', 24 * HOUR, undefined],
    ['a day and a millisecond', 24 * HOUR + 1, 'given-up'],
  ])('after %s', (_age, age, outcome) => {
    expect(unsendable({ at: NOW - age, tries: 0 }, true, NOW)).toBe(outcome);
  });

  test('an offer does until its deadline, and not at it', () => {
    expect(unsendable({ ...fresh, offerUntil: NOW + 1 }, true, NOW)).toBeUndefined();
    expect(unsendable({ ...fresh, offerUntil: NOW }, true, NOW)).toBe('given-up');
  });
});

test('a failure is tried again after 1, 5 and 30 minutes, and after the fourth try no more', () => {
  let now = NOW;
  const waits: number[] = [];
  for (let tries = 1; outcomeOf('failed', tries) === undefined; tries++) {
    const again = againAt(tries - 1, now);
    waits.push((again - now) / 60_000);
    now = again;
  }
  expect(waits).toEqual([1, 5, 30]);
  expect(outcomeOf('failed', TRIES_MOST)).toBe('given-up');
});

test('runs that always die end too: each counts as a try, and after the last one the message is given up', () => {
  let message = fresh;
  let runs = 0;
  let now = NOW;
  while (unsendable(message, true, now) === undefined) {
    now = againAt(message.tries, now);
    message = { ...message, tries: message.tries + 1 };
    runs += 1;
  }
  expect(runs).toBe(TRIES_MOST);
});

test.each<[Posted, string]>([
  ['sent', 'sent'],
  ['refused', 'no-consent'],
])('%s is final at any try', (posted, outcome) => {
  for (const tries of [1, 2, 3, 4]) expect(outcomeOf(posted, tries)).toBe(outcome);
});

describe('consents', () => {
  test('each kind counts once, in the order of the vocabulary', () => {
    expect(kindsAmong(['moved', 'offered', 'moved'])).toEqual(['offered', 'moved']);
  });

  test('a kind that has as many as count adds nothing', () => {
    expect(countingKinds(['offered', 'moved'], { offered: CONSENTS_MOST, moved: CONSENTS_MOST - 1 })).toEqual([
      'moved',
    ]);
  });
});

test('what is unread begins right after the instant that was seen, whatever the ids are', () => {
  for (const id of ['', 'a', 'zzzz', '~']) {
    expect(timeKey(NOW, id) >= unreadFrom(NOW)).toBe(false);
    expect(timeKey(NOW + 1, id) >= unreadFrom(NOW)).toBe(true);
  }
});

test('the news of a registration are messages whose ids do not depend on when they are written', () => {
  const about = { title: '音乐节', sessionName: '晚场', startsAt: NOW + HOUR };
  const record = { _id: 'r1', memberId: 'm1', activityId: 'music', news: [{ kind: 'offered', at: NOW, ...about }] };
  const [message] = messagesOf(record as unknown as RegistrationRecord);
  expect(message).toMatchObject({ _id: messageId('r1', 'offered', NOW), memberId: 'm1', sendAt: NOW, tries: 0 });
});
