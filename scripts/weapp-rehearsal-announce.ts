/** What the rehearsal's cloud answers about words to all: some were sent, and others may be. */
export function announceAnswer(op: string, now: number): unknown {
  const sent = {
    ...{ id: 'a1', at: now, by: '', text: '带上水杯', to: ['confirmed', 'waitlisted'], written: 9, done: true },
    session: { id: 's1', name: '晚场' },
  };
  if (op === 'announcements') return { ok: true, value: { items: [sent, { ...sent, id: 'a2', done: false }], now } };
  const count = { confirmed: 9, waitlisted: 2, applied: 1 };
  const sessions = ['s1', 's2'].map((id) => ({ id, name: `场次 ${id}`, startsAt: now, ...count }));
  const until = now + 86_400_000;
  return {
    ok: true,
    value: { title: '草坪音乐节', state: 'published', sessions, sentToday: 1, most: 3, until, now },
  };
}
