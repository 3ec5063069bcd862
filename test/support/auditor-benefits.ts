import { isDeepStrictEqual } from 'node:util';
import type { BenefitRecord, CodeRecord } from '../../domain/benefit/benefit';
import type { RedemptionRecord } from '../../domain/benefit/redemption';
import type { StockRecord } from '../../domain/benefit/stock';
import type { RedemptionMessageRecord } from '../../domain/message/message';
import type { AccountRecord, EntryRecord } from '../../domain/points/account';
import type { RunningCloud } from './cloud';
import { documents } from './town';

interface Books {
  benefits: BenefitRecord[];
  stocks: StockRecord[];
  redemptions: RedemptionRecord[];
  codes: CodeRecord[];
  accounts: AccountRecord[];
  entries: EntryRecord[];
  members: { _id: string }[];
  messages: RedemptionMessageRecord[];
}

/** The auditor's own words: nothing of the code that it audits is asked. */
const TAKES_STOCK = new Set(['valid', 'given', 'verified', 'expired']);

async function readBooks(cloud: RunningCloud): Promise<Books> {
  return {
    benefits: await documents(cloud, 'benefits'),
    stocks: await documents(cloud, 'stocks'),
    redemptions: await documents(cloud, 'redemptions'),
    codes: await documents(cloud, 'codes'),
    accounts: await documents(cloud, 'accounts'),
    entries: await documents(cloud, 'entries'),
    members: await documents(cloud, 'members'),
    messages: (await documents<RedemptionMessageRecord>(cloud, 'messages')).filter(
      ({ redemptionId }) => redemptionId !== undefined,
    ),
  };
}

function counted<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return counts;
}

const twice = (what: string, counts: Map<string, number>): string[] =>
  [...counts].filter(([, count]) => count > 1).map(([key, count]) => `${count} ${what} of ${key}`);

/** What a shard says is taken is what its claims say, and no more than it has. */
function shardsAgree({ stocks }: Books): string[] {
  return stocks.flatMap(({ _id, used, claims, terms }) => {
    const held = Object.values(claims);
    const taken = new Map([['all', held.length], ...counted(held, ({ e }) => `e_${e}`)]);
    return [...new Set([...taken.keys(), ...Object.keys(used)])].flatMap((counter) => {
      const count = taken.get(counter) ?? 0;
      const cap = terms.caps[counter] ?? (counter === 'all' ? 0 : (terms.caps['e_*'] ?? Number.POSITIVE_INFINITY));
      return [
        ...((used[counter] ?? 0) === count ? [] : [`${_id}.${counter}: counts ${used[counter]}, claims say ${count}`]),
        ...(count > cap ? [`${_id}.${counter}: ${count} of ${cap} are taken`] : []),
      ];
    });
  });
}

/** All shards of a benefit say what it says, and their parts make up the whole. */
function termsAgree({ benefits, stocks }: Books): string[] {
  return benefits.flatMap((benefit) => {
    const { _id, plan, rev, next, state, closedAt } = benefit;
    const shards = stocks.filter(({ of }) => of === _id);
    if (next || state === 'draft') return [];
    const whole = shards.reduce((sum, { terms }) => sum + (terms.caps.all ?? 0), 0);
    return [
      ...(whole === plan.stock ? [] : [`${_id}: the shards have ${whole} of ${plan.stock}`]),
      ...shards.flatMap(({ _id: shard, terms: { caps: _caps, v, closedAt: closed, ...said } }) => {
        const should = Object.fromEntries(Object.keys(said).map((field) => [field, plan[field as keyof typeof plan]]));
        const same = isDeepStrictEqual(said, should) && v === rev && closed === closedAt;
        return same ? [] : [`${shard}: its terms are not its benefit's`];
      }),
    ];
  });
}

