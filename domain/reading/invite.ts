import type { TeamId } from '../../types/vocabulary';
import { keyed } from '../ticket/code';

/** Crockford's: no letter in it is taken for a digit or another letter. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 40 bits: somebody who tries a thousand a second finds one of a thousand teams in a fortnight. */
const LENGTH = 8;
const PLAIN = 'abcdefghijklmnopqrstuvwxyz234567';

/** The code that colleagues join a team with, from the deployment's key: the same whenever it is made. */
export function inviteOf(secret: string, team: TeamId): string {
  return [...keyed(secret, `team ${team}`, LENGTH)].map((sign) => SIGNS.charAt(PLAIN.indexOf(sign))).join('');
}

/** The code that somebody typed, or that a link had; letters that look like a digit are that. `undefined`: it is none. */
export function inviteFrom(typed: string): string | undefined {
  const code = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return code.length === LENGTH && [...code].every((sign) => SIGNS.includes(sign)) ? code : undefined;
}
