import { isDeepStrictEqual } from 'node:util';
import type { EntryRecord } from '../../domain/points/account';
import type { BoardShard, Own } from '../../domain/reading/board';
import type { ChallengeRecord } from '../../domain/reading/challenge-record';
import type { CheckInRecord } from '../../domain/reading/check-in-record';
import type { ProfileRecord } from '../../domain/reading/profile';
import type { ReaderRecord } from '../../domain/reading/reader';
import type { CheckInMark } from '../../types/contract';
import type { RunningCloud } from './cloud';
import { documents } from './town';

interface Books {
  challenges: ChallengeRecord[];
  readers: ReaderRecord[];
  checkIns: CheckInRecord[];
  boards: BoardShard[];
  profiles: ProfileRecord[];
  entries: EntryRecord[];
  members: { _id: string; name: string }[];
}

async function readBooks(cloud: RunningCloud): Promise<Books> {
  return {
    challenges: await documents(cloud, 'challenges'),
    readers: await documents(cloud, 'readers'),
    checkIns: await documents(cloud, 'checkIns'),
    boards: await documents(cloud, 'boards'),
    profiles: await documents(cloud, 'profiles'),
    entries: await documents(cloud, 'entries'),
    members: await documents(cloud, 'members'),
  };
}

/** The auditor's own calendar and sums: nothing of the code that it audits is asked. */
const DAY = 86_400_000;
const SHANGHAI = 8 * 3_600_000;
const WORTH = 2 ** 31;
const dayAt = (at: number): string => new Date(at + SHANGHAI).toISOString().slice(0, 10);
const later = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const mondayOf = (day: string): string => later(day, -((new Date(day).getUTCDay() + 6) % 7));

function sumOf(marks: readonly CheckInMark[], kind: 'minutes' | 'pages'): number {
  return marks.reduce((sum, mark) => sum + mark[kind], 0);
}

function isRead(marks: readonly CheckInMark[], { kind, least }: ChallengeRecord['plan']['rule']): boolean {
  if (marks.length === 0) return false;
  const longest = Math.max(...marks.map(({ characters }) => characters));
  return (kind === 'note' ? longest : sumOf(marks, kind)) >= Math.max(1, least);
}

/** Days and minutes of all days from one to another, as one number. */
function scoreIn({ days }: ReaderRecord, { plan }: ChallengeRecord, from: string, to: string): number {
  const within = Object.entries(days).filter(
    ([day]) => day >= from && day <= to && day >= plan.startsOn && day <= plan.endsOn,
  );
  const read = within.filter(([, marks]) => isRead(marks, plan.rule)).length;
  const minutes = within.reduce((sum, [, marks]) => sum + Math.min(1_440, sumOf(marks, 'minutes')), 0);
  return read * WORTH + minutes;
}

/** What stands in a shard by band, and what it adds up to, follows from what it knows of each of its own. */
function shardAgrees({ _id, shard, own, cells, counts, sums }: BoardShard): string[] {
  const faults: string[] = [];
  const placed = new Map<string, { score: number; name: string }>();
  for (const [cell, people] of Object.entries(cells)) {
    const [band = '', at] = cell.split('_');
    const count = Object.keys(people).length;
    if (Number(at) !== shard) faults.push(`${_id}: ${cell} is of another shard`);
    if (count !== (counts[band] ?? 0)) faults.push(`${_id}: ${count} in ${cell}, counts ${counts[band]}`);
    if (count === 0) faults.push(`${_id}: nobody is left in ${cell}`);
    for (const [id, seen] of Object.entries(people)) {
      if (placed.has(id)) faults.push(`${_id}: ${id} stands twice`);
      placed.set(id, seen);
    }
  }
  for (const band of Object.keys(counts))
    if (!cells[`${band}_${shard}`]) faults.push(`${_id}: counts ${counts[band]} in ${band}, where nobody is`);
  const added: Record<string, number> = {};
  for (const [id, { score, name, enterpriseId }] of Object.entries(own)) {
    const seen = placed.get(id);
    const should = name !== undefined && score > 0 ? { score, name } : undefined;
    if (!isDeepStrictEqual(seen, should)) faults.push(`${_id}: ${id} stands as ${JSON.stringify(seen)}`);
    placed.delete(id);
    if (enterpriseId !== undefined) added[enterpriseId] = (added[enterpriseId] ?? 0) + score;
  }
  for (const id of placed.keys()) faults.push(`${_id}: ${id} stands there and is not its own`);
  for (const id of new Set([...Object.keys(added), ...Object.keys(sums)]))
    if ((added[id] ?? 0) !== (sums[id] ?? 0)) faults.push(`${_id}: ${id} has ${sums[id]}, its readers ${added[id]}`);
  return faults;
}

