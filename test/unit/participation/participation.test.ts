import { participationId, participationsOf } from '../../../domain/participation/participation';
import { undoneLogsOf } from '../../../domain/participation/undone-log';
import { attendanceUndone, attended, missed } from '../../../domain/signup/transitions';
import { DAY, HOUR, NOON } from '../../support/plans';
import { recordIn, STATES } from '../../support/records';

const here = recordIn('attended');
const request = { id: 'q2', digest: 'd2' };
const undoing = { at: NOON + 9, by: 'staff1', reason: '扫错了人' };

function undone() {
  const next = attendanceUndone(here, undoing, request);
  if (!next) throw new Error('who attended can be undone');
  return next;
}

const common = {
  v: 1,
  memberId: 'm1',
  registrationId: 'r1',
  activityId: 'music',
  sessionId: 's2',
  zoneId: 'a',
  brand: 'warm',
  format: 'show',
  enterpriseId: 'e9',
  employment: 'new-form',
  seats: 2,
  startsAt: NOON + 2 * DAY - HOUR,
  expected: true,
  way: 'ticket',
  gate: 'north',
};

test('who is there has one record, with enterprise, brand, format and employment as they were at the gate', () => {
  expect(participationsOf(here)).toEqual([{ ...common, _id: 'r1.1', kind: 'took-part', at: NOON, by: 'volunteer1' }]);
});

test('undoing it is another record, which names the one that no longer counts', () => {
  expect(participationsOf(undone())).toEqual([
    { ...common, _id: 'r1.2', kind: 'undone', at: NOON + 9, by: 'staff1', undoes: 'r1.1', reason: '扫错了人' },
  ]);
});

test('coming in once more is the third', () => {
  const { undone: _written, ...settled } = undone();
  const attendance = here.attendance ?? never();
  const again = attended(settled, { ...attendance, at: NOON + 20, way: 'list' }, NOON + 20) ?? never();
  expect(participationsOf(again)).toMatchObject([{ _id: 'r1.3', kind: 'took-part', at: NOON + 20, way: 'list' }]);
  const back = attendanceUndone(again, undoing, { id: 'q9', digest: 'd9' }) ?? never();
  expect(participationsOf(back)).toMatchObject([{ _id: 'r1.4', undoes: 'r1.3' }]);
});

test('once it is written, nothing more follows from an undone check-in, whatever becomes of the registration', () => {
  const { undone: _written, ...settled } = undone();
  expect(participationsOf(settled)).toEqual([]);
  const absent = missed(settled, NOON, { title: '', sessionName: '', startsAt: NOON });
  expect(absent && participationsOf(absent)).toEqual([]);
});

test.each(STATES.filter((state) => state !== 'attended'))('who is %s took no part', (state) => {
  expect(participationsOf(recordIn(state))).toEqual([]);
});

test('without a zone or a gate the record has none', () => {
  const { zoneId: _zone, ...bare } = here;
  const { gate: _gate, ...attendance } = here.attendance ?? never();
  const [record] = participationsOf({ ...bare, attendance });
  expect(record).not.toHaveProperty('zoneId');
  expect(record).not.toHaveProperty('gate');
});

test('no two proofs have one name', () => {
  const names = ['r1', 'r11'].flatMap((id) => [1, 2, 11, 111].map((proof) => participationId(id, proof)));
  expect(new Set(names).size).toBe(8);
});

test('the log says who undid it and why, once for each command and registration', () => {
  expect(undoneLogsOf(undone())).toEqual([
    {
      _id: 'q2.r1',
      v: 1,
      activityId: 'music',
      key: `${NOON + 9}_q2.r1`,
      at: NOON + 9,
      by: 'staff1',
      what: 'undone',
      whom: 'm1',
      reason: '扫错了人',
    },
  ]);
  expect(undoneLogsOf(here)).toEqual([]);
});

function never(): never {
  throw new Error('it is there');
}

test('nobody is expected where attendance is not taken', () => {
  const { absentAt: _none, ...free } = here;
  expect(participationsOf(free)[0]).not.toHaveProperty('expected');
});
