import {
  agreed,
  disputed,
  lapsed,
  type ResultContext,
  type ResultRecord,
  replaced,
  reported,
  ruled,
  takenBack,
  UNPLAYED,
} from '../../../domain/league/result';
import { after, COUNTING, FIXTURE_EVENTS, FIXTURE_STATES } from '../../../domain/league/result-states';
import type { Outcome, Side } from '../../../domain/league/score';
import { formatOf } from '../../support/groups';

const HOUR = 3_600_000;
const at = (now: number): ResultContext => ({ ...formatOf('esports-5v5', 3), knockout: true, now, answerMs: HOUR });
const wins = (a: number, b: number): Outcome => ({ kind: 'played', score: { kind: 'wins', wins: [a, b] } });

function changed(answer: { kind: string } | { kind: 'change'; result: ResultRecord }): ResultRecord {
  if (!('result' in answer)) throw new Error(JSON.stringify(answer));
  return answer.result;
}
const byHome = (now = 0) => changed(reported(UNPLAYED, { side: 0, outcome: wins(2, 1) }, at(now)));
const dispute = (by: Side, now = 5) => ({ by, at: now, words: '第三局掉线', photos: ['cloud://p'] });

test('every event either leads to a state or cannot happen, and nothing leads out of the table', () => {
  const reached = new Set(['unplayed']);
  for (const state of FIXTURE_STATES) {
    for (const event of FIXTURE_EVENTS) {
      const next = after(state, event);
      if (next) reached.add(next);
    }
  }
  expect([...reached].sort()).toEqual([...FIXTURE_STATES].sort());
  for (const state of COUNTING) {
    for (const event of ['report', 'agree', 'dispute', 'take-back'] as const)
      expect(after(state, event)).toBeUndefined();
  }
});

test('what one captain reports counts once the other says the same', () => {
  expect(byHome()).toEqual({ state: 'reported', outcome: wins(2, 1), reportedBy: 0, dueAt: HOUR });
  expect(changed(agreed(byHome(), 1)).state).toBe('confirmed');
  expect(agreed(byHome(), 0)).toMatchObject({ refusal: 'NOT_YOURS' });
  expect(agreed(changed(agreed(byHome(), 1)), 1)).toEqual({ kind: 'known' });
  expect(agreed(UNPLAYED, 1)).toMatchObject({ refusal: 'NOT_NOW', detail: { state: 'unplayed' } });
});

test('two reports at once: the same is confirmed, another is disputed, whichever comes first', () => {
  for (const first of [0, 1] as const) {
    const second = first === 0 ? 1 : 0;
    const report = (record: ResultRecord, side: Side, outcome: Outcome) =>
      changed(reported(record, { side, outcome }, at(1)));
    const same = report(report(UNPLAYED, first, wins(2, 1)), second, wins(2, 1));
    expect(same).toEqual({ state: 'confirmed', outcome: wins(2, 1), reportedBy: first });
    const other = report(report(UNPLAYED, first, wins(2, 1)), second, wins(1, 2));
    expect(other).toMatchObject({ state: 'disputed', dispute: { by: second, claims: wins(1, 2) } });
  }
});

test('whoever reported may say it anew or take it back until there is an answer', () => {
  const anew = changed(reported(byHome(), { side: 0, outcome: wins(2, 0) }, at(10)));
  expect(anew).toMatchObject({ outcome: wins(2, 0), dueAt: 10 + HOUR });
  expect(reported(byHome(), { side: 0, outcome: wins(2, 1) }, at(10))).toEqual({ kind: 'known' });
  expect(changed(takenBack(byHome(), 0, 10))).toEqual(UNPLAYED);
  expect(takenBack(byHome(), 1, 10)).toMatchObject({ refusal: 'NOT_YOURS' });
  expect(takenBack(changed(agreed(byHome(), 1)), 0, 10)).toMatchObject({ refusal: 'NOT_NOW' });
});

test('no answer until the limit confirms, whether or not a sweep has been there', () => {
  expect(lapsed(byHome(), HOUR - 1)).toEqual({ kind: 'known' });
  expect(changed(lapsed(byHome(), HOUR))).toEqual({ state: 'confirmed', outcome: wins(2, 1), reportedBy: 0 });
  const late = { kind: 'refuse', refusal: 'ALREADY_CONFIRMED', detail: { dueAt: HOUR } };
  expect(disputed(byHome(), dispute(1), at(HOUR))).toEqual(late);
  expect(reported(byHome(), { side: 1, outcome: wins(1, 2) }, at(HOUR))).toEqual(late);
  expect(takenBack(byHome(), 0, HOUR)).toEqual(late);
  expect(changed(agreed(byHome(), 1)).state).toBe('confirmed');
  expect(lapsed(changed(disputed(byHome(), dispute(1), at(5))), HOUR)).toEqual({ kind: 'known' });
});

test('a dispute goes to the referee with words and photos, and their word ends it', () => {
  const contested = changed(disputed(byHome(), dispute(1), at(5)));
  expect(contested).toEqual({ state: 'disputed', outcome: wins(2, 1), reportedBy: 0, dispute: dispute(1) });
  expect(disputed(byHome(), dispute(0), at(5))).toMatchObject({ refusal: 'NOT_YOURS' });
  expect(reported(contested, { side: 1, outcome: wins(1, 2) }, at(6))).toMatchObject({ refusal: 'NOT_NOW' });
  const ended = changed(ruled(contested, wins(1, 2), at(6)));
  expect(ended).toEqual({ state: 'confirmed', outcome: wins(1, 2), dispute: dispute(1) });
  expect(ruled(ended, wins(2, 1), at(7))).toMatchObject({ refusal: 'NOT_NOW' });
});

test('a match that somebody did not come to is a walkover', () => {
  expect(changed(ruled(UNPLAYED, { kind: 'walkover', side: 1 }, at(0))).state).toBe('walkover');
  expect(
    changed(ruled(byHome(), { kind: 'retired', side: 1, score: { kind: 'wins', wins: [1, 0] } }, at(0))).state,
  ).toBe('confirmed');
});

test('a score that cannot be is refused with its reason, whoever says it', () => {
  const refused = { kind: 'refuse', refusal: 'BAD_SCORE', detail: { issue: { code: 'impossible-wins' } } };
  expect(reported(UNPLAYED, { side: 0, outcome: wins(2, 2) }, at(0))).toMatchObject(refused);
  expect(ruled(UNPLAYED, wins(2, 2), at(0))).toMatchObject(refused);
  expect(disputed(byHome(), { ...dispute(1), claims: wins(2, 2) }, at(0))).toMatchObject(refused);
  expect(ruled(UNPLAYED, { kind: 'both-absent' }, at(0))).toMatchObject({ refusal: 'BAD_SCORE' });
});

test('only a result that counts is corrected or taken back', () => {
  const ended = changed(ruled(UNPLAYED, wins(2, 0), at(0)));
  expect(changed(replaced(ended, wins(2, 1)))).toEqual({ state: 'confirmed', outcome: wins(2, 1) });
  expect(changed(replaced(ended, { kind: 'walkover', side: 0 })).state).toBe('walkover');
  expect(changed(replaced(ended, undefined))).toEqual(UNPLAYED);
  expect(replaced(byHome(), wins(2, 0))).toMatchObject({ refusal: 'NOT_NOW', detail: { state: 'reported' } });
});
