import { formFrom, newSession, type PlanForm } from '../../../src/features/organizer/plan-form';
import { mergeForms } from '../../../src/shell/typed-form/form-merge';
import { planOf } from '../../screen/organizer-samples';

const base = formFrom(planOf());
const capacityOf = (form: PlanForm, id: string): string | undefined =>
  form.sessions.find((session) => session.id === id)?.capacity;
const withCapacity = (form: PlanForm, id: string, capacity: string): PlanForm => ({
  ...form,
  sessions: form.sessions.map((session) => (session.id === id ? { ...session, capacity } : session)),
});

test('what only they changed is theirs, what only I changed is mine', () => {
  const merged = mergeForms(base, { ...base, title: '我的名字' }, { ...base, companions: '3' });
  expect(merged.form).toEqual({ ...base, title: '我的名字', companions: '3' });
  expect(merged.theirs).toEqual(['companions']);
  expect(merged.both).toEqual([]);
});

test('where both changed the same, mine stands and that is told', () => {
  const merged = mergeForms(base, { ...base, title: '我的' }, { ...base, title: '他们的' });
  expect(merged.form.title).toBe('我的');
  expect(merged.both).toEqual(['title']);
});

test('where both changed it to the same, there is nothing to tell', () => {
  const same = { ...base, title: '一样' };
  expect(mergeForms(base, same, same)).toEqual({ form: same, theirs: [], both: [] });
});

test('one session of mine and another of theirs go together', () => {
  const merged = mergeForms(base, withCapacity(base, 's1', '400'), withCapacity(base, 's2', '90'));
  expect(capacityOf(merged.form, 's1')).toBe('400');
  expect(capacityOf(merged.form, 's2')).toBe('90');
  expect(merged.theirs).toEqual(['sessions.s2.capacity']);
});

test('a zone is merged within its session', () => {
  const changed = (form: PlanForm, zone: string, name: string): PlanForm => ({
    ...form,
    sessions: form.sessions.map((session) => ({
      ...session,
      zones: session.zones.map((each) => (each.id === zone ? { ...each, name } : each)),
    })),
  });
  const merged = mergeForms(base, changed(base, 'a', '大草坪'), changed(base, 'b', '西看台'));
  expect(merged.form.sessions[0]?.zones.map(({ name }) => name)).toEqual(['大草坪', '西看台']);
});

describe('sessions that come and go', () => {
  const without = (form: PlanForm, id: string): PlanForm => ({
    ...form,
    sessions: form.sessions.filter((session) => session.id !== id),
  });
  const added = (form: PlanForm, id: string, name: string): PlanForm => ({
    ...form,
    sessions: [...form.sessions, { ...newSession(id), name }],
  });
  const ids = ({ sessions }: PlanForm): string[] => sessions.map(({ id }) => id);

  test('one that they took out is gone, unless I changed it', () => {
    const gone = mergeForms(base, { ...base, title: '我的' }, without(base, 's2'));
    expect(ids(gone.form)).toEqual(['s1']);
    expect(gone.theirs).toEqual(['sessions.s2']);
    const kept = mergeForms(base, withCapacity(base, 's2', '90'), without(base, 's2'));
    expect(ids(kept.form)).toEqual(['s1', 's2']);
    expect(kept.both).toEqual(['sessions.s2']);
  });

  test('one that I took out stays out', () => {
    expect(ids(mergeForms(base, without(base, 's2'), withCapacity(base, 's1', '400')).form)).toEqual(['s1']);
  });

  test('one that they added comes behind mine', () => {
    expect(ids(mergeForms(base, { ...base, title: '我的' }, added(base, 's3', '加场')).form)).toEqual([
      's1',
      's2',
      's3',
    ]);
  });

  test('two that were added under one id stay two', () => {
    const merged = mergeForms(base, added(base, 's3', '我的加场'), added(base, 's3', '他们的加场')).form;
    expect(merged.sessions.map(({ id, name }) => `${id} ${name}`).slice(2)).toEqual(['s3 他们的加场', 's32 我的加场']);
  });
});

test('questions added on one side, enterprises on the other', () => {
  const merged = mergeForms(
    { ...base, questions: [] },
    { ...base, questions: [], enterprises: ['e1'] },
    { ...base, companions: '0' },
  );
  expect(merged.form.questions).toEqual(base.questions);
  expect(merged.form.enterprises).toEqual(['e1']);
});