/** Boards that somebody can ask for on that day, each with its days. */
function boardsOn({ _id, plan }: ChallengeRecord, today: string): [of: string, from: string, to: string][] {
  const { startsOn, endsOn } = plan;
  const last = today < startsOn ? startsOn : today > endsOn ? endsOn : today;
  const days = [last, later(last, -1)].map((day): [string, string, string] => [`${_id}.${day}`, day, day]);
  const weeks = [mondayOf(last), later(mondayOf(last), -7)].map((monday): [string, string, string] => {
    const thursday = later(monday, 3);
    const first = `${thursday.slice(0, 4)}-01-01`;
    const number = Math.floor((Date.parse(thursday) - Date.parse(first)) / DAY / 7) + 1;
    return [`${_id}.${thursday.slice(0, 4)}-W${String(number).padStart(2, '0')}`, monday, later(monday, 6)];
  });
  return [...days, ...weeks, [`${_id}.whole`, startsOn, endsOn]];
}

/** Every board that can be asked for knows of every reader what the reader's document says, and of nobody else. */
function boardsKnow({ challenges, readers, boards }: Books, now: number): string[] {
  return challenges.flatMap((challenge) => {
    const mine = readers.filter(({ challengeId }) => challengeId === challenge._id);
    return boardsOn(challenge, dayAt(now)).flatMap(([of, from, to]) => {
      const known = new Map<string, Own>(
        boards.filter((shard) => shard.of === of).flatMap(({ own }) => Object.entries(own)),
      );
      const faults = mine.flatMap((reader) => {
        const { memberId, name, enterpriseId, rev } = reader;
        const score = scoreIn(reader, challenge, from, to);
        const has = known.get(memberId);
        known.delete(memberId);
        if (!has) return score > 0 ? [`${of}: does not know ${memberId}, who has ${score}`] : [];
        const same = has.score === score && has.name === name && has.enterpriseId === enterpriseId && has.rev <= rev;
        const should = JSON.stringify({ score, name, enterpriseId, rev });
        return same ? [] : [`${of}: knows ${memberId} as ${JSON.stringify(has)}, they are ${should}`];
      });
      return [...faults, ...[...known.keys()].map((id) => `${of}: knows ${id}, who does not read`)];
    });
  });
}

/** What counts has its words, as they are; with the sweeps done, what does not count has none. */
function wordsAgree({ readers, checkIns, members }: Books, swept: boolean): string[] {
  const here = new Set(members.map(({ _id }) => _id));
  const words = new Map(checkIns.map((record) => [record._id, record]));
  const marked = new Set<string>();
  const faults = readers.flatMap(({ _id, memberId, challengeId, days }) =>
    Object.entries(days).flatMap(([day, marks]) =>
      marks.flatMap((mark) => {
        if (marked.has(mark.id)) return [`${mark.id} counts twice`];
        marked.add(mark.id);
        const record = words.get(mark.id);
        if (!record) return [`${mark.id} of ${_id} counts without words`];
        if (record.memberId !== memberId || record.challengeId !== challengeId)
          return [`${mark.id} is somebody else’s`];
        if (!swept) return [];
        const { at, late, minutes, pages, note, takenAway } = record;
        // Of who has left nothing is to be read, and the day stays what it was.
        const silent = record.erased ? note === '' && !record.shared : here.has(memberId);
        if (!silent) return [`${mark.id} has words of who has left`];
        const characters = record.erased ? mark.characters : [...note].length;
        const said = { day: record.day, at, late, minutes, pages, characters };
        const { id: _mark, edit: _edit, ...has } = { late: undefined, ...mark };
        return isDeepStrictEqual({ ...has, day }, said) && !takenAway
          ? []
          : [`${mark.id} counts as ${JSON.stringify({ ...has, day })}, and says ${JSON.stringify(said)}`];
      }),
    ),
  );
  if (!swept) return faults;
  const strays = checkIns.filter(({ _id, takenAway }) => !marked.has(_id) && !takenAway);
  return [...faults, ...strays.map(({ _id }) => `${_id} has words and does not count`)];
}

