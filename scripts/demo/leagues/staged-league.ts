import { drawn } from '../../../domain/league/drawing';
import { entered, enterpriseOf, joined } from '../../../domain/league/entry';
import { changedEntry, entryOf, newEntryRecord, newPlayer, playsFor } from '../../../domain/league/entry-record';
import { finish, lotsDue, withLots } from '../../../domain/league/finishing';
import { type EntryRecord, type LeagueRecord, type PlayerRecord, playerId } from '../../../domain/league/league-record';
import { proposed } from '../../../domain/league/league-schedule';
import { disciplineOfLeague, matchOf, resolved } from '../../../domain/league/league-state';
import { pairOf, type Spoken, spokenOf, whenDue, withResult } from '../../../domain/league/match-decisions';
import { drafted, type Organizing, published } from '../../../domain/league/organizing';
import { withSchedule } from '../../../domain/league/publishing';
import { type ResultRecord, ruled } from '../../../domain/league/result';
import { inviteOf } from '../../../domain/reading/invite';
import type { LeaguePlan, Outcome, Side } from '../../../types/contract';
import type { EntryId, FixtureId, Instant, LeagueId, MemberId } from '../../../types/vocabulary';
import { chanceOf, demoId, demoRequest } from '../chance';
import { ENTERPRISES } from '../enterprises';
import { DEMO_ENVIRONMENT } from '../environment';
import type { PersonRecords } from '../person';
import { wonBy } from './scores';

const MINUTE = 60_000;

const enterpriseName = (id: string | undefined): string | undefined => ENTERPRISES.find(({ _id }) => _id === id)?.name;

/** One league of the demo, brought to where it stands by the same decisions as those of the functions. */
export class StagedLeague {
  league: LeagueRecord;
  readonly entries = new Map<EntryId, EntryRecord>();
  readonly players = new Map<string, PlayerRecord>();

  constructor(id: LeagueId, plan: LeaguePlan, at: Instant) {
    this.league = drafted(id, plan, this.#doing('draft', at, id));
  }

  #doing(what: string, at: Instant, id = this.league._id): Organizing {
    const request = { id: demoRequest(`league ${id} ${what}`, at), digest: '' };
    return { by: demoId('member demo-organizer'), at, request };
  }

