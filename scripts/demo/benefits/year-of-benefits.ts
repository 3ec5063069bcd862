import {
  type BenefitRecord,
  benefitFrom,
  type CodeRecord,
  type ListedRecord,
  type ShopRecord,
} from '../../../domain/benefit/benefit';
import { newRedemption, type RedemptionRecord } from '../../../domain/benefit/redemption';
import {
  capsOf,
  countersOf,
  newShard,
  type StockRecord,
  stockShares,
  termsOf,
  withRoom,
} from '../../../domain/benefit/stock';
import { decideVerify, expired } from '../../../domain/benefit/transitions';
import { digestOfText } from '../../../domain/id/base32';
import type { MemberRecord } from '../../../domain/member/member';
import { type MessageRecord, messageOfEnd } from '../../../domain/message/message';
import type { AccountRecord, EntryRecord } from '../../../domain/points/account';
import type { AdjustmentRecord } from '../../../domain/points/adjustment';
import { timeKey } from '../../../domain/time/shanghai';
import type { Instant } from '../../../types/vocabulary';
import type { Calendar } from '../calendar';
import { type Chance, chanceOf, demoId, demoRequest } from '../chance';
import type { StagedLeagues } from '../leagues/year-of-leagues';
import type { PersonRecords } from '../person';
import type { Staged } from '../stage';
import { Accounts } from './accounts';
import { type DemoBenefit, demoBenefits } from './plans';
import { shopRecords } from './shops';

/** Everything about points and benefits: stored together or not at all, since the books agree only as a whole. */
export interface StagedBenefits {
  benefits: BenefitRecord[];
  stocks: StockRecord[];
  redemptions: RedemptionRecord[];
  codes: CodeRecord[];
  listed: ListedRecord[];
  shops: ShopRecord[];
  messages: MessageRecord[];
  accounts: AccountRecord[];
  entries: EntryRecord[];
  adjustments: AdjustmentRecord[];
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** One benefit, its stock, and what the people have of it. */
class Filling {
  readonly benefit: BenefitRecord;
  readonly stocks: StockRecord[];
  readonly redemptions: RedemptionRecord[] = [];
  readonly listed: ListedRecord[] = [];
  readonly messages: MessageRecord[] = [];
  readonly #chance: Chance;

  constructor(
    readonly demo: DemoBenefit,
    readonly accounts: Accounts,
    readonly now: Instant,
  ) {
    const made = demo.plan.opensAt - 24 * HOUR;
    this.benefit = { ...benefitFrom(demo.id, demo.plan, made), rev: 2, state: 'published' };
    const shares = stockShares(capsOf(demo.plan), []);
    this.stocks = shares.map((caps, shard) => ({
      ...newShard(demo.id, shard, termsOf(this.benefit, caps)),
      sweptTo: now,
    }));
    this.#chance = chanceOf(`benefit ${demo.id}`);
  }

  list(memberId: string): void {
    const at = this.demo.plan.opensAt - HOUR;
    const { id } = this.demo;
    this.listed.push({
      ...{ _id: `${id}.${memberId}`, v: 1, benefitId: id, memberId },
      key: timeKey(at, memberId),
    });
  }