function claimsAgree({ stocks, redemptions }: Books, swept: boolean): string[] {
  const byId = new Map(redemptions.map((record) => [record._id, record]));
  const claims = stocks.flatMap(({ _id, claims: held }) =>
    Object.entries(held).map(([id, claim]) => ({ stock: _id, id, ...claim })),
  );
  const claimed = new Map(claims.map((claim) => [claim.id, claim]));
  return [
    ...twice(
      'claims',
      counted(claims, ({ id }) => id),
    ),
    ...claims.flatMap(({ stock, id, m, e }) => {
      const record = byId.get(id);
      if (!record) return swept ? [`${stock} holds ${id}, which is nothing`] : [];
      const agrees = record.stockId === stock && record.memberId === m && record.enterpriseId === e;
      const gone = swept && !TAKES_STOCK.has(record.state);
      return [
        ...(agrees ? [] : [`${id} is not as claimed`]),
        ...(gone ? [`${id} is ${record.state} and claimed`] : []),
      ];
    }),
    ...redemptions.flatMap(({ _id, state }) =>
      TAKES_STOCK.has(state) && !claimed.has(_id) ? [`${_id} is ${state} without a claim`] : [],
    ),
  ];
}

/** Points went for each that costs, once, and came back where the redemption says so, once. */
function pointsAgree({ redemptions, entries }: Books, swept: boolean): string[] {
  const points = new Map(entries.map((entry) => [entry._id, entry.points]));
  const known = new Set(redemptions.map(({ _id }) => _id));
  const strangers = entries.filter(
    ({ _id }) => _id.startsWith('redemption.') && !known.has(_id.slice('redemption.'.length)),
  );
  return [
    ...strangers.map(({ _id }) => `${_id} paid for nothing`),
    ...redemptions.flatMap(({ _id, price, refunded = 0, state }) => {
      const paid = points.get(`redemption.${_id}`) ?? 0;
      const back = points.get(`back.redemption.${_id}`) ?? 0;
      const due = swept ? refunded : back;
      return [
        ...(paid === -price ? [] : [`${_id} cost ${price}, paid ${-paid}`]),
        ...(back === due && [0, refunded].includes(back) ? [] : [`${_id}: ${back} came back of ${refunded}`]),
        ...(refunded > 0 && (refunded !== price || !['cancelled', 'expired'].includes(state))
          ? [`${_id} is ${state} and gives back ${refunded} of ${price}`]
          : []),
      ];
    }),
  ];
}

/** The account knows everything that counts for the limit, and nothing else. */
function accountsAgree({ accounts, redemptions, members }: Books): string[] {
  const here = new Set(members.map(({ _id }) => _id));
  const mine = new Map<string, string[]>();
  for (const { _id, memberId, state } of redemptions) {
    if (TAKES_STOCK.has(state)) mine.set(memberId, [...(mine.get(memberId) ?? []), _id]);
  }
  return [...here].flatMap((memberId) => {
    const account = accounts.find(({ _id }) => _id === memberId);
    const held = Object.values(account?.held ?? {}).flat();
    const same = isDeepStrictEqual([...held].sort(), [...(mine.get(memberId) ?? [])].sort());
    return same ? [] : [`${memberId} holds ${held}, and has ${mine.get(memberId)}`];
  });
}

function verificationsAgree({ redemptions, benefits }: Books): string[] {
  const shops = new Map(benefits.map(({ _id, plan }) => [_id, plan.shopIds]));
  return redemptions.flatMap(({ _id, state, verified, shopId, verifiedKey, verifiedDay, shopIds, benefitId }) => {
    const marks = [verified, shopId, verifiedKey, verifiedDay].filter((mark) => mark !== undefined).length;
    const whole = state === 'verified' ? 4 : 0;
    const takes = [...shopIds, ...(shops.get(benefitId) ?? [])];
    return [
      ...(marks === whole ? [] : [`${_id} is ${state}, with ${marks} marks of a verification`]),
      ...(verified && (verified.shopId !== shopId || !takes.includes(verified.shopId)) ? [`${_id}: wrong shop`] : []),
    ];
  });
}

