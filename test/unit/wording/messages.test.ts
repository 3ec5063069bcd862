import { messageWords } from '../../../domain/wording/messages';
import { REDEMPTION_NEWS, type RedemptionNewsKind, type RegistrationNewsKind } from '../../../types/contract';
import { REGISTRATION_NEWS } from '../../support/told';

/** 12:00 of 20 November 2026 in Shanghai. */
const NOW = Date.UTC(2026, 10, 20, 4);
const HOUR = 3_600_000;
const told = (kind: RegistrationNewsKind, more: object = {}) => ({
  ...{ about: 'registration' as const, kind, title: '音乐节', startsAt: NOW + 55 * HOUR },
  ...more,
});
const ended = (kind: RedemptionNewsKind, more: object = {}) => ({
  ...{ about: 'redemption' as const, kind, title: '咖啡一杯', at: NOW, useUntil: NOW - HOUR },
  ...more,
});

test.each<[string, Parameters<typeof messageWords>[0], string, string | undefined]>([
  ['an offer', told('offered', { offerUntil: NOW + 24 * HOUR }), '有名额了，明天 12:00 前确认', undefined],
  ['an offer that is over', told('offered', { offerUntil: NOW }), '给你留过名额，今天 12:00 截止', undefined],
  ['a move', told('moved', { reason: '让出场地' }), '改时间了：后天 19:00', '原因：让出场地'],
  ['a cancelled activity', told('cancelled', { reason: '场馆停电' }), '活动取消了', '原因：场馆停电'],
  ['a word on an application', told('declined', { reason: '名额留给一线' }), '申请没有通过', '原因：名额留给一线'],
  ['an absence', told('absent'), '这次没有见到你', '如果来过，告诉工作人员补上'],
  [
    'a voucher taken back',
    ended('revoked', { refunded: 60, reason: '误发' }),
    '工会收回了这张券，60 积分已经退回',
    '原因：误发',
  ],
  ['one that was free', ended('revoked', { reason: '误发' }), '工会收回了这张券', '原因：误发'],
  ['a voucher that ran out', ended('ran-out', { refunded: 60 }), '券到期没用上，60 积分已经退回', undefined],
  ['one that gives nothing back', ended('ran-out'), '券到期没用上', undefined],
])('%s', (_what, message, title, note) => {
  expect(messageWords(message, NOW)).toEqual(note === undefined ? { title } : { title, note });
});

test.each([
  ...REGISTRATION_NEWS.map((kind) => [kind, (more: object) => told(kind, more)] as const),
  ...REDEMPTION_NEWS.map((kind) => [kind, (more: object) => ended(kind, more)] as const),
])('%s has words, without exclamation marks', (_kind, made) => {
  for (const more of [{}, { offerUntil: NOW + HOUR }, { reason: '理由' }, { refunded: 8 }]) {
    const { title, note = '' } = messageWords(made(more), NOW);
    expect(title.length).toBeGreaterThan(4);
    expect(title + note).not.toMatch(/[!！]|undefined|NaN/);
  }
});
