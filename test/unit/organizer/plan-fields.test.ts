import { stillWrong, tooSmallField } from '../../../src/features/organizer/plan-editor';
import { fieldName, fieldNames, fieldOf, issueFaults } from '../../../src/features/organizer/plan-fields';
import { formFrom } from '../../../src/features/organizer/plan-form';
import { planOf } from '../../screen/organizer-samples';

const form = formFrom(planOf());

test.each([
  ['title', 'title'],
  ['plan.title', 'title'],
  ['description.2', 'description'],
  ['venue', 'venue.name'],
  ['venue.latitude', 'venue.point'],
  ['quota', 'quota.each'],
  ['quota.own.e9', 'quota.each'],
  ['coolDown.days', 'coolDown.days'],
  ['eligibility.enterprises.3', 'eligibility.enterprises'],
  ['sessions', 'sessions'],
  ['sessions.0.capacity', 'sessions.s1.capacity'],
  ['sessions[1].endsAt', 'sessions.s2.endsAt'],
  ['sessions.s2', 'sessions.s2.name'],
  ['sessions.s1.zones.1.capacity', 'sessions.s1.zones.b.capacity'],
  ['sessions.s1.zones', 'sessions.s1.zones'],
  ['sessions.s9.capacity', 'sessions'],
  ['questions.0.options.1', 'questions.bus.options'],
  ['questions.age.max', 'questions.age.range'],
  ['nowhere.at.all', undefined],
])('%s stands in %s', (path, field) => expect(fieldOf(form, path)).toBe(field));

test('fields are called by what the organizer called them', () => {
  expect(fieldName(form, 'sessions.s1.zones.a.capacity')).toBe('周六晚场 · 草坪区的名额');
  expect(fieldName(form, 'sessions.s2.endsAt')).toBe('周日下午场的结束');
  expect(fieldName(form, 'questions.age.range')).toBe('问题 2');
  expect(fieldNames(form, ['questions.bus.label', 'questions.bus.options', 'title'])).toBe('问题 1、名称');
});

test('what stands in no field is left over', () => {
  const { faults, rest } = issueFaults(form, [
    { path: 'tagline', message: 'too long' },
    { path: 'elsewhere', message: 'no' },
  ]);
  expect(Object.keys(faults)).toEqual(['tagline']);
  expect(rest.map(({ path }) => path)).toEqual(['elsewhere']);
});

test('places that are too few are shown where they are typed', () => {
  const over = { wanted: 1, used: 2 };
  expect(tooSmallField(form, { what: 'session', id: 's2', ...over })).toBe('sessions.s2.capacity');
  expect(tooSmallField(form, { what: 'zone', id: 's1_b', ...over })).toBe('sessions.s1.zones.b.capacity');
  expect(tooSmallField(form, { what: 'zone', id: 'b', ...over })).toBe('sessions.s1.zones.b.capacity');
  expect(tooSmallField(form, { what: 'enterprise', id: 'e1', ...over })).toBe('quota.each');
});

test("the server's faults go when their part is changed, and only theirs", () => {
  const faults = { title: 'x', 'sessions.s2.capacity': 'x', 'sessions.s1.zones.a.capacity': 'x' };
  const sessions = form.sessions.map((session) => (session.id === 's2' ? { ...session, capacity: '90' } : session));
  expect(Object.keys(stillWrong(faults, form, { ...form, sessions }))).toEqual([
    'title',
    'sessions.s1.zones.a.capacity',
  ]);
});