function codesAgree({ codes, redemptions, benefits }: Books): string[] {
  const given = new Map(codes.filter(({ free }) => !free).map((code) => [code.holder, code]));
  const byId = new Map(redemptions.map((record) => [record._id, record]));
  const imported = counted(codes, ({ benefitId }) => benefitId);
  return [
    ...redemptions.flatMap(({ _id, kind, benefitId }) => {
      const code = given.get(_id);
      if (kind !== 'codes') return code ? [`${_id} is no code and has one`] : [];
      return code?.benefitId === benefitId ? [] : [`${_id} has no code`];
    }),
    ...[...given.keys()].filter((holder) => !byId.has(holder)).map((holder) => `a code was given to ${holder}`),
    ...benefits
      .filter(({ _id, kind, plan }) => kind === 'codes' && plan.stock > (imported.get(_id) ?? 0))
      .map(({ _id }) => `${_id} has more stock than codes`),
  ];
}

/** Who lost a voucher without their own doing is told so once, and nobody of anything else. */
function messagesAgree({ redemptions, messages, members }: Books, swept: boolean): string[] {
  const known = new Set(redemptions.map(({ _id }) => _id));
  const here = new Set(members.map(({ _id }) => _id));
  return [
    ...messages.flatMap(({ _id, redemptionId }) => (known.has(redemptionId) ? [] : [`${_id} tells of nothing`])),
    ...redemptions.flatMap(({ _id, state, endedBy, memberId, refunded, reason }) => {
      const revoked = state === 'cancelled' && endedBy === 'organizer';
      const should = state === 'expired' ? ['ran-out'] : revoked ? ['revoked'] : [];
      const told = messages.filter(({ redemptionId }) => redemptionId === _id);
      const kinds = told.map(({ kind }) => kind);
      const whole = isDeepStrictEqual(kinds, should) || (!swept && kinds.length === 0);
      const wrong = told.filter(
        (each) =>
          each.memberId !== memberId || each.refunded !== refunded || (here.has(memberId) && each.reason !== reason),
      );
      return [
        ...(whole ? [] : [`${_id} is ${state}, and its member was told ${kinds.join(', ') || 'nothing'}`]),
        ...wrong.map((each) => `${each._id} is not as its redemption is`),
      ];
    }),
  ];
}

function nothingLeft({ benefits, stocks, redemptions, accounts }: Books, now: number): string[] {
  const due = [...benefits, ...stocks, ...redemptions].filter(({ dueAt }) => dueAt !== undefined && dueAt <= now);
  return [
    ...due.map(({ _id }) => `${_id} is still due`),
    ...redemptions.filter(({ pending }) => pending).map(({ _id }) => `${_id} is still pending`),
    ...accounts.filter(({ pending }) => pending.length > 0).map(({ _id }) => `${_id} has still to be written out`),
    ...benefits.filter(({ next }) => next).map(({ _id }) => `${_id} is still being changed`),
    ...stocks.filter(({ held }) => held !== undefined).map(({ _id }) => `${_id} is still held`),
  ];
}

/** Stock, redemptions, accounts and entries against each other; `now`, where the sweeps have run by then. */
export async function benefitsAgree(cloud: RunningCloud, now: number | undefined): Promise<string[]> {
  const books = await readBooks(cloud);
  const swept = now !== undefined;
  const { redemptions } = books;
  return [
    ...shardsAgree(books),
    ...termsAgree(books),
    ...claimsAgree(books, swept),
    ...pointsAgree(books, swept),
    ...messagesAgree(books, swept),
    ...(swept ? [...accountsAgree(books), ...codesAgree(books), ...nothingLeft(books, now)] : []),
    ...verificationsAgree(books),
    ...twice(
      'redemptions with the digits',
      counted(redemptions, ({ digits }) => digits),
    ),
    ...twice(
      'redemptions by the request',
      counted(redemptions, ({ memberId, requests }) => `${memberId} ${requests[0]?.id}`),
    ),
  ];
}
