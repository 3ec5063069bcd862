import { openReader, type ReaderRecord } from '../../domain/reading/reader';
import { daysFrom } from '../../domain/time/days';
import { startOfDay } from '../../domain/time/shanghai';
import { addChallenge, ask, checkedIn, joined, reading, requestId } from '../support/challenge-town';
import type { RunningCloud } from '../support/cloud';
import { insert, memberOf } from '../support/town';

type Inputs = Record<string, (openid: string) => Promise<object> | object>;

/** A challenge that whoever is a member may join, for as long as the table takes. */
export async function addReadingThings(cloud: RunningCloud): Promise<void> {
  await addChallenge(cloud, 'winter', { endsOn: '2027-06-30' });
}

/** Somebody who read on seven days in a row, and not yesterday. */
function withCard(openid: string): ReaderRecord {
  const { _id: memberId, enterpriseId } = memberOf(openid);
  const self = { memberId, enterpriseId, enterpriseName: '药谷第一制药' };
  const terms = { id: 'winter', startsOn: '2026-11-10', endsOn: '2027-06-30' };
  const reader = openReader({ ...terms, rule: { kind: 'minutes', least: 30 } }, self, '2026-11-12');
  const marks = daysFrom('2026-11-12', '2026-11-18').map((day) => {
    return [day, [{ id: `${memberId}-${day}`, minutes: 30, pages: 0, characters: 0, at: startOfDay(day) }]] as const;
  });
  return { ...reader, days: Object.fromEntries(marks.map(([day, each]) => [day, [...each]])) };
}

const winter = { challengeId: 'winter' };

/** What every operation of readers is asked with, so that nothing but permission can refuse it. */
export function readerInputs(cloud: () => RunningCloud, somebodyElse: () => Promise<string>): Inputs {
  const join = (openid: string) => ask(cloud(), 'join', winter, openid);
  /** The asker's own; of who cannot check in, none. */
  const own = async (openid: string) => {
    await join(openid);
    const { answer } = await ask(cloud(), 'checkIn', reading('winter'), openid);
    return { checkInId: answer.ok ? answer.value.checkIn.id : requestId() };
  };
  const somebodys = async () => {
    const openid = await somebodyElse();
    await joined(cloud(), openid, 'winter');
    return (await checkedIn(cloud(), openid, 'winter')).checkIn.id;
  };
  return {
    'reading.today': () => ({}),
    'reading.challenges': () => ({}),
    'reading.challenge': () => winter,
    'reading.board': () => ({ ...winter, of: 'people', span: 'day', when: 'now', from: 0 }),
    'reading.enterpriseBoard': () => ({ ...winter, span: 'day', when: 'now', size: 10 }),
    'reading.myCheckIns': () => ({}),
    'reading.join': () => winter,
    'reading.checkIn': async (openid) => {
      await join(openid);
      return reading('winter');
    },
    'reading.setSeenAs': () => ({ seenAs: 'name' }),
    'reading.editCheckIn': async (openid) => ({
      ...{ ...(await own(openid)), minutes: 31, pages: 1, note: '', shared: false },
    }),
    'reading.removeCheckIn': own,
    'reading.takeAway': async () => ({ checkInId: await somebodys(), reason: '不是读书' }),
    'reading.fillDay': async (openid) => {
      await insert(cloud(), 'readers', [withCard(openid)]);
      return { ...winter, day: '2026-11-19' };
    },
  };
}
