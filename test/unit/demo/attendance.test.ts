import { demoYear } from '../../../scripts/demo/year-of-demo';
import { attendanceAgrees } from '../../support/auditor-attendance';
import { INSTANTS } from './instants';

describe.each(INSTANTS.slice(0, 2))('the demo year as of %s', (_name, now) => {
  const { activities } = demoYear(now);
  const books = {
    pools: activities.flatMap(({ pool }) => (pool ? [pool] : [])),
    registrations: activities.flatMap(({ registrations }) => registrations),
    participations: activities.flatMap(({ participations }) => participations),
    logs: [],
  };

  test('has a record and an arrival for everybody who was there, and for nobody else', () => {
    expect(books.participations.length).toBeGreaterThan(100);
    expect(attendanceAgrees(books)).toEqual([]);
  });
});
