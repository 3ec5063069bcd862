import {
  type Asked,
  ended,
  expired,
  exportView,
  finished,
  furthered,
  HOLD_MS,
  KEPT_MS,
  newExport,
  ROWS_MOST,
  TRIES_MOST,
  taken,
  tidied,
} from '../../../domain/export/export';
import { isUnderWay, stateAt } from '../../../domain/export/state';
import { NOON } from '../../support/plans';

const asked: Asked = {
  ...{ by: 'mann', role: 'organizer', request: { id: 'R', digest: 'd' }, title: '音乐节', phones: 'masked', about: 40 },
  ...{ of: { kind: 'registrations', activityId: 'music' }, questions: [] },
};
const fresh = newExport('e1', asked, NOON);
const part = (rows: number) => ({ file: 'f', rows });

test('whoever takes one holds it for longer than a run can live', () => {
  const held = taken(fresh, NOON);
  expect(held).toMatchObject({ state: 'running', tries: 1, dueAt: NOON + HOLD_MS });
  expect(HOLD_MS).toBeGreaterThan(60_000);
});

test('one that was taken again and again without getting further has failed, and lets the next be asked for', () => {
  let record = fresh;
  for (let run = 0; run < TRIES_MOST; run++) record = taken(record, NOON);
  expect(record.state).toBe('running');
  expect(taken(record, NOON)).toMatchObject({ state: 'failed', why: 'broken', openKey: 'e1' });
});

test('a part more forgets the tries, and rows go beyond what they were thought to be', () => {
  const once = furthered(taken(fresh, NOON), part(30), { key: 'k' }, NOON);
  expect(once).toMatchObject({ rows: 30, about: 40, tries: 0, after: { key: 'k' }, parts: [part(30)] });
  expect(once).not.toHaveProperty('allRows');
  const all = furthered(once, part(30), undefined, NOON);
  expect(all).toMatchObject({ rows: 60, about: 60, allRows: true });
  expect(all).not.toHaveProperty('after');
});

test('more rows than go into a file end it', () => {
  const most = furthered(fresh, part(ROWS_MOST), { key: 'k' }, NOON);
  expect(isUnderWay(most)).toBe(true);
  expect(furthered(most, part(1), undefined, NOON)).toMatchObject({ state: 'failed', why: 'too-many' });
});

test('parts go at once when the file is whole, the file a day later', () => {
  const whole = finished(furthered(fresh, part(3), undefined, NOON), { id: 'x', bytes: 9 }, NOON);
  expect(whole).toMatchObject({ state: 'ready', openKey: 'e1', dueAt: NOON, expiresAt: NOON + KEPT_MS });
  expect(tidied(whole)).toMatchObject({ parts: [], dueAt: NOON + KEPT_MS });
  expect(stateAt(whole, NOON + KEPT_MS - 1)).toBe('ready');
  expect(stateAt(whole, NOON + KEPT_MS)).toBe('expired');
  const gone = expired(whole);
  expect(gone).not.toHaveProperty('file');
  expect(gone).not.toHaveProperty('dueAt');
});

test('what was cancelled is cleared away when nobody can still be writing it, and then never looked at again', () => {
  const cancelled = ended(taken(fresh, NOON), 'cancelled', NOON);
  expect(cancelled).toMatchObject({ openKey: 'e1', dueAt: NOON + HOLD_MS });
  expect(tidied(cancelled)).not.toHaveProperty('dueAt');
});

test('what is told of an export holds no file and no path', () => {
  const whole = finished(furthered(fresh, part(3), undefined, NOON), { id: 'cloud://x/exports/e1', bytes: 9 }, NOON);
  expect(JSON.stringify(exportView(whole, NOON))).not.toMatch(/cloud:|exports\/|mann/);
});
