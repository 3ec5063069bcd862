import { cardOf, pageOf, thing } from '../../../domain/message/card';
import { REDEMPTION_NEWS, type RedemptionNewsKind, type RegistrationNewsKind } from '../../../types/contract';
import { REGISTRATION_NEWS } from '../../support/told';

/** 19:00 of 28 November 2026 in Shanghai. */
const STARTS = Date.UTC(2026, 10, 28, 11);
const HOUR = 3_600_000;
const template = { id: 'T', title: 'thing1', time: 'time2', note: 'thing5' };

type More = { title?: string; reason?: string; offerUntil?: number; refunded?: number };
const card = (kind: RegistrationNewsKind, more: More = {}) =>
  cardOf({ about: 'registration', kind, title: '职工音乐节', startsAt: STARTS, ...more }, template);
/** Of a voucher that was good until seven in the evening, and of which the sweep came a minute later. */
const voucherCard = (kind: RedemptionNewsKind, more: More = {}) =>
  cardOf({ about: 'redemption', kind, title: '咖啡一杯', at: STARTS + 60_000, useUntil: STARTS, ...more }, template);

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

test('a voucher that ran out says when it did, and what came back', () => {
  expect(voucherCard('ran-out', { refunded: 60 })).toEqual({
    thing1: { value: '咖啡一杯' },
    time2: { value: '2026年11月28日 19:00' },
    thing5: { value: '券到期没用上，60 积分已经退回' },
  });
});

test('one that was taken back says when, and why', () => {
  expect(voucherCard('revoked', { refunded: 60, reason: '误发' })).toEqual({
    thing1: { value: '咖啡一杯' },
    time2: { value: '2026年11月28日 19:01' },
    thing5: { value: '工会收回了：误发' },
  });
});

test.each([
  ...REGISTRATION_NEWS.map((kind) => [kind, (more: More) => card(kind, more)] as const),
  ...REDEMPTION_NEWS.map((kind) => [kind, (more: More) => voucherCard(kind, more)] as const),
])('a card for %s holds to the limits of the platform and is never empty', (_kind, made) => {
  for (const title of ['', '药谷'.repeat(60)]) {
    for (const more of [{}, { reason: '理由'.repeat(100) }, { offerUntil: STARTS - HOUR }, { refunded: 100_000 }]) {
      const { thing1, time2, thing5 } = made({ title, ...more });
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

test('a tap on the card opens the ticket, the voucher, or the reading of today', () => {
  expect(pageOf({ about: 'registration', registrationId: 'r1' })).toBe('packages/activity/pages/ticket/index?id=r1');
  expect(pageOf({ about: 'redemption', redemptionId: 'red1' })).toBe('packages/benefit/pages/voucher/index?id=red1');
  expect(pageOf({ about: 'reading' })).toBe('pages/reading/index');
});

test('a reminder of reading says of which challenge, and when it was asked for', () => {
  const reminder = { about: 'reading', kind: 'reading', title: '冬日共读', startsAt: STARTS } as const;
  expect(cardOf(reminder, template)).toEqual({
    thing1: { value: '冬日共读' },
    time2: { value: '2026年11月28日 19:00' },
    thing5: { value: '还没打卡，读几页再休息' },
  });
});
