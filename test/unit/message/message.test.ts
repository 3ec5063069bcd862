import { decideRevoke, expired, leftBehind } from '../../../domain/benefit/transitions';
import { type MessageV1, messageId, messageOfEnd, messagesOf, upgraded } from '../../../domain/message/message';
import type { News } from '../../../domain/signup/registration';
import { cancelledByOrganizer, offered } from '../../../domain/signup/transitions';
import { redemptionIn } from '../../support/benefits';
import { HOUR, NOON } from '../../support/plans';
import { recordIn } from '../../support/records';

const about = { title: '职工音乐节', sessionName: '第二场', startsAt: NOON + 99 };

test('each piece of news is one message to the member, to go out at once, with all that it says', () => {
  const record = offered(recordIn('waitlisted'), NOON, NOON + 50, about);
  expect(record && messagesOf(record)).toEqual([
    {
      _id: `r1.offered.${NOON}`,
      v: 2,
      about: 'registration',
      memberId: 'm1',
      activityId: 'music',
      registrationId: 'r1',
      key: `${NOON}_r1.offered.${NOON}`,
      kind: 'offered',
      at: NOON,
      ...about,
      offerUntil: NOON + 50,
      sendAt: NOON,
      tries: 0,
    },
  ]);
});

test('what happened twice, or to two, or at two instants, is told apart; the same is the same whenever it is written', () => {
  const news = (kind: News['kind'], at: number): News => ({ kind, at, ...about });
  const record = {
    ...recordIn('confirmed'),
    news: [news('moved', NOON), news('moved', NOON + 1), news('changed', NOON)],
  };
  const ids = messagesOf(record).map(({ _id }) => _id);
  expect(new Set(ids).size).toBe(3);
  expect(messagesOf({ ...record, rev: 99, state: 'cancelled' }).map(({ _id }) => _id)).toEqual(ids);
  expect(messageId('r1', 'moved', NOON)).not.toBe(messageId('r11', 'moved', NOON));
});

test('staff’s words go along, and what has no news is told nothing', () => {
  const record = cancelledByOrganizer(recordIn('confirmed'), NOON, '台风', about);
  expect(record && messagesOf(record)).toMatchObject([{ kind: 'cancelled', reason: '台风' }]);
  expect(messagesOf(recordIn('confirmed'))).toEqual([]);
});

describe('the end of a voucher', () => {
  const request = { id: 'q9', digest: 'd9' };

  test('that an organizer took back is told with the reason and the points that came back', () => {
    const revoked = decideRevoke(redemptionIn('valid'), { reason: '误发', request, now: NOON });
    expect(revoked.kind === 'change' && messageOfEnd(revoked.next)).toEqual({
      _id: `r1.revoked.${NOON}`,
      v: 2,
      memberId: 'm1',
      key: `${NOON}_r1.revoked.${NOON}`,
      sendAt: NOON,
      tries: 0,
      about: 'redemption',
      kind: 'revoked',
      at: NOON,
      redemptionId: 'r1',
      title: '咖啡券',
      useUntil: redemptionIn('valid').useUntil,
      refunded: 100,
      reason: '误发',
    });
  });

  test('that ran out is told at the instant it was seen to, with what comes back by its rule, or without', () => {
    const useUntil = NOON - HOUR;
    const back = expired(redemptionIn('valid', { useUntil }), NOON);
    const about = { kind: 'ran-out', at: NOON, useUntil, sendAt: NOON };
    expect(back && messageOfEnd(back)).toMatchObject({ ...about, refunded: 100 });
    const kept = expired(redemptionIn('valid', { useUntil, refundExpired: false }), NOON);
    const told = kept && messageOfEnd(kept);
    expect(told).toMatchObject(about);
    expect(told).not.toHaveProperty('refunded');
    expect(told).not.toHaveProperty('reason');
  });

  test('is the same message whenever it is written', () => {
    const record = redemptionIn('expired', { pending: true });
    expect(messageOfEnd({ ...record, rev: 99 })).toEqual(messageOfEnd(record));
  });

  test('that its member made is told to nobody, and what has not ended is not told of', () => {
    expect(messageOfEnd(redemptionIn('cancelled', { endedBy: 'member' }))).toBeUndefined();
    const left = leftBehind(redemptionIn('valid'), NOON);
    expect(left && messageOfEnd(left)).toBeUndefined();
    for (const state of ['valid', 'given', 'verified'] as const) {
      expect(messageOfEnd(redemptionIn(state))).toBeUndefined();
    }
  });
});

describe('a message of the former shape', () => {
  const former: MessageV1 = {
    ...{ _id: 'r1.moved.5', v: 1, memberId: 'm1', activityId: 'music', registrationId: 'r1', key: '5_r1.moved.5' },
    ...{ kind: 'moved', at: 5, ...about, reason: '让出场地', tries: 2, outcome: 'sent' },
  };

  test('is about a registration, and loses nothing', () => {
    expect(upgraded(former)).toEqual({ ...former, v: 2, about: 'registration' });
  });

  test('is not changed itself, and one of the present shape stays as it is', () => {
    upgraded(former);
    expect(former).not.toHaveProperty('about');
    for (const message of [upgraded(former), messageOfEnd(redemptionIn('expired'))]) {
      expect(message && upgraded(message)).toEqual(message);
    }
  });
});
