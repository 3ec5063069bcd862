import { awardsOf, withAwards, writtenOut } from '../../domain/reading/awards';
import type { ChallengeTerms } from '../../domain/reading/challenge';
import { type Acceptance, type Amended, accept, edit, remove } from '../../domain/reading/check-in';
import { fillByCard } from '../../domain/reading/make-up-card';
import { openReader, type ReaderRecord } from '../../domain/reading/reader';
import { standingOf } from '../../domain/reading/standing';
import { AwardBook } from '../support/award-book';
import { ReadingModel, type Told, wallDay, wallDays } from '../support/reading-model';
import { oneOf, type Random, upTo } from '../support/seed';
import { countCommands, type Simulation } from '../support/simulation';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];
const LEAST = 20;
const BONUSES = [3, 7, 21];
/** Before a year's end, a leap day, a February without one, a month's end, and somewhere. */
const FIRST_DAYS = ['2026-12-24', '2027-12-30', '2028-02-20', '2027-02-21', '2026-11-18', '2026-06-01'];
/** How much later what was made offline arrives; the ends of 48 hours are tried for themselves. */
const DELAYS = [1, 20 * MINUTE, 5 * HOUR, 20 * HOUR, DAY, 44 * HOUR, 2 * DAY, 62 * HOUR, 4 * DAY];

interface Sent {
  id: string;
  minutes: number;
  madeAt: number;
  arrivesAt: number;
}

function said(acceptance: Acceptance): string {
  if (acceptance.kind === 'accept') return `accepted ${acceptance.day}`;
  if (acceptance.kind === 'known') return `${acceptance.removed ? 'gone' : 'known'} ${acceptance.day}`;
  const words = {
    NOT_A_DAY_OF_IT: 'outside',
    BEFORE_JOINING: 'before joining',
    NOT_ON_LIST: 'not on list',
    CAME_TOO_LATE: 'too late',
    LATE_DAYS_USED: 'late days used',
    DAY_FULL: 'full',
  };
  return words[acceptance.refusal];
}

function amendment(amended: Amended): string {
  if (amended.kind === 'refuse') return amended.refusal === 'NOT_FOUND' ? 'none' : 'over';
  return amended.kind === 'known' ? 'known' : 'done';
}

function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** One reader's history, told twice: to the reader's document, and to the model with its lines and letters. */
class History {
  readonly #random: Random;
  /** Reads every day, and long enough to hold two cards. */
  readonly #diligent: boolean;
  readonly #terms: ChallengeTerms;
  readonly #model: ReadingModel;
  readonly #book = new AwardBook();
  readonly #ids: string[] = [];
  readonly #under: Sent[] = [];
  #reader: ReaderRecord;
  #now: number;
  #removals = false;
  commands = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#diligent = random() < 0.2;
    const days = wallDays(oneOf(FIRST_DAYS, random), (this.#diligent ? 26 : 8) + upTo(14, random));
    const [startsOn = '', endsOn = ''] = [days[0], days.at(-1)];
    this.#terms = { id: 'c1', startsOn, endsOn, rule: { kind: 'minutes', least: LEAST } };
    this.#now = new Date(`${startsOn}T09:00:00+08:00`).getTime() + upTo(3, random) * oneOf([-DAY, 0, DAY], random);
    this.#reader = openReader(
      this.#terms,
      { memberId: 'm1', enterpriseId: 'e1', enterpriseName: '一厂' },
      wallDay(this.#now),
    );
    this.#model = new ReadingModel(days, LEAST, this.#reader.joinedOn);
  }

  get over(): boolean {
    return wallDay(this.#now - 4 * DAY) > this.#terms.endsOn;
  }

  #agree(what: string, expected: string, got: string): void {
    this.commands += 1;
    if (expected !== got) throw new Error(`${what} at ${wallDay(this.#now)}: the model says ${expected}, not ${got}`);
  }

  #arrive({ id, minutes, madeAt }: Sent, offline: boolean): void {
    const arriving = { id, minutes, pages: 0, characters: 0, ...(offline && { madeAt }) };
    const got = accept(this.#reader, this.#terms, arriving, this.#now);
    if (got.kind === 'accept') this.#reader = got.reader;
    this.#agree(`check-in ${id}`, this.#model.arrive(id, minutes, madeAt, this.#now), said(got));
  }

  #id(): string {
    const id = `q${this.#ids.length}`;
    this.#ids.push(id);
    return id;
  }

