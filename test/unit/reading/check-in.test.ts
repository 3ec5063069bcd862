import fc from 'fast-check';
import { lacking } from '../../../domain/reading/challenge';
import { accept, DAY_CHECK_INS_MOST, edit, remove } from '../../../domain/reading/check-in';
import { shifted } from '../../../domain/time/days';
import { startOfDay } from '../../../domain/time/shanghai';
import { Diary, HOUR, TERMS, wall } from '../../support/reading-diary';
import { holds } from '../../support/seed';

const mark = (minutes: number, pages = 0, characters = 0) => ({ id: 'q', at: 0, minutes, pages, characters });

describe('which day a check-in counts for', () => {
  // Made, arrived (absent: at once), and what is said.
  test.each<[string, string | undefined, string, string]>([
    ['2026-11-20 20:00', undefined, 'accept 2026-11-20', 'at once'],
    ['2026-11-20 23:59:59', undefined, 'accept 2026-11-20', 'in the last second'],
    ['2026-11-21 00:00:00', undefined, 'accept 2026-11-21', 'at midnight: the new day'],
    ['2026-12-31 23:59:59', undefined, 'accept 2026-12-31', 'in the last second of the year, and of it'],
    ['2027-01-01 00:00', undefined, 'NOT_A_DAY_OF_IT', 'when it is over'],
    ['2026-10-31 23:59', undefined, 'NOT_A_DAY_OF_IT', 'before it begins'],
    ['2026-11-20 22:00', '2026-11-20 23:00', 'accept 2026-11-20', 'offline, an hour ago'],
    ['2026-11-20 22:00', '2026-11-21 08:00', 'accept 2026-11-20', 'offline, and the night between'],
    ['2026-11-20 22:00', '2026-11-23 00:00:00', 'accept 2026-11-20', '48 hours after its day, to the instant'],
    ['2026-11-20 22:00', '2026-11-23 00:00:00.001', 'CAME_TOO_LATE', 'a millisecond later'],
    [
      '2026-11-20 00:00',
      '2026-11-23 00:00:00',
      'accept 2026-11-20',
      'the hours are those after its day, not its making',
    ],
    ['2026-12-31 23:00', '2027-01-02 12:00', 'accept 2026-12-31', 'when the challenge is over already'],
    ['2026-11-21 03:00', '2026-11-20 22:00', 'accept 2026-11-20', 'by a clock that runs ahead: made when it arrives'],
  ])('made %s, arrived %s: %s, %s', (made, arrived, says) => {
    expect(new Diary().checkIn(wall(made), arrived === undefined ? undefined : wall(arrived))).toBe(says);
  });

  test('nothing counts before one has joined', () => {
    const diary = new Diary(TERMS, '2026-11-20');
    expect(diary.checkIn(wall('2026-11-19 22:00'), wall('2026-11-20 08:00'))).toBe('BEFORE_JOINING');
    expect(diary.checkIn(wall('2026-11-20 00:00'), wall('2026-11-20 08:00'))).toBe('accept 2026-11-20');
  });

  test('who joins before it begins starts with its first day', () => {
    expect(new Diary(TERMS, '2026-10-20').reader.joinedOn).toBe('2026-11-01');
  });
});

describe('late days', () => {
  const late = (diary: Diary, day: string) =>
    diary.checkIn(startOfDay(day) + 22 * HOUR, startOfDay(shifted(day, 1)) + 8 * HOUR);

  test('two days of a month, and the third is refused with what a person needs', () => {
    const diary = new Diary();
    expect(['2026-11-03', '2026-11-10', '2026-11-20'].map((day) => late(diary, day))).toEqual([
      'accept 2026-11-03',
      'accept 2026-11-10',
      'LATE_DAYS_USED',
    ]);
    const arriving = { ...mark(30), madeAt: wall('2026-11-20 22:00') };
    expect(accept(diary.reader, TERMS, arriving, wall('2026-11-21 08:00'))).toMatchObject({
      detail: { day: '2026-11-20', month: '2026-11', most: 2 },
    });
  });

  test('the month is that of the day which it counts for', () => {
    const diary = new Diary();
    for (const day of ['2026-11-03', '2026-11-10']) late(diary, day);
    expect(late(diary, '2026-11-30')).toBe('LATE_DAYS_USED');
    expect(late(diary, '2026-12-01')).toBe('accept 2026-12-01');
  });

  test('a second check-in of the same late day costs no other', () => {
    const diary = new Diary();
    for (const day of ['2026-11-03', '2026-11-03', '2026-11-10']) late(diary, day);
    expect(diary.said).toEqual(['accept 2026-11-03', 'accept 2026-11-03', 'accept 2026-11-10']);
  });

  test('removing what came late does not give the late day back', () => {
    const diary = new Diary();
    for (const day of ['2026-11-03', '2026-11-10']) late(diary, day);
    diary.removeDay('2026-11-10', '2026-11-11');
    expect(late(diary, '2026-11-20')).toBe('LATE_DAYS_USED');
  });

  test('what is sent when its day is not over is not late', () => {
    const diary = new Diary();
    diary.checkIn(wall('2026-11-20 08:00'), wall('2026-11-20 23:59:59'));
    expect(diary.reader.late).toEqual({});
  });
});

