import type { SeenAs } from '../../types/contract';
import { addChallenge, addPeople, checkedIn, joined, reading, requestId } from './challenge-town';
import type { RunningCloud } from './cloud';
import type { Command, Prepare } from './crash-command';
import { clockOf } from './gate';
import { DAY } from './plans';
import { FIRST_ADMIN, setClock } from './town';

/** One challenge for all rounds: its boards are everybody's. */
export const CHALLENGE = 'winter';

export async function startReading(cloud: RunningCloud): Promise<void> {
  await addChallenge(cloud, CHALLENGE, { endsOn: '2027-06-30' });
}

const command = (op: string, input: object, openid: string, id = requestId()): Command => ({
  ...{ fn: 'reading', op, input, openid, requestId: id },
});

/** Somebody who reads: what a round leaves concerns no other. */
export async function reader(cloud: RunningCloud, tag: string, seenAs: SeenAs = 'name'): Promise<string> {
  const openid = `reader-${tag}`;
  await addPeople(cloud, [openid], seenAs);
  await joined(cloud, openid, CHALLENGE);
  return openid;
}

async function checkedInBy(cloud: RunningCloud, tag: string): Promise<{ openid: string; checkInId: string }> {
  const openid = await reader(cloud, tag);
  const { checkIn } = await checkedIn(cloud, openid, CHALLENGE, { minutes: 20, note: '初稿' });
  await checkedIn(cloud, openid, CHALLENGE, { minutes: 15 });
  return { openid, checkInId: checkIn.id };
}

/** Somebody with a card and a day that it can fill: time goes on by nine days, and stays there. */
async function withCard(cloud: RunningCloud, tag: string) {
  const openid = await reader(cloud, tag);
  const now = await clockOf(cloud);
  for (let day = 0; day < 7; day++) {
    await setClock(cloud, now + day * DAY);
    await checkedIn(cloud, openid, CHALLENGE);
  }
  await setClock(cloud, now + 8 * DAY);
  return { openid, day: new Date(now + 7 * DAY + 8 * 3_600_000).toISOString().slice(0, 10) };
}

/** Every command of readers that writes, by its name. */
export const READING: Record<string, Prepare> = {
  async join(cloud, tag) {
    await addPeople(cloud, [`reader-${tag}`]);
    return command('join', { challengeId: CHALLENGE }, `reader-${tag}`);
  },
  async checkIn(cloud, tag) {
    const input = reading(CHALLENGE, { note: '读完一章', book: { title: '围城' } });
    return command('checkIn', input, await reader(cloud, tag));
  },
  /** What was made offline, yesterday: it is late, and costs a day of the month. */
  async checkInLate(cloud, tag) {
    const openid = await reader(cloud, tag);
    await setClock(cloud, (await clockOf(cloud)) + DAY);
    const madeAt = (await clockOf(cloud)) - DAY + 1_000;
    return command('checkIn', reading(CHALLENGE, { madeAt }), openid);
  },
  async editCheckIn(cloud, tag) {
    const { openid, checkInId } = await checkedInBy(cloud, tag);
    return command('editCheckIn', { checkInId, minutes: 5, pages: 9, note: '改过的', shared: false }, openid);
  },
  async removeCheckIn(cloud, tag) {
    const { openid, checkInId } = await checkedInBy(cloud, tag);
    return command('removeCheckIn', { checkInId }, openid);
  },
  async takeAway(cloud, tag) {
    const { checkInId } = await checkedInBy(cloud, tag);
    return command('takeAway', { checkInId, reason: '这是广告' }, FIRST_ADMIN);
  },
  async fillDay(cloud, tag) {
    const { openid, day } = await withCard(cloud, tag);
    return command('fillDay', { challengeId: CHALLENGE, day }, openid);
  },
  async setSeenAs(cloud, tag) {
    const { openid } = await checkedInBy(cloud, tag);
    return command('setSeenAs', { seenAs: 'surname' }, openid);
  },
  async unseen(cloud, tag) {
    const openid = await reader(cloud, tag);
    await checkedIn(cloud, openid, CHALLENGE, { note: '好书', shared: true });
    return command('setSeenAs', { seenAs: 'nobody' }, openid);
  },
  async rename(cloud, tag) {
    const { openid } = await checkedInBy(cloud, tag);
    return { ...command('updateMe', { name: `李改名${tag}` }, openid), fn: 'member' };
  },
};
