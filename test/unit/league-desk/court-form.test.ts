import { instantAt } from '../../../domain/time/shanghai';
import {
  type CourtsForm,
  courtsForm,
  courtsFrom,
  type OpeningForm,
  openingsWords,
  openMinutes,
  renamed,
  resized,
  withNextDay,
} from '../../../src/features/league-desk/court-form';

const evening = (id: string, day: string): OpeningForm => ({ id, day, from: '18:30', until: '21:30' });
const at = (wall: string): number => {
  const instant = instantAt(wall);
  if (instant === undefined) throw new Error(`no such time: ${wall}`);
  return instant;
};
const FIVE: CourtsForm = {
  courts: resized([], 5, '号台'),
  openings: [evening('o1', '2031-05-08'), evening('o2', '2031-05-09')],
};

describe('courts that are alike are typed once', () => {
  test('five tables for two evenings are five courts with two openings each', () => {
    const courts = courtsFrom(FIVE);
    expect(courts.map(({ id, name }) => [id, name])).toEqual([
      ['c1', '1 号台'],
      ['c2', '2 号台'],
      ['c3', '3 号台'],
      ['c4', '4 号台'],
      ['c5', '5 号台'],
    ]);
    for (const { openings } of courts) {
      expect(openings).toEqual([
        { startsAt: at('2031-05-08T18:30'), endsAt: at('2031-05-08T21:30') },
        { startsAt: at('2031-05-09T18:30'), endsAt: at('2031-05-09T21:30') },
      ]);
    }
  });

  test('they come back as they were typed', () => {
    expect(courtsForm(courtsFrom(FIVE))).toEqual(FIVE);
  });

  test('one that is open at other times keeps its own, whichever it is', () => {
    const own = [evening('o1', '2031-05-10')];
    for (const odd of [0, 3]) {
      const form = { ...FIVE, courts: FIVE.courts.map((court, index) => (index === odd ? { ...court, own } : court)) };
      expect(courtsForm(courtsFrom(form))).toEqual(form);
    }
  });

  test('openings are sent by time, however they were typed', () => {
    const [court] = courtsFrom({ courts: resized([], 1, '号台'), openings: [...FIVE.openings].reverse() });
    expect(court?.openings.map(({ startsAt }) => startsAt)).toEqual([at('2031-05-08T18:30'), at('2031-05-09T18:30')]);
  });

  test('no courts are no courts', () => {
    expect(courtsForm([])).toEqual({ courts: [], openings: [] });
  });
});

describe('a number of courts', () => {
  test('fewer takes the last ones away, more leaves the first as they are', () => {
    const named = resized([], 3, '号台').map((court, index) => (index === 0 ? { ...court, name: '主台' } : court));
    expect(resized(named, 2, '号台').map(({ name }) => name)).toEqual(['主台', '2 号台']);
    expect(resized(resized(named, 2, '号台'), 4, '号台').map(({ id, name }) => [id, name])).toEqual([
      ['c1', '主台'],
      ['c2', '2 号台'],
      ['c3', '3 号台'],
      ['c4', '4 号台'],
    ]);
  });

  test('an id is never given twice', () => {
    const second = resized([], 2, '号台').slice(1);
    expect(resized(second, 3, '号台').map(({ id }) => id)).toEqual(['c2', 'c1', 'c3']);
  });

  test('names that nobody typed follow the discipline, typed ones stay', () => {
    const courts = resized([], 2, '号台').map((court, index) => (index === 1 ? { ...court, name: '决赛台' } : court));
    expect(renamed(courts, '号台', '号场').map(({ name }) => name)).toEqual(['1 号场', '决赛台']);
  });
});

describe('openings', () => {
  test('one more is the day after, at the same hours, over the end of a month', () => {
    expect(withNextDay([evening('o1', '2031-05-31')])).toEqual([
      evening('o1', '2031-05-31'),
      evening('o2', '2031-06-01'),
    ]);
  });

  test('with no day yet there is none to follow', () => {
    expect(withNextDay([{ id: 'o1', day: '', from: '18:30', until: '21:30' }])[1]?.day).toBe('');
    expect(withNextDay([])).toEqual([{ id: 'o1', day: '', from: '', until: '' }]);
  });

  test('what is half typed, or closes before it opens, is left out', () => {
    const half = { id: 'o1', day: '2031-05-08', from: '18:30', until: '' };
    const turned = { id: 'o2', day: '2031-05-08', from: '21:30', until: '18:30' };
    expect(courtsFrom({ courts: resized([], 1, '号台'), openings: [half, turned] })[0]?.openings).toEqual([]);
  });

  test('all courts together are open for the sum', () => {
    expect(openMinutes(FIVE)).toBe(5 * 2 * 180);
  });

  test('in words: evenings, mornings, days; hours only where they are alike', () => {
    expect(openingsWords(FIVE.openings)).toBe('两个晚上 18:30–21:30');
    expect(openingsWords([{ id: 'o1', day: '2031-05-10', from: '09:00', until: '12:00' }])).toBe(
      '一个上午 09:00–12:00',
    );
    expect(openingsWords([{ id: 'o1', day: '2031-05-10', from: '13:00', until: '18:00' }])).toBe(
      '一个下午 13:00–18:00',
    );
    expect(openingsWords([{ id: 'o1', day: '2031-05-10', from: '09:00', until: '17:00' }])).toBe('一天 09:00–17:00');
    const other = { ...evening('o2', '2031-05-09'), from: '19:00' };
    expect(openingsWords([evening('o1', '2031-05-08'), other])).toBe('两天');
    const sameDay = { id: 'o2', day: '2031-05-08', from: '09:00', until: '12:00' };
    expect(openingsWords([evening('o1', '2031-05-08'), sameDay])).toBe('一天');
    expect(openingsWords([{ id: 'o1', day: '', from: '', until: '' }])).toBe('');
  });
});