  /** Takes one for that member, where stock and points allow it. */
  take({ _id: memberId, enterpriseId }: MemberRecord, wanted: Instant): RedemptionRecord | undefined {
    const now = Math.max(wanted, this.accounts.of(memberId).at + HOUR);
    const shard = withRoom(this.stocks, memberId, enterpriseId)[0];
    if (!shard || now >= Math.min(this.now, this.demo.plan.closesAt)) return undefined;
    const name = `redemption ${this.demo.id} ${memberId}`;
    const request = { id: demoRequest(name, now), digest: '' };
    const digits = Array.from({ length: 12 }, () => String(this.#chance.below(10))).join('');
    const redemption = newRedemption({ id: demoId(name), shard, memberId, enterpriseId, digits, request, now });
    if (this.accounts.redeemed(redemption, this.demo.plan.perPerson).kind !== 'change') return undefined;
    const stock = this.stocks.find(({ _id }) => _id === shard._id);
    for (const counter of countersOf(enterpriseId)) {
      if (stock) stock.used[counter] = (stock.used[counter] ?? 0) + 1;
    }
    if (stock) stock.claims[redemption._id] = { m: memberId, e: enterpriseId, at: now };
    this.redemptions.push(redemption);
    return redemption;
  }

  /** Shown at the shop some time after: verified there. */
  verify(redemption: RedemptionRecord, shop: ShopRecord, at: Instant): void {
    if (at >= Math.min(this.now, redemption.useUntil)) return;
    const request = { id: demoRequest(`verify ${redemption._id}`, at), digest: '' };
    const decided = decideVerify(redemption, { shop, by: demoId('member demo-merchant'), request, now: at });
    if (decided.kind === 'change') this.redemptions[this.redemptions.indexOf(redemption)] = decided.next;
  }

  /** Seen to a minute after it ended, with all that follows from it. */
  runOut(redemption: RedemptionRecord): void {
    const at = redemption.useUntil + MINUTE;
    const ended = at <= this.now ? expired(redemption, at) : undefined;
    if (!ended) return;
    const { pending: _pending, dueAt: _due, ...settled } = ended;
    this.redemptions[this.redemptions.indexOf(redemption)] = settled;
    this.accounts.refunded(settled);
    const told = messageOfEnd(settled);
    if (!told) return;
    const { sendAt: _sent, ...message } = told;
    this.messages.push(message);
  }

  /** Members of the crowd, evenly over the time since it opened; most use what they have. */
  fill(crowd: readonly MemberRecord[], shops: readonly ShopRecord[]): void {
    const { plan, taken, used } = this.demo;
    const until = Math.min(this.now, plan.closesAt);
    const people = this.#chance.shuffled(crowd);
    let done = 0;
    for (const [turn, member] of people.entries()) {
      if (done >= taken) break;
      if (plan.listed) this.list(member._id);
      const at = plan.opensAt + Math.floor(((until - plan.opensAt) * (turn % taken)) / taken);
      const redemption = this.take(member, at);
      if (!redemption) continue;
      done += 1;
      const shop = shops.find(({ _id }) => plan.shopIds.includes(_id));
      if (shop && this.#chance.below(100) < used) {
        this.verify(redemption, shop, redemption.at + (2 + this.#chance.below(60)) * HOUR);
      }
    }
  }

  /** As many codes as stock; those that were given have their holder. */
  codes(): CodeRecord[] {
    const { id, plan } = this.demo;
    if (plan.kind !== 'codes') return [];
    return Array.from({ length: plan.stock }, (_, at) => {
      const code = `YG${String(at + 1).padStart(3, '0')}-${digestOfText(`code ${at}`).slice(0, 8).toUpperCase()}`;
      const _id = `${id}.${digestOfText(code).slice(0, 24)}`;
      const holder = this.redemptions[at]?._id;
      const request = demoRequest(`codes ${id}`, plan.opensAt - 24 * HOUR);
      return { _id, v: 1, benefitId: id, code, free: holder === undefined, holder: holder ?? _id, request };
    });
  }
}

/**
 * What the demo's worker has: a coffee to drink, a ticket's code, a bag fetched, a place on the list of cups, and a seat
 * for tea that they did not get round to.
 */
function worker(fillings: Map<string, Filling>, me: MemberRecord, cal: Calendar, shops: readonly ShopRecord[]): void {
  const teas = fillings.get('tea-tasting');
  const tea = teas?.take(me, cal.at(-6, '15:00'));
  fillings.get('coffee')?.take(me, cal.at(-2, '10:00'));
  fillings.get('film-ticket')?.take(me, cal.at(-4, '12:30'));
  const bags = fillings.get('book-bag');
  const bag = bags?.take(me, cal.at(-5, '12:10'));
  const station = shops.find(({ kind }) => kind === 'station');
  if (bag && station) bags?.verify(bag, station, bag.at + HOUR);
  fillings.get('winter-cup')?.list(me._id);
  if (tea) teas?.runOut(tea);
}

/** All that people earned by having been there, and by how they did, in the order of time. */
function post(
  accounts: Accounts,
  { activities, leagues }: { activities: readonly Staged[]; leagues: StagedLeagues },
): void {
  const titles = new Map(leagues.leagues.map(({ _id, plan }) => [_id, plan.title] as const));
  const records = [
    ...activities.flatMap(({ activity, participations }) =>
      participations.map((record) => ({ record, title: activity.title })),
    ),
    ...leagues.participations.map((record) => ({ record, title: titles.get(record.activityId) ?? '' })),
  ];
  const postings = [
    ...records.map(({ record, title }) => ({ at: record.at, post: () => accounts.attended(record, title) })),
    ...leagues.awards.map((award) => ({ at: award.at, post: () => accounts.awarded(award) })),
  ];
  for (const each of postings.sort((a, b) => a.at - b.at)) each.post();
}

/** Points for everybody who was there, and what some of them have become. */
export function yearOfBenefits(
  cal: Calendar,
  earned: { activities: readonly Staged[]; leagues: StagedLeagues },
  people: { crowd: readonly PersonRecords[]; named: readonly PersonRecords[] },
): StagedBenefits {
  const accounts = new Accounts();
  post(accounts, earned);
  const me = people.named.find(({ member }) => member.openid === 'demo-worker')?.member;
  if (me) {
    const at = Math.max(cal.at(-7, '09:30'), accounts.of(me._id).at + HOUR);
    accounts.granted(me._id, 100, '年度活动积极分子', at);
  }
  const shops = shopRecords();
  const fillings = new Map(demoBenefits(cal).map((demo) => [demo.id, new Filling(demo, accounts, cal.now)] as const));
  if (me) worker(fillings, me, cal, shops);
  const crowd = people.crowd.map(({ member }) => member);
  const all = [...fillings.values()];
  for (const filling of all) filling.fill(crowd, shops);
  return {
    benefits: all.map(({ benefit }) => benefit),
    stocks: all.flatMap(({ stocks }) => stocks),
    redemptions: all.flatMap(({ redemptions }) => redemptions),
    codes: all.flatMap((filling) => filling.codes()),
    listed: all.flatMap(({ listed }) => listed),
    shops,
    messages: all.flatMap(({ messages }) => messages),
    ...accounts.written(),
    adjustments: accounts.adjustments,
  };
}
