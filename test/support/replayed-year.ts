import type { PointsMonth, YearReport } from '../../types/contract';
import { BRANDS, EMPLOYMENTS, FORMATS, type Format, PRIVACY_NOTICE } from '../../types/vocabulary';
import { addBenefits, addMerchant, addShops, atBenefit } from './benefit-town';
import { addChallenge, checkedIn, joined } from './challenge-town';
import type { RunningCloud } from './cloud';
import { atGate, signedUp } from './gate';
import { accepted, published } from './organizing';
import { DAY, HOUR, session } from './plans';
import { type Counted, Diary, type Visit } from './replayed-diary';
import { atReport, requestId, sweepTallies } from './report';
import { oneOf, type Random, upTo } from './seed';
import { addEnterprises, addMembers, addToRoster, FIRST_ADMIN, memberOf, runSweeps, setClock } from './town';

export const ENTERPRISES = ['e1', 'e2', 'e3'];
const PEOPLE = 9;
/** As published with the first rules; nobody comes to two sessions on a day, so no cap cuts them. */
const POINTS: Record<Format, number> = {
  ...{ show: 5, contest: 8, league: 8, walk: 5, market: 2, training: 6, care: 2, reading: 3 },
};
const READ = 1;
const GRANT = 30;
const PRICE = 20;

interface Person {
  openid: string;
  memberId: string;
  enterpriseId: string;
  employment: Visit['employment'];
  /** Still in the challenge: who left and came back is somebody new. */
  reads: boolean;
  /** Coffees that were redeemed and not drunk: they end, and their points go back, when the person leaves. */
  undrunk: number;
}

/** `2026-12-31` of an instant, for who writes the diary by hand. */
const dayWord = (at: number): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at);

/** A union's year done by the operations that people use, with a diary of what was accepted beside it. */
export class ReplayedYear {
  readonly diary = new Diary();
  readonly #cloud: RunningCloud;
  readonly #random: Random;
  readonly #people: Person[] = [];
  #joined = 0;
  /** Calls that changed something. */
  commands = 0;

  constructor(cloud: RunningCloud, random: Random) {
    this.#cloud = cloud;
    this.#random = random;
  }

