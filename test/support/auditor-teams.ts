import type { BoardShard, Own } from '../../domain/reading/board';
import type { ChallengeRecord } from '../../domain/reading/challenge-record';
import type { ReaderRecord } from '../../domain/reading/reader';
import type { TeamRecord } from '../../domain/reading/team';
import type { CheckInMark } from '../../types/contract';
import type { RunningCloud } from './cloud';
import { documents } from './town';

interface Books {
  challenges: ChallengeRecord[];
  readers: ReaderRecord[];
  teams: TeamRecord[];
  boards: BoardShard[];
  members: { _id: string }[];
}

async function readBooks(cloud: RunningCloud): Promise<Books> {
  return {
    challenges: await documents(cloud, 'challenges'),
    readers: await documents(cloud, 'readers'),
    teams: await documents(cloud, 'teams'),
    boards: await documents(cloud, 'boards'),
    members: await documents(cloud, 'members'),
  };
}

/** The auditor's own sums: nothing of the code that it audits is asked. */
const WORTH = 2 ** 31;
const MOST = 10;

function isRead(marks: readonly CheckInMark[], { kind, least }: ChallengeRecord['plan']['rule']): boolean {
  if (marks.length === 0) return false;
  const amounts = marks.map((mark) => (kind === 'note' ? mark.characters : mark[kind]));
  const all = kind === 'note' ? Math.max(...amounts) : amounts.reduce((sum, each) => sum + each, 0);
  return all >= Math.max(1, least);
}

function amountOf({ days }: ReaderRecord, { plan }: ChallengeRecord): { days: number; minutes: number } {
  const within = Object.entries(days).filter(([day]) => day >= plan.startsOn && day <= plan.endsOn);
  const minutes = within.map(([, marks]) =>
    Math.min(
      1_440,
      marks.reduce((sum, each) => sum + each.minutes, 0),
    ),
  );
  return {
    days: within.filter(([, marks]) => isRead(marks, plan.rule)).length,
    minutes: minutes.reduce((sum, each) => sum + each, 0),
  };
}

/** Whose document names a team has a seat in it, always; and once all is swept, every seat is somebody's. */
function seatsAgree({ readers, teams, members }: Books, swept: boolean): string[] {
  const byId = new Map(teams.map((team) => [team._id, team]));
  const here = new Set(members.map(({ _id }) => _id));
  const bound = new Map(readers.map((reader) => [`${reader.challengeId} ${reader.memberId}`, reader.teamId]));
  return [
    ...readers.flatMap(({ _id, teamId, memberId, challengeId }) => {
      if (teamId === undefined) return [];
      const team = byId.get(teamId);
      const seated = team?.challengeId === challengeId && team.members[memberId] !== undefined;
      return [
        ...(seated ? [] : [`${_id} names ${teamId} and has no seat there`]),
        ...(here.has(memberId) ? [] : [`${_id} has left the union and is in ${teamId}`]),
      ];
    }),
    ...teams.flatMap(({ _id, challengeId, members: seats, captain }) => {
      const ids = Object.keys(seats);
      const strays = ids.filter((memberId) => bound.get(`${challengeId} ${memberId}`) !== _id);
      return [
        ...(ids.length > MOST ? [`${_id} has ${ids.length} members`] : []),
        ...(ids.length > 0 && !ids.includes(captain) ? [`${_id} is led by nobody of it`] : []),
        ...(swept ? strays.map((memberId) => `${_id} has a seat for ${memberId}, who is not in it`) : []),
      ];
    }),
  ];
}

/** What a team knows of its members is what their documents say. */
function totalsAgree({ challenges, readers, teams }: Books): string[] {
  return teams.flatMap(({ _id, challengeId, members }) => {
    const challenge = challenges.find((each) => each._id === challengeId);
    if (!challenge) return [`${_id} is of no challenge`];
    return Object.entries(members).flatMap(([memberId, { days, minutes, name }]) => {
      const reader = readers.find((each) => each.challengeId === challengeId && each.memberId === memberId);
      if (!reader) return [`${_id} has a member who does not read: ${memberId}`];
      const real = amountOf(reader, challenge);
      const same = real.days === days && real.minutes === minutes && reader.name === name;
      return same ? [] : [`${_id} says ${days}/${minutes} of ${memberId}, who has ${real.days}/${real.minutes}`];
    });
  });
}

function shownName({ name, moderation, captain, members }: TeamRecord): string {
  if (moderation.state === 'passed') return name;
  const seen = members[captain]?.name;
  // Of the surnames that tests give only single ones.
  return seen === undefined ? '一支小队' : `${seen.slice(0, 1)}同事的小队`;
}

function boardAgrees({ teams, boards }: Books): string[] {
  const shards = boards.filter(({ of }) => of.endsWith('.teams'));
  const told = new Map<string, Own>(
    shards.flatMap(({ of, own }) => Object.entries(own).map(([id, each]) => [`${of} ${id}`, each])),
  );
  const placed = shards.flatMap(({ of, cells }) =>
    Object.values(cells).flatMap((cell) => Object.entries(cell).map(([id, seen]) => [`${of} ${id}`, seen] as const)),
  );
  const ranked = new Map<string, { name: string; score: number }>(placed);
  return [
    ...(ranked.size === placed.length ? [] : ['a team stands twice on a board']),
    ...teams.flatMap((team) => {
      const { _id, challengeId, members } = team;
      const seats = Object.values(members);
      const score = seats.reduce((sum, { days, minutes }) => sum + days * WORTH + minutes, 0);
      const key = `${challengeId}.whole.teams ${_id}`;
      const own: Own | undefined = told.get(key);
      const name = seats.length >= 3 ? shownName(team) : undefined;
      const seen = ranked.get(key);
      const knows = (own?.score ?? 0) === score && (score === 0 || own?.name === name);
      const stands = name !== undefined && score > 0 ? seen?.name === name && seen.score === score : !seen;
      return [
        ...(knows ? [] : [`the board says ${own?.score} ${own?.name} of ${_id}, which has ${score} ${name}`]),
        ...(stands ? [] : [`${_id} stands on the board as ${JSON.stringify(seen)}, with ${score} ${name}`]),
      ];
    }),
  ];
}

/** Teams, their members' documents and the board of teams against each other; `now`, where the sweeps have run by then. */
export async function teamsAgree(cloud: RunningCloud, now: number | undefined): Promise<string[]> {
  const books = await readBooks(cloud);
  const swept = now !== undefined;
  const due = books.teams.filter(({ dueAt }) => dueAt !== undefined && dueAt <= (now ?? 0));
  return [
    ...seatsAgree(books, swept),
    ...(swept ? [...totalsAgree(books), ...boardAgrees(books), ...due.map(({ _id }) => `${_id} is still due`)] : []),
  ];
}
