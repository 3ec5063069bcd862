import { messageWords } from '../../../domain/wording/messages';
import { MESSAGE_KINDS, type MessageKind } from '../../../types/vocabulary';

/** 12:00 of 20 November 2026 in Shanghai. */
const NOW = Date.UTC(2026, 10, 20, 4);
const HOUR = 3_600_000;
const told = (kind: MessageKind, more: object = {}) => ({ kind, title: '音乐节', startsAt: NOW + 55 * HOUR, ...more });

test.each<[string, ReturnType<typeof told>, string, string | undefined]>([
  ['an offer', told('offered', { offerUntil: NOW + 24 * HOUR }), '有名额了，明天 12:00 前确认', undefined],
  ['an offer that is over', told('offered', { offerUntil: NOW }), '给你留过名额，今天 12:00 截止', undefined],
  ['a move', told('moved', { reason: '让出场地' }), '改时间了：后天 19:00', '原因：让出场地'],
  ['a cancelled activity', told('cancelled', { reason: '场馆停电' }), '活动取消了', '原因：场馆停电'],
  ['a word on an application', told('declined', { reason: '名额留给一线' }), '申请没有通过', '原因：名额留给一线'],
  ['an absence', told('absent'), '这次没有见到你', '如果来过，告诉工作人员补上'],
])('%s', (_what, message, title, note) => {
  expect(messageWords(message, NOW)).toEqual(note === undefined ? { title } : { title, note });
});

test.each(MESSAGE_KINDS)('%s has words, without exclamation marks', (kind) => {
  for (const more of [{}, { offerUntil: NOW + HOUR }, { reason: '理由' }]) {
    const { title, note = '' } = messageWords(told(kind, more), NOW);
    expect(title.length).toBeGreaterThan(4);
    expect(title + note).not.toMatch(/[!！]|undefined|NaN/);
  }
});