  /** At once, or from a phone without network: then later, in whatever order, and up to three times. */
  read(): void {
    if (this.#random() > (this.#diligent ? 0.99 : 0.85)) return;
    const minutes = oneOf(this.#diligent ? [30] : [30, 30, 30, 20, 19, 10, 0], this.#random);
    const sent = { id: this.#id(), minutes, madeAt: this.#now, arrivesAt: this.#now };
    if (this.#random() < 0.7) this.#arrive(sent, false);
    else this.#sendLater(sent);
  }

  #sendLater(sent: Sent): void {
    // A clock may be off.
    const madeAt = this.#now + oneOf([0, 0, 0, 3 * HOUR, -HOUR, -DAY], this.#random);
    const lastMoment = new Date(`${wallDay(madeAt)}T24:00:00+08:00`).getTime() + 2 * DAY;
    for (let times = 1 + upTo(2, this.#random); times > 0; times--) {
      const later = this.#now + oneOf(DELAYS, this.#random);
      const arrivesAt = oneOf([later, later, later, lastMoment - 1, lastMoment, lastMoment + 1], this.#random);
      this.#under.push({ ...sent, madeAt, arrivesAt });
    }
  }

  edit(): void {
    if (this.#ids.length === 0) return;
    const [id, minutes] = [oneOf(this.#ids.slice(-3), this.#random), oneOf([0, 10, 25], this.#random)];
    const got = edit(this.#reader, id, { minutes, pages: 0, characters: 0 }, this.#now);
    if (got.kind === 'change') this.#reader = got.reader;
    // Less may be taken back than a card was used on, as with a removal.
    this.#removals = true;
    this.#agree(`edit ${id}`, this.#model.edit(id, minutes, this.#now), amendment(got));
  }

  remove(): void {
    if (this.#ids.length === 0) return;
    const id = oneOf(this.#ids.slice(-6), this.#random);
    const by = oneOf(['author', 'author', 'organizer'] as const, this.#random);
    const got = remove(this.#reader, id, by, this.#now);
    if (got.kind === 'change') this.#reader = got.reader;
    this.#removals = true;
    this.#agree(`remove ${id}`, this.#model.remove(id, by === 'organizer', this.#now), amendment(got));
  }

  fillByCard(): void {
    if (this.#random() > (this.#diligent ? 0.1 : 0.35)) return;
    const day = wallDay(this.#now - oneOf([0, 1, 1, 1, 2, 3, 4], this.#random) * DAY);
    const today = wallDay(this.#now);
    const got = fillByCard(this.#reader, this.#terms, day, today);
    if (got.kind === 'change') this.#reader = got.reader;
    const words = { NOT_FILLABLE: 'not fillable', NO_CARD: 'no card' };
    const saying = got.kind === 'change' ? 'filled' : words[got.refusal];
    this.#agree(`card for ${day}`, this.#model.fill(day, today), saying);
  }

  /** Some hours on, or to the last and the first moment of a day; what is under way arrives in its time. */
  passTime(hours: number): void {
    const midnight = new Date(`${wallDay(this.#now)}T24:00:00+08:00`).getTime();
    const then = oneOf([this.#now + hours * HOUR, this.#now + hours * HOUR, midnight - 1, midnight], this.#random);
    const until = Math.max(then, this.#now + 1);
    for (;;) {
      const [next] = this.#under
        .filter(({ arrivesAt }) => arrivesAt <= until)
        .sort((a, b) => a.arrivesAt - b.arrivesAt);
      if (!next) break;
      this.#under.splice(this.#under.indexOf(next), 1);
      this.#now = next.arrivesAt;
      this.#arrive(next, true);
    }
    if (wallDay(this.#now) !== wallDay(until)) this.compare();
    this.#now = until;
  }

  #tells(reader: ReaderRecord): Told {
    const { current, longest, days, cards, badges, real } = standingOf(reader, this.#terms, wallDay(this.#now));
    return {
      current,
      longest,
      days,
      cards: cards.held - cards.owed,
      badges: badges.map(({ badge, on }) => `${badge} ${on}`).join(),
      rows: [...real].join(';'),
    };
  }

  compare(): void {
    const expected = this.#model.tell(wallDay(this.#now));
    this.#agree('standing', JSON.stringify(expected), JSON.stringify(this.#tells(this.#reader)));
    this.#comparePoints(expected.rows);
    if (expected.cards < 0 && !this.#removals) throw new Error('cards are owed, and nothing was taken away');
  }

  /** What the ledger has been told, after all that was taken back: each counting day, and the bonuses that it reached. */
  #comparePoints(rows: string): void {
    const due = awardsOf(standingOf(this.#reader, this.#terms, wallDay(this.#now)), () => BONUSES);
    const told = withAwards(this.#reader, due, this.#now);
    this.#book.take(told);
    this.#reader = writtenOut(told, told.pending.length);
    const expected = rows.split(';').flatMap((each) => {
      const [day = '', row] = each.split(',');
      const bonus = BONUSES.includes(Number(row)) ? [`${day} for ${row}`] : [];
      return day === '' ? [] : [day, ...bonus];
    });
    this.#agree('points', expected.sort().join(), this.#book.says.join());
  }

  /** The same check-ins and cards, written down in another order. */
  compareReordered(): void {
    const { days, fills } = this.#reader;
    const mixed = Object.entries(days).map(([day, marks]) => [day, shuffled(marks, this.#random)] as const);
    const other = {
      ...this.#reader,
      days: Object.fromEntries(shuffled(mixed, this.#random)),
      fills: Object.fromEntries(shuffled(Object.entries(fills), this.#random)),
    };
    this.#agree('reordered', JSON.stringify(this.#tells(this.#reader)), JSON.stringify(this.#tells(other)));
  }
}

/** One reader from joining to four days after the end; gives the number of commands. */
function round(random: Random): number {
  const history = new History(random);
  // Half of the readers never take anything back, and then no card is ever owed.
  const changesMind = random() < 0.5;
  while (!history.over) {
    history.read();
    history.fillByCard();
    if (changesMind && random() < 0.15) history.edit();
    if (changesMind && random() < 0.1) history.remove();
    history.passTime(oneOf([1, 9, 15, 24, 24], random));
  }
  history.compare();
  history.compareReordered();
  return history.commands;
}

/** Check-ins at once and late, in any order and often, cards, edits and removals, over midnights and years' ends. */
export const simulation: Simulation = {
  says: 'streaks, cards, late arrivals, removals and points against a row of letters',
  full: 1_000_000,
  async run(rounds, seed) {
    const commands = countCommands(rounds, seed, round);
    return `${rounds} readers, ${commands} commands, every streak, card, badge and bonus the same`;
  },
};
