import { cardOf, pageOf, thing } from '../../../domain/message/card';
import { MESSAGE_KINDS, type MessageKind } from '../../../types/vocabulary';

/** 19:00 of 28 November 2026 in Shanghai. */
const STARTS = Date.UTC(2026, 10, 28, 11);
const HOUR = 3_600_000;
const template = { id: 'T', title: 'thing1', time: 'time2', note: 'thing5' };

const card = (kind: MessageKind, more: { title?: string; reason?: string; offerUntil?: number } = {}) =>
  cardOf({ kind, title: '职工音乐节', startsAt: STARTS, ...more }, template);

test('an offer says until when it is to be confirmed, by its date', () => {
  expect(card('offered', { offerUntil: STARTS - 31 * HOUR })).toEqual({
    thing1: { value: '职工音乐节' },
    time2: { value: '2026年11月28日 19:00' },
    thing5: { value: '11月27日 12:00 前确认名额' },
  });
});

test('a reason goes along as far as there is room for it', () => {
  expect(card('cancelled', { reason: '场馆停电' }).thing5).toEqual({ value: '活动取消了：场馆停电' });
  expect(card('cancelled', { reason: '场馆停电，'.repeat(40) }).thing5?.value).toBe(
    '活动取消了：场馆停电，场馆停电，场馆停…',
  );
});

test.each(MESSAGE_KINDS)('a card for %s holds to the limits of the platform and is never empty', (kind) => {
  for (const title of ['', '药谷'.repeat(60)]) {
    for (const more of [{}, { reason: '理由'.repeat(100) }, { offerUntil: STARTS - HOUR }]) {
      const { thing1, time2, thing5 } = card(kind, { title, ...more });
      for (const field of [thing1, thing5]) {
        expect([...(field?.value ?? '')].length).toBeGreaterThan(0);
        expect([...(field?.value ?? '')].length).toBeLessThanOrEqual(20);
        expect(field?.value).not.toMatch(/undefined|NaN|今天|明天|后天|昨天/);
      }
      expect(time2?.value).toMatch(/^\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}$/);
    }
  }
});

test('characters outside the basic plane are cut whole', () => {
  expect(thing('🎵'.repeat(25))).toBe(`${'🎵'.repeat(19)}…`);
});

test('a tap on the card opens the ticket', () => {
  expect(pageOf({ kind: 'moved', registrationId: 'r1' })).toBe('packages/activity/pages/ticket/index?id=r1');
});

test('a tap on a reminder opens the reading of today', () => {
  expect(pageOf({ kind: 'reading' })).toBe('pages/reading/index');
});