  async begin(at: number): Promise<void> {
    const cloud = this.#cloud;
    await setClock(cloud, at);
    await addEnterprises(cloud, Object.fromEntries(ENTERPRISES.map((id) => [id, `药谷${id}`])));
    await addShops(cloud, { cafe: '园区咖啡' });
    await addMerchant(cloud, 'barista', 'cafe');
    const until = at + 500 * DAY;
    const open = { opensAt: at - DAY, closesAt: until, useUntil: until, stock: 2_000, perPerson: 100, price: PRICE };
    await addBenefits(cloud, { coffee: { ...open, brand: 'books' } });
    await addChallenge(cloud, 'long', { startsOn: dayWord(at), endsOn: dayWord(until) });
    for (let n = 0; n < PEOPLE; n++) {
      const [openid, enterpriseId] = [`person${n}`, oneOf(ENTERPRISES, this.#random)];
      const employment = oneOf(EMPLOYMENTS, this.#random);
      const member = memberOf(openid, { enterpriseId, employment });
      await addMembers(cloud, [member]);
      await joined(cloud, openid, 'long');
      this.#people.push({ openid, memberId: member._id, enterpriseId, employment, reads: true, undrunk: 0 });
    }
  }

  async #member(op: string, input: object, openid: string): Promise<{ memberId?: string }> {
    const { answer } = await this.#cloud.call('member' as string, op, input, { openid, requestId: requestId() });
    return accepted(answer) as { memberId?: string };
  }

  async #admit(registrationId: string, { employment }: Person): Promise<void> {
    accepted((await atGate(this.#cloud, 'admit', { registrationId }, FIRST_ADMIN)).answer);
    const visit = this.#visit(registrationId);
    Object.assign(visit, { employment, there: true });
    this.diary.points.issued += POINTS[visit.format];
    this.commands += 1;
  }

  async #undo(registrationId: string): Promise<void> {
    const input = { registrationId, reason: '扫错了人' };
    accepted((await atGate(this.#cloud, 'undo', input, FIRST_ADMIN)).answer);
    const visit = this.#visit(registrationId);
    visit.there = false;
    this.diary.points.issued -= POINTS[visit.format];
    this.commands += 1;
  }

  #visit(registrationId: string): Visit {
    const visit = this.diary.visits.get(registrationId);
    if (!visit) throw new Error(`${registrationId} was never accepted`);
    return visit;
  }

  /** Somebody signs up for a session that begins in an hour; some give the place back, most come, a few are let in by mistake. */
  async #attend(person: Person, of: Omit<Visit, 'memberId' | 'seats' | 'enterpriseId' | 'employment' | 'there'>) {
    const random = this.#random;
    const companions = upTo(2, random);
    const activityId = of.session;
    const registrationId = await signedUp(this.#cloud, person.openid, { activityId, companions });
    this.commands += 1;
    if (random() < 0.15) {
      const { answer } = await this.#cloud.call(
        'activity',
        'cancel',
        { registrationId },
        {
          openid: person.openid,
          requestId: requestId(),
        },
      );
      accepted(answer);
      this.commands += 1;
      return;
    }
    const { memberId, enterpriseId, employment } = person;
    const visit = { ...of, memberId, enterpriseId, employment, seats: 1 + companions, there: false };
    this.diary.visits.set(registrationId, visit);
    if (random() < 0.75) await this.#admit(registrationId, person);
    if (visit.there && random() < 0.25) {
      await this.#undo(registrationId);
      if (random() < 0.5) await this.#admit(registrationId, person);
    }
  }

  async #read(person: Person): Promise<void> {
    if (!person.reads) return;
    await checkedIn(this.#cloud, person.openid, 'long', {
      book: { title: oneOf(['活着', '三体', '边城'], this.#random) },
    });
    this.diary.points.issued += READ;
    this.commands += 1;
  }

  /** Points by an organizer's word, a coffee for some of them: drunk, drunk by mistake, or given back. */
  async #redeem(person: Person, at: number): Promise<void> {
    const [cloud, random] = [this.#cloud, this.#random];
    const given = { memberId: person.memberId, points: GRANT, reason: '帮忙布置会场' };
    accepted((await cloud.call('points', 'grant', given, { openid: FIRST_ADMIN, requestId: requestId() })).answer);
    this.diary.points.adjusted += GRANT;
    const { id } = accepted((await atBenefit(cloud, 'redeem', { benefitId: 'coffee' }, person.openid)).answer);
    this.diary.points.redeemed += PRICE;
    this.commands += 2;
    const redemptionId = id;
    if (random() < 0.2) {
      accepted((await atBenefit(cloud, 'cancel', { redemptionId }, person.openid)).answer);
      this.diary.points.redeemed -= PRICE;
      this.commands += 1;
      return;
    }
    const { digits: code } = accepted((await atBenefit(cloud, 'show', { redemptionId }, person.openid)).answer);
    accepted((await atBenefit(cloud, 'verify', { shopId: 'cafe', code }, 'barista')).answer);
    this.commands += 1;
    if (random() < 0.3) {
      accepted((await atBenefit(cloud, 'undoVerify', { redemptionId, reason: '点错了' }, 'barista')).answer);
      person.undrunk += 1;
      this.commands += 1;
      return;
    }
    const { enterpriseId } = person;
    this.diary.given.set(id, { month: dayWord(at).slice(0, 7), brand: 'books', enterpriseId });
  }

  /** Somebody changes how they are employed; somebody leaves the union and joins it again at another enterprise. */
  async #move(): Promise<void> {
    const random = this.#random;
    const person = oneOf(this.#people, random);
    if (random() < 0.5) {
      person.employment = oneOf(EMPLOYMENTS, random);
      await this.#member('updateMe', { employment: person.employment }, person.openid);
    } else {
      await this.#member('leave', { confirm: true }, person.openid);
      this.diary.points.redeemed -= PRICE * person.undrunk;
      const enterpriseId = oneOf(ENTERPRISES, random);
      this.#joined += 1;
      const phone = `139${String(this.#joined).padStart(8, '0')}`;
      await addToRoster(this.#cloud, enterpriseId, phone);
      const who = { name: '回来的人', employment: person.employment, consent: { notice: PRIVACY_NOTICE } };
      const input = { ...who, enterpriseId, phoneCode: `phone-${phone}-${requestId()}` };
      const { memberId = '' } = await this.#member('join', input, person.openid);
      Object.assign(person, { memberId, enterpriseId, reads: false, undrunk: 0 });
    }
    this.commands += 1;
  }

  /** One evening: a session an hour from now, what happens around it, and what is put right in the weeks after. */
  async evening(at: number): Promise<void> {
    const [cloud, random] = [this.#cloud, this.#random];
    await setClock(cloud, at);
    const startsAt = at + HOUR;
    const [brand, format] = [oneOf(BRANDS, random), oneOf(FORMATS, random)];
    const activityId = await published(cloud, {
      ...{ brand, format, companions: 2, takesAttendance: true, opensAt: at - HOUR, closesAt: startsAt },
      ...{ cancelUntil: startsAt, sessions: [{ ...session('s1', 60), startsAt, endsAt: startsAt + 2 * HOUR }] },
    });
    const of = { session: activityId, month: dayWord(startsAt).slice(0, 7), brand, format };
    for (const person of this.#people) {
      if (random() < 0.7) await this.#attend(person, of);
      if (random() < 0.3) await this.#read(person);
      if (random() < 0.2) await this.#redeem(person, at);
    }
    await runSweeps(cloud);
    await setClock(cloud, at + DAY);
    await runSweeps(cloud);
    // Whom the sweep found missing came after all, or was not there: an organizer says so weeks later.
    await setClock(cloud, at + 3 * DAY);
    for (const [registrationId, visit] of this.diary.visits) {
      const person = this.#people.find(({ memberId }) => memberId === visit.memberId);
      if (visit.session !== activityId || !person || random() > 0.2) continue;
      if (visit.there) await this.#undo(registrationId);
      else await this.#admit(registrationId, person);
    }
    await this.#move();
  }

  /** Until no sweep finds anything to count. */
  async settle(at: number): Promise<void> {
    await setClock(this.#cloud, at);
    for (let turn = 0; turn < 3; turn++) await runSweeps(this.#cloud);
    for (;;) {
      const { result } = await sweepTallies(this.#cloud);
      if (!result?.ok) throw new Error('the sweep failed');
      if (result.value?.found === 0) return;
    }
  }

  /** Where the reports of these years say something else than the diary. */
  async differences(years: readonly number[]): Promise<string[]> {
    const found: string[] = [];
    const points = { issued: 0, adjusted: 0, redeemed: 0 };
    for (const year of years) {
      for (const enterpriseId of [undefined, ...ENTERPRISES]) {
        const input = { year, ...(enterpriseId !== undefined && { enterpriseId }) };
        const report = accepted((await atReport(this.#cloud, 'year', input)).answer);
        found.push(...differencesOf(report, this.diary, enterpriseId));
        for (const month of report.points ?? []) add(points, month);
      }
    }
    const [said, done] = [points, this.diary.points].map((each) => JSON.stringify(each));
    return said === done ? found : [...found, `points: reported ${said}, done ${done}`];
  }
}

function add(sums: Omit<PointsMonth, 'month' | 'expired'>, month: PointsMonth): void {
  sums.issued += month.issued;
  sums.adjusted += month.adjusted;
  sums.redeemed += month.redeemed;
}

type Said = Partial<Counted> & { attendance?: { expected: number; came: number } };

function differencesOf(report: YearReport, diary: Diary, enterpriseId: string | undefined): string[] {
  const found: string[] = [];
  const asked = (of: { month: string; enterpriseId: string }): boolean =>
    of.month.startsWith(`${report.year}-`) && (enterpriseId === undefined || of.enterpriseId === enterpriseId);
  const check = (where: string, { attendance, ...line }: Said, counted: Counted): void => {
    const said: Partial<Counted> = { ...line, ...attendance };
    for (const measure of ['sessions', 'times', 'persons', 'expected', 'came', 'benefits'] as const)
      if (said[measure] !== undefined && said[measure] !== counted[measure])
        found.push(
          `${report.year} ${enterpriseId ?? 'all'} ${where} ${measure}: ${said[measure]}, done ${counted[measure]}`,
        );
  };
  check('total', report.total, diary.count(asked));
  for (const line of report.brands)
    check(
      line.brand,
      line,
      diary.count((of) => asked(of) && of.brand === line.brand),
    );
  for (const { format, ...line } of report.formats) check(format, line, diary.count(asked, { format }));
  for (const { employment, ...line } of report.employments) check(employment, line, diary.count(asked, { employment }));
  for (const { month, brands, ...line } of report.months) {
    check(
      month,
      line,
      diary.count((of) => asked(of) && of.month === month),
    );
    for (const each of brands)
      check(
        `${month} ${each.brand}`,
        each,
        diary.count((of) => asked(of) && of.month === month && of.brand === each.brand),
      );
  }
  for (const line of report.enterprises ?? [])
    check(
      line.id,
      line,
      diary.count((of) => asked(of) && of.enterpriseId === line.id),
    );
  return found;
}
