import * as v from 'valibot';
import { text } from '../kit/fields';

/** More than any game or match of any discipline has; what a discipline allows is looked at later, with its reason. */
const POINTS_MOST = 999;
const GAMES_MOST = 9;
const PHOTOS_MOST = 3;

/** Ids of matches and of stages, as the engine makes them: `first-east.A.3.1`, `final.place3`. */
export const fixtureId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}(\.[A-Za-z0-9]{1,8}){1,3}$/, 'expects a match'));
export const stageId = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/, 'expects a stage'));
export const groupId = v.pipe(v.string(), v.regex(/^[A-Z]{1,3}$/, 'expects a group'));
export const courtId = v.pipe(v.string(), v.regex(/^c[0-9a-z]{0,6}$/, 'expects a court'));
export const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const reason = text(1, 100);

const side = v.picklist([0, 1]);
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(POINTS_MOST));
const game = v.strictTuple([count, count]);
const games = v.pipe(v.array(game), v.maxLength(GAMES_MOST));

const individual = v.strictObject({
  games,
  lost: v.exactOptional(v.strictObject({ side, by: v.picklist(['walkover', 'retired']) })),
});

const score = v.variant('kind', [
  v.strictObject({ kind: v.literal('games'), games }),
  v.strictObject({ kind: v.literal('wins'), wins: game }),
  v.strictObject({ kind: v.literal('tie'), matches: v.pipe(v.array(individual), v.maxLength(GAMES_MOST)) }),
]);

export const outcome = v.variant('kind', [
  v.strictObject({ kind: v.literal('played'), score }),
  v.strictObject({ kind: v.literal('retired'), side, score }),
  v.strictObject({ kind: v.literal('disqualified'), side, score: v.exactOptional(score) }),
  v.strictObject({ kind: v.literal('walkover'), side }),
  v.strictObject({ kind: v.literal('both-absent') }),
]);

const fileId = v.pipe(v.string(), v.regex(/^cloud:\/\/[\w.-]+\/[\w./-]{1,200}$/, 'expects the id of a file'));
export const photos = v.pipe(v.array(fileId), v.maxLength(PHOTOS_MOST));
/** What somebody who disputes a result says to the referee. */
export const words = text(0, 200);
