import { messageId, messagesOf } from '../../../domain/message/message';
import type { News } from '../../../domain/signup/registration';
import { cancelledByOrganizer, offered } from '../../../domain/signup/transitions';
import { NOON } from '../../support/plans';
import { recordIn } from '../../support/records';

const about = { title: '职工音乐节', sessionName: '第二场', startsAt: NOON + 99 };

test('each piece of news is one message to the member, to go out at once, with all that it says', () => {
  const record = offered(recordIn('waitlisted'), NOON, NOON + 50, about);
  expect(record && messagesOf(record)).toEqual([
    {
      _id: `r1.offered.${NOON}`,
      v: 1,
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