  #context(now: Instant) {
    return { rules: disciplineOfLeague(this.league).entry, lockAt: this.league.plan.lockAt, now };
  }

  publish(at: Instant): void {
    this.league = published(this.league, this.#doing('publish', at));
  }

  /** The first of them is the captain, and the others come one after the other by the link. */
  enter(name: string, people: readonly PersonRecords[], at: Instant): EntryRecord {
    const [captain, ...others] = people;
    if (!captain) throw new Error(`${name} has nobody`);
    const { _id: leagueId } = this.league;
    const _id = demoId(`entry ${leagueId} ${name}`);
    const made = entered({ id: _id, name, captain: comerOf(captain) }, this.#context(at));
    if (made.kind === 'refuse') throw new Error(`${name}: ${made.refusal}`);
    const named = enterpriseName(enterpriseOf(made.entry));
    const person = disciplineOfLeague(this.league).entry.kind === 'person';
    const about = { leagueId, invite: inviteOf(DEMO_ENVIRONMENT.TICKET_KEY, _id), person };
    const request = { id: demoRequest(`enter ${_id}`, at), digest: '' };
    this.entries.set(_id, newEntryRecord(made.entry, { ...about, ...(named && { enterpriseName: named }) }, request));
    this.#plays(captain, _id, request.id);
    const { claims, count } = this.league;
    this.league = { ...this.league, claims: { ...claims, [_id]: at }, count: count + 1 };
    for (const [turn, other] of others.entries()) this.#join(_id, other, at + (7 + 11 * turn) * MINUTE);
    return this.#entry(_id);
  }

  #entry(id: EntryId): EntryRecord {
    const entry = this.entries.get(id);
    if (!entry) throw new Error(`no entry ${id}`);
    return entry;
  }

  #join(id: EntryId, who: PersonRecords, at: Instant): void {
    const before = this.#entry(id);
    const change = joined(entryOf(before), comerOf(who), this.#context(at));
    if (change.kind !== 'change') throw new Error(`${who.member.openid} cannot join ${before.name}`);
    const request = { id: demoRequest(`join ${id} ${who.member._id}`, at), digest: '' };
    const named = enterpriseName(enterpriseOf(change.entry));
    this.entries.set(id, changedEntry(before, change.entry, { request, enterpriseName: named }));
    this.#plays(who, id, request.id);
  }

  #player(memberId: MemberId): PlayerRecord {
    const { _id: leagueId } = this.league;
    return this.players.get(playerId(leagueId, memberId)) ?? newPlayer(leagueId, memberId);
  }

  #plays({ member }: PersonRecords, entryId: EntryId, request: string): void {
    const player = playsFor(this.#player(member._id), entryId, this.league, { id: request, digest: '' });
    this.players.set(player._id, player);
  }

  follow({ member }: PersonRecords, entryId: EntryId): void {
    const player = this.#player(member._id);
    this.players.set(player._id, { ...player, rev: player.rev + 1, follows: [...player.follows, entryId] });
  }

  /** The same word always draws the same. */
  draw(word: string, at: Instant, seeds: readonly EntryId[] = []): void {
    const made = drawn(
      this.league,
      [...this.entries.values()],
      { seed: demoId(`draw ${word}`), seeds },
      this.#doing('draw', at),
    );
    if (made.kind === 'refuse') throw new Error(`${this.league._id}: ${made.refusal} ${JSON.stringify(made.detail)}`);
    this.league = made.league;
  }

  schedule(at: Instant): void {
    const rosters = new Map([...this.entries].map(([id, { members }]) => [id, members] as const));
    const found = proposed(this.league, rosters, { now: at });
    if (found.lacking) throw new Error(`the schedule of ${this.league._id} does not fit`);
    this.league = withSchedule(this.league, found, this.#doing('schedule', at));
  }

  referee(memberId: MemberId, courts: string[]): void {
    this.league = { ...this.league, referees: { ...this.league.referees, [memberId]: courts } };
  }

  /** Matches of which it is known who meets whom, and nothing was said, by their time. */
  open(): { id: FixtureId; pair: readonly [EntryId, EntryId]; startsAt: Instant; endsAt: Instant }[] {
    const all = [...resolved(this.league).fixtures.values()].flatMap((found) => {
      const { id } = found.fixture;
      const { placement, result } = matchOf(this.league, id);
      const pair = pairOf(found);
      return pair && placement && result.state === 'unplayed' ? [{ ...placement, id, pair }] : [];
    });
    return all.sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
  }

  /** A result that side has won, the same whenever it is asked for. */
  outcome(id: FixtureId, winner: Side): Outcome {
    const { context } = this.#spoken(id, 0);
    return wonBy(winner, context, chanceOf(`score ${this.league._id} ${id}`));
  }

  #spoken(id: FixtureId, now: Instant): Spoken {
    const spoken = spokenOf(this.league, resolved(this.league), id, now);
    if (!spoken) throw new Error(`no match ${id}`);
    return spoken;
  }

  /** Somebody says something of a match. */
  say(id: FixtureId, at: Instant, judge: (spoken: Spoken) => { kind: string; result?: ResultRecord }): void {
    const spoken = this.#spoken(id, at);
    const judged = judge(spoken);
    if (!judged.result) throw new Error(`${id} cannot be ${judged.kind}`);
    const request = { id: demoRequest(`say ${this.league._id} ${id} ${judged.result.state}`, at), digest: '' };
    this.league = withResult(this.league, spoken, judged.result, { now: at, request });
  }

  /** A referee enters it as soon as it is over: the stronger side wins three times out of four. */
  play(id: FixtureId, [one, other]: readonly [EntryId, EntryId], at: Instant): void {
    const chance = chanceOf(`match ${this.league._id} ${id}`);
    const stronger: Side = strength(one) >= strength(other) ? 0 : 1;
    const winner = chance.below(4) > 0 ? stronger : ((1 - stronger) as Side);
    const outcome = this.outcome(id, winner);
    this.say(id, at, ({ record, context }) => ruled(record.result, outcome, context));
  }

  /** All that ends before that instant, and what follows from it; but not those. */
  playUntil(until: Instant, except: (id: FixtureId) => boolean = () => false): void {
    for (;;) {
      const next = this.open().find(({ id, endsAt }) => endsAt <= until && !except(id));
      if (!next) return;
      this.play(next.id, next.pair, next.endsAt);
      const due = lotsDue(resolved(this.league));
      if (due.length > 0) this.league = withLots(this.league, due, demoId(`lots ${this.league._id}`));
    }
  }

  finish(at: Instant): void {
    const done = finish(this.league, this.#doing('finish', at));
    if (done.kind !== 'finished') throw new Error(`${this.league._id} is not over: ${done.left} left`);
    const { awardsAfter: _awarded, ...league } = done.league;
    this.league = league;
  }

  /** As a sweep leaves it that has told everybody and looked at all entries. */
  swept(): LeagueRecord {
    const { tellings: _told, entriesDue: _looked, ...league } = this.league;
    return whenDue(league);
  }
}

/** How good an entry is, from 0 below 100. */
function strength(id: EntryId): number {
  return chanceOf(`strength ${id}`).below(100);
}

function comerOf({ member }: PersonRecords): { memberId: MemberId; enterpriseId: string } {
  return { memberId: member._id, enterpriseId: member.enterpriseId };
}
