import {
  columnsOf,
  type ListedRegistration,
  listedState,
  type Named,
  registrationRow,
} from '../../../domain/export/rows';
import type { RegistrationState } from '../../../types/vocabulary';
import { HOUR, NOON } from '../../support/plans';

const record: ListedRegistration = {
  ...{ _id: 'r1', memberId: 'mann', enterpriseId: 'e1', sessionId: 's1', state: 'confirmed', seats: 3 },
  ...{ answers: { size: 4, note: '联系 13812341234' }, signedUpAt: NOON, endsAt: NOON + HOUR, cameKey: 'k' },
};
const named: Named = {
  person: () => ({ name: '张三', phone: '138****1234' }),
  enterprise: () => '药谷第一制药',
  activity: () => '音乐节',
  session: () => '晚场',
  zone: () => '',
};
const questions = [
  { id: 'size', label: '尺码' },
  { id: 'note', label: '备注' },
  { id: 'constructor', label: '没人答过' },
];

test('only who waits, has a place or was there stands on a list', () => {
  const states: RegistrationState[] = [
    ...(['applied', 'confirmed', 'waitlisted', 'offered', 'declined'] as const),
    ...(['expired', 'cancelled', 'attended', 'absent'] as const),
  ];
  const listed = states.filter((state) => listedState({ ...record, state }, NOON) !== undefined);
  expect(listed).toEqual(['applied', 'confirmed', 'waitlisted', 'offered', 'attended']);
  expect(listedState({ ...record, void: true }, NOON)).toBeUndefined();
});

test('where attendance is taken, whoever was not seen is off the list from the end of the session on', () => {
  const watched = { ...record, absentAt: NOON + 5 * HOUR };
  expect(listedState(watched, NOON + HOUR - 1)).toBe('confirmed');
  expect(listedState(watched, NOON + HOUR)).toBeUndefined();
  expect(listedState({ ...watched, state: 'attended' }, NOON + HOUR)).toBe('attended');
  expect(listedState(record, NOON + HOUR)).toBe('confirmed');
});

test('a row has a cell for each column; phones in answers are masked unless they are asked for', () => {
  const of = { kind: 'registrations', activityId: 'music' } as const;
  const row = registrationRow(record, { phones: 'masked', questions }, named, NOON);
  expect(row).toHaveLength(columnsOf({ of, questions }).length);
  expect(row?.slice(-3)).toEqual([
    { kind: 'integer', value: 4 },
    { kind: 'text', text: '联系 138****1234' },
    undefined,
  ]);
  const full = registrationRow(record, { phones: 'full', questions }, named, NOON);
  expect(full?.at(-2)).toEqual({ kind: 'text', text: '联系 13812341234' });
});
