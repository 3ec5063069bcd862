import { type BoardShard, moved, moveOf, newBoardShard, shardOf } from '../../../domain/reading/board';
import { type News, newsOf } from '../../../domain/reading/board-news';
import type { BookRecord } from '../../../domain/reading/book';
import { type ChallengeRecord, termsOf } from '../../../domain/reading/challenge-record';
import type { CheckInRecord } from '../../../domain/reading/check-in-record';
import type { CommentRecord } from '../../../domain/reading/comment';
import { PROFILE_V, type ProfileRecord } from '../../../domain/reading/profile';
import type { ReaderRecord } from '../../../domain/reading/reader';
import type { TeamRecord } from '../../../domain/reading/team';
import { shifted } from '../../../domain/time/days';
import { dayOf } from '../../../domain/time/shanghai';
import type { SeenAs } from '../../../types/contract';
import type { Day, Instant } from '../../../types/vocabulary';
import { type Chance, chanceOf } from '../chance';
import type { PersonRecords } from '../person';
import { discussed } from './feed';
import { demoChallenges, EVERYBODY, TEAMS } from './plans';
import { atSitting, ReadingPerson } from './reading-person';
import { bookRecords, SHELF } from './shelf';
import { demoTeams, teamsNews } from './teams';
import { NOTES, OF_ANY } from './words';

/** All of reading: stored together or not at all, since boards and readers agree only as a whole. */
export interface StagedReading {
  challenges: ChallengeRecord[];
  readers: ReaderRecord[];
  checkIns: CheckInRecord[];
  comments: CommentRecord[];
  boards: BoardShard[];
  teams: TeamRecord[];
  profiles: ProfileRecord[];
  books: BookRecord[];
}

/** Boards that are told of somebody as the function tells them. */
export class Boards {
  readonly #shards = new Map<string, BoardShard>();

  tell(id: string, { of, keptTo, next }: Pick<News, 'of' | 'keptTo' | 'next'>): void {
    if (next.score === 0) return;
    const fresh = newBoardShard(of, shardOf(id), keptTo);
    const shard = this.#shards.get(fresh._id) ?? fresh;
    const move = moveOf(id, { own: shard.own[id], counts: shard.counts }, next);
    const after = move && moved(shard, move);
    if (after) this.#shards.set(fresh._id, after);
  }

  all(): BoardShard[] {
    return [...this.#shards.values()];
  }
}

const READERS = 60;
const WORKER = 'demo-worker';
const HOW: readonly SeenAs[] = ['name', 'surname', 'name', 'nobody', 'surname', 'name'];

/** Most days of a keen one, fewer of others; the worker has read every evening of the last three weeks, today not yet. */
function readsOn(openid: string, at: number, chance: Chance, ago: number): boolean {
  if (openid === WORKER) return ago > 0 && ago <= 19;
  return chance.below(100) < (at % 3 === 0 ? 95 : 40 + (at % 5) * 10);
}

function readIn(person: ReadingPerson, openid: string, at: number, notebook: Notebook, now: Instant): void {
  const chance = chanceOf(`reader ${person.reader._id}`);
  const today = dayOf(now);
  let book = chance.pick(SHELF);
  for (let ago = 40; ago >= 0; ago--) {
    const day = shifted(today, -ago);
    const sitting = atSitting(day, chance.below(3) > 0, chance.below(59));
    const reads = readsOn(openid, at, chance, ago);
    const minutes = 20 + 5 * chance.below(9);
    const [speaks, next] = [chance.below(16) === 0, chance.below(12) === 0];
    if (day < person.reader.joinedOn || day > person.challenge.plan.endsOn) continue;
    if (!reads || sitting >= now) {
      // Some of the keen see to yesterday's gap with a card.
      if (at % 6 === 0 && sitting < now) person.fill(shifted(day, -1), sitting);
      continue;
    }
    if (next) book = chance.pick(SHELF);
    const note = speaks ? notebook.on(book.title, chance) : '';
    person.read(sitting, {
      minutes: openid === WORKER ? 30 + (minutes % 20) : minutes,
      pages: 8 + (minutes >> 1),
      book,
      note,
    });
  }
}

/** What is left to say: nobody writes what somebody else has written. */
class Notebook {
  #left = [...NOTES, ...OF_ANY.map((note) => [undefined, note] as const)];

  /** Of that book if there is something left of it, else of any; empty where nothing is. */
  on(title: string, chance: Chance): string {
    const own = this.#left.filter(([of]) => of === title);
    const those = own.length > 0 ? own : this.#left.filter(([of]) => of === undefined);
    const picked = those[chance.below(those.length)];
    this.#left = this.#left.filter((each) => each !== picked);
    return picked?.[1] ?? '';
  }
}

function profileOf(memberId: string, seenAs: SeenAs): ProfileRecord {
  return { _id: memberId, v: PROFILE_V, rev: 1, seenAs, requests: [] };
}

/** When each of them joined: most before it began, some later. */
function joiningDay(challenge: ChallengeRecord, at: number): Day {
  return shifted(challenge.plan.startsOn, at % 4 === 3 ? at % 15 : 0);
}

const seenBy = (openid: string, at: number): SeenAs =>
  openid === WORKER ? 'name' : (HOW[at % HOW.length] ?? 'nobody');

function readersIn(
  challenge: ChallengeRecord,
  people: readonly PersonRecords[],
  notebook: Notebook,
  now: Instant,
): ReadingPerson[] {
  return people.map((who, at) => {
    const { openid } = who.member;
    const person = new ReadingPerson(who, seenBy(openid, at), challenge, joiningDay(challenge, at));
    readIn(person, openid, at, notebook, now);
    return person;
  });
}

/** Boards that can be asked for today know everybody; older ones nobody asks for. What is pending a sweep writes out. */
function told(person: ReadingPerson, boards: Boards, now: Instant): ReaderRecord {
  const { reader, challenge } = person;
  const whole = { ...reader, untold: Object.keys(reader.days) };
  for (const news of newsOf(whole, termsOf(challenge), dayOf(now))) boards.tell(reader.memberId, news);
  const { dueAt: _due, ...rest } = reader;
  return { ...rest, untold: [], ...(reader.pending.length > 0 && { dueAt: now }) };
}

/** Reading in the park around `now`: the same for the same instant. */
export function yearOfReading(
  now: Instant,
  people: { crowd: readonly PersonRecords[]; named: readonly PersonRecords[] },
): StagedReading {
  const challenges = demoChallenges(now);
  const [everybody, together] = [EVERYBODY, TEAMS].map((id) => challenges.find(({ _id }) => _id === id));
  if (!everybody || !together) throw new Error('the demo has no challenge');
  const me = people.named.filter(({ member }) => member.openid === WORKER);
  const those = [...me, ...chanceOf('readers').shuffled(people.crowd).slice(0, READERS)];
  const boards = new Boards();
  const notebook = new Notebook();
  const persons = readersIn(everybody, those, notebook, now);
  const { persons: inTeams, teams } = demoTeams(readersIn(together, those.slice(0, 14), notebook, now), now);
  for (const { id, of, next } of teamsNews(teams)) boards.tell(id, { of, next });
  const readers = [...persons, ...inTeams].map((person) => told(person, boards, now));
  const feed = discussed([...persons, ...inTeams], now);
  const profiles = those.map(({ member }, at) => profileOf(member._id, seenBy(member.openid, at)));
  return { challenges, readers, ...feed, boards: boards.all(), teams, profiles, books: bookRecords() };
}
