/**
 * `npm run bench -- league`: how long a large draw, a correction late in a season and a schedule take, and how good the draw
 * and the schedule are.
 */
import { consequencesOf, corrected } from '../../domain/league/correction';
import { drawKnockout, meetings } from '../../domain/league/draw';
import { resolve } from '../../domain/league/resolve';
import type { GroupStage } from '../../domain/league/stage';
import { alone, entrantsOf, leagueOf, lotsForAll, playByChance, wonBy } from '../support/leagues';
import { chance } from '../support/seed';
import { measureSchedule } from './league-schedule';

const ENTERPRISES = [20, 16, 12, 10, 9, 8, 7, 6, 6, 5, 5, 4, 4, 3, 3, 2, 2, 2, 1, 1, 1, 1];

function timed<T>(what: string, act: () => T): T {
  const began = performance.now();
  const done = act();
  console.log(`${what}: ${(performance.now() - began).toFixed(0)} ms`);
  return done;
}

function draws(): void {
  const entrants = entrantsOf(ENTERPRISES);
  const random = chance(1);
  const mixed = entrants.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at);
  for (const seeds of [0, 16]) {
    const list = mixed.map(({ one }) => one);
    const slots = timed(`draw of ${list.length} of ${ENTERPRISES.length} enterprises, ${seeds} seeded`, () =>
      drawKnockout(list, { seeds, seed: 'bench', purpose: 'ko' }),
    );
    console.log(`  pairs of colleagues that could meet in round 1, 2 …: ${meetings(slots).join(', ')}`);
  }
}

/** 56 groups of 14, each against each twice: 10,192 matches. */
function season(): void {
  const entrants = alone(56 * 14);
  const groups = Array.from({ length: 56 }, (_, at) => ({
    id: `G${at}`,
    slots: entrants.slice(at * 14, at * 14 + 14).map(({ source }) => source),
  }));
  const stage: GroupStage = { id: 'g', kind: 'groups', rounds: 2, bestOf: 1, groups };
  const empty = { ...leagueOf([stage]), lots: lotsForAll([stage]) };
  const state = timed('playing it', () => playByChance(empty, chance(2)));
  const before = timed(`resolving ${state.results.size} matches`, () => resolve(state));
  const [fixture = '', result] = [...state.results][77] ?? [];
  const turned = wonBy(before.fixtures.get(fixture)?.winner === result?.entries[0] ? 1 : 0);
  const correction = timed('correcting one of them', () => corrected(state, new Set(), fixture, turned));
  const { places } = correction.kind === 'change' ? correction.consequences : consequencesOf(before, before);
  console.log(`  ${correction.kind}: ${places.length} entries stand elsewhere`);
}

draws();
season();
measureSchedule();