describe('sent again', () => {
  test('the same offline check-in sent three times is one', () => {
    const diary = new Diary();
    const made = wall('2026-11-20 22:00');
    const sent = ['2026-11-21 08:00', '2026-11-21 08:00', '2026-11-22 09:00'];
    expect(sent.map((at) => diary.send('same', made, wall(at)))).toEqual([
      'accept 2026-11-20',
      'known 2026-11-20',
      'known 2026-11-20',
    ]);
    expect(diary.reader.days['2026-11-20']).toHaveLength(1);
  });

  test('one that was removed stays away, also when others were removed since', () => {
    const diary = new Diary();
    const made = wall('2026-11-20 22:00');
    diary.send('gone', made, wall('2026-11-20 22:01'));
    diary.removeDay('2026-11-20');
    diary.readFrom('2026-11-22', 1).removeDay('2026-11-22');
    expect(diary.send('gone', made, wall('2026-11-22 23:00'))).toBe('known 2026-11-20');
    expect(diary.reader.days['2026-11-20']).toBeUndefined();
  });

  test('what could not be accepted again anyway is forgotten', () => {
    const diary = new Diary();
    diary.readFrom('2026-11-03', 1).removeDay('2026-11-03');
    diary.readFrom('2026-11-20', 1).removeDay('2026-11-20');
    expect(diary.reader.removed.map(({ day }) => day)).toEqual(['2026-11-20']);
  });
});

describe('the rule of the day', () => {
  test.each([
    ['20 minutes at once', { kind: 'minutes', least: 20 }, [mark(20)], 0],
    ['minutes of several check-ins add up', { kind: 'minutes', least: 20 }, [mark(12), mark(8)], 0],
    ['what is lacking is said', { kind: 'minutes', least: 20 }, [mark(12), mark(3)], 5],
    ['pages add up as well', { kind: 'pages', least: 10 }, [mark(0, 4), mark(0, 6)], 0],
    ['two half notes are no note', { kind: 'note', least: 50 }, [mark(0, 0, 30), mark(0, 0, 40)], 10],
    ['a long day of minutes is no substitute for a note', { kind: 'note', least: 50 }, [mark(300)], 50],
    ['where nothing is asked, being there is enough', { kind: 'note', least: 0 }, [mark(0)], 0],
    ['but somebody has to be there', { kind: 'note', least: 0 }, [], 1],
  ] as const)('%s', (_says, rule, marks, lacks) => {
    expect(lacking(rule, marks)).toBe(lacks);
  });

  test('a book that is not on the list is refused, and no book as well', () => {
    const listed = { ...TERMS, books: ['9787020002207'] };
    const { reader } = new Diary(listed);
    const now = wall('2026-11-20 20:00');
    const sent = (book?: string) => accept(reader, listed, { ...mark(30), ...(book !== undefined && { book }) }, now);
    expect(sent('9787020002207').kind).toBe('accept');
    expect(sent('9780306406157')).toMatchObject({ refusal: 'NOT_ON_LIST' });
    expect(sent()).toMatchObject({ refusal: 'NOT_ON_LIST' });
  });

  test('a day takes twelve check-ins', () => {
    const diary = new Diary();
    for (let at = 0; at <= DAY_CHECK_INS_MOST; at++) diary.checkIn(wall('2026-11-20 08:00') + at);
    expect(diary.said.slice(-2)).toEqual(['accept 2026-11-20', 'DAY_FULL']);
  });
});

describe('putting right and removing', () => {
  const written = () => {
    const diary = new Diary();
    diary.send('mine', wall('2026-11-20 20:00'));
    return diary.reader;
  };
  const more = { minutes: 10, pages: 0, characters: 0 };

  test('its author may while the day lasts, to its last instant', () => {
    const last = wall('2026-11-20 23:59:59.999');
    expect(edit(written(), 'mine', more, last)).toMatchObject({ reader: { days: { '2026-11-20': [more] } } });
    expect(remove(written(), 'mine', 'author', last)).toMatchObject({ reader: { days: {} } });
  });

  test('and not at midnight', () => {
    const midnight = wall('2026-11-21 00:00');
    expect(edit(written(), 'mine', more, midnight)).toMatchObject({ refusal: 'DAY_OVER' });
    expect(remove(written(), 'mine', 'author', midnight)).toMatchObject({ refusal: 'DAY_OVER' });
  });

  test('an organizer may remove later; twice is once; nobody changes what is not there', () => {
    const later = wall('2026-12-20 12:00');
    const gone = remove(written(), 'mine', 'organizer', later);
    if (gone.kind !== 'change') throw new Error(gone.kind);
    expect(remove(gone.reader, 'mine', 'organizer', later).kind).toBe('known');
    expect(edit(gone.reader, 'mine', more, later)).toMatchObject({ refusal: 'NOT_FOUND' });
    expect(remove(written(), 'other', 'author', later)).toMatchObject({ refusal: 'NOT_FOUND' });
  });
});

test('what was made offline on two days, in whatever order it arrives, makes the same document', () => {
  const made = fc.uniqueArray(fc.integer({ min: 0, max: 40 * 60 - 1 }), { minLength: 2, maxLength: 10 });
  holds(
    fc.property(made, fc.infiniteStream(fc.nat()), (minutes, stream) => {
      const order = minutes.map((minute) => ({ minute, at: stream.next().value ?? 0 }));
      const told = (each: { minute: number }[]) => {
        const diary = new Diary();
        const first = wall('2026-11-28 08:00');
        for (const { minute } of each) diary.send(`q${minute}`, first + minute * 60_000, wall('2026-11-30 01:00'));
        return JSON.stringify(diary.reader.days, Object.keys(diary.reader.days).sort().concat(['id', 'at', 'minutes']));
      };
      return told(order) === told([...order].sort((a, b) => a.at - b.at));
    }),
  );
});