/** Nobody is to see what never counted, what was taken away, or what its author keeps. */
function nothingShows({ checkIns }: Books): string[] {
  return checkIns.flatMap(({ _id, feedKey, shared, takenAway, moderation, checkAt, settleAt, author }) => [
    ...(feedKey !== undefined && (!shared || takenAway || moderation.state !== 'passed') ? [`${_id} shows`] : []),
    ...(checkAt !== moderation.dueAt && settleAt === undefined ? [`${_id} is not found for its check`] : []),
    ...(shared && author === undefined ? [`${_id} is shared by nobody`] : []),
  ]);
}

/** Points stand for every day that counts, each once, and for bonuses that its days can have; for nothing else. */
function ledgerAgrees({ challenges, readers, entries }: Books): string[] {
  const taken = new Set(entries.flatMap(({ reverses }) => reverses ?? []));
  const open = new Set(
    entries.filter(({ _id }) => _id.startsWith('reading.') && !taken.has(_id)).map(({ _id }) => _id),
  );
  const faults = readers.flatMap((reader) => {
    const { _id, awards, awarded, challengeId, days } = reader;
    const plan = challenges.find((each) => each._id === challengeId)?.plan;
    if (!plan) return [`${_id} reads in no challenge`];
    const read = Object.entries(days).filter(
      ([day, marks]) => day >= plan.startsOn && day <= plan.endsOn && isRead(marks, plan.rule),
    );
    const due = read.map(([day]) => day).sort();
    const told = Object.keys(awards).filter((key) => !key.includes('_'));
    const strange = Object.keys(awards).filter((key) => !due.includes(key.split('_')[0] ?? ''));
    return [
      ...(isDeepStrictEqual(told.sort(), due) ? [] : [`${_id} has read ${due}, the ledger heard of ${told}`]),
      ...strange.map((key) => `${_id}: a bonus for ${key}, which was not read`),
      ...Object.values(awards).flatMap((number) => {
        const id = `reading.${_id}.${number}`;
        if (number > awarded) return [`${id} has a number that was not given`];
        return open.delete(id) ? [] : [`${id} is not in the ledger`];
      }),
    ];
  });
  return [...faults, ...[...open].map((id) => `${id} is in the ledger for nothing`)];
}

function nothingLeft({ readers, checkIns, profiles }: Books, now: number): string[] {
  return [
    ...readers
      .filter(({ dueAt, pending, untold, retell }) => {
        return (dueAt !== undefined && dueAt <= now) || pending.length + untold.length > 0 || retell;
      })
      .map(({ _id }) => `${_id} has still to be told or written out`),
    ...checkIns.filter(({ settleAt }) => settleAt !== undefined).map(({ _id }) => `${_id} is not settled`),
    ...profiles.filter(({ tellAt }) => tellAt !== undefined).map(({ _id }) => `${_id} is not told`),
  ];
}

/** Somebody is seen as their profile says, in every challenge. */
function seenAsSaid({ readers, profiles, members }: Books): string[] {
  const people = new Map(members.map(({ _id, name }) => [_id, name]));
  const said = new Map(profiles.map(({ _id, seenAs }) => [_id, seenAs]));
  return readers.flatMap(({ _id, memberId, name }) => {
    const full = people.get(memberId);
    const seenAs = full === undefined ? 'nobody' : (said.get(memberId) ?? 'nobody');
    const right = {
      name: name === full,
      surname: name !== undefined && name !== full && name.endsWith('同事') && full?.startsWith(name.slice(0, 1)),
      nobody: name === undefined,
    }[seenAs];
    return right ? [] : [`${_id} is seen as ${name}, and wants ${seenAs}`];
  });
}

/** Readers, words, boards and ledger against each other; `now`, where the sweeps have run by then. */
export async function readingAgrees(cloud: RunningCloud, now: number | undefined): Promise<string[]> {
  const books = await readBooks(cloud);
  return [
    ...books.boards.flatMap(shardAgrees),
    ...wordsAgree(books, now !== undefined),
    ...nothingShows(books),
    ...(now === undefined
      ? []
      : [...boardsKnow(books, now), ...ledgerAgrees(books), ...seenAsSaid(books), ...nothingLeft(books, now)]),
  ];
}

/** Whether boards know what readers' documents say at this moment, with nothing swept. */
export async function boardsStand(cloud: RunningCloud): Promise<string[]> {
  const books = await readBooks(cloud);
  const { now } = (await cloud.api('POST', 'clock', { advanceMs: 0 })) as { now: string };
  return [...books.boards.flatMap(shardAgrees), ...boardsKnow(books, Date.parse(now))];
}
