import { joiningRules } from '../../../domain/wording/joining-rules';

const session = { id: 's1', name: '', startsAt: 0, endsAt: 1, places: { capacity: 1, left: 1 }, zones: [] };
const plain = {
  allocation: 'first-come',
  onePlacePer: 'activity',
  sessionList: [session],
  companions: 0,
  takesAttendance: true,
  phase: 'open',
} as const;
const of = (change: Partial<Parameters<typeof joiningRules>[0]>): string =>
  joiningRules({ ...plain, sessionList: [session], ...change }).join('\n');

test('what goes without saying is not said', () => {
  expect(of({})).toBe('到场要签到；来不了请早点取消，把名额让给同事');
  expect(of({ phase: 'preview' })).toBe('');
});

test('approval, sessions, companions and the cool-down are each said in a line', () => {
  expect(of({ allocation: 'approval' })).toContain('通过了才有名额');
  expect(of({ sessionList: [session, session] })).toContain('几场里选一场');
  expect(of({ sessionList: [session, session], onePlacePer: 'session' })).toContain('每一场都可以报');
  expect(of({ companions: 2 })).toContain('最多带 2 位同伴');
  expect(of({ coolDown: { absences: 2, days: 90 } })).toContain('最近 90 天里有 2 次报了名没来');
});

test('where nobody checks in, nothing is asked for', () => {
  expect(of({ takesAttendance: false })).toBe('不用签到，到时候直接来');
});
