import { addPeople, checkedIn, joined } from './challenge-town';
import type { RunningCloud } from './cloud';
import type { Command, Prepare } from './crash-command';
import { CHALLENGE } from './crash-reading';
import { accepted } from './organizing';
import { atReading, moderate, requestId } from './reading-town';
import { FIRST_ADMIN } from './town';

const command = (op: string, input: object, openid = FIRST_ADMIN): Command => ({
  ...{ fn: 'reading', op, input, openid },
  requestId: requestId(),
});

/** A note that passed, with somebody who read it: what a round leaves concerns no other. */
async function scene(cloud: RunningCloud, tag: string) {
  const [author, reader] = [`author-${tag}`, `fan-${tag}`];
  await addPeople(cloud, [author, reader]);
  await joined(cloud, author, CHALLENGE);
  const { checkIn } = await checkedIn(cloud, author, CHALLENGE, { note: `读后 ${tag}`, shared: true });
  await moderate(cloud);
  return { reader, noteId: checkIn.id };
}

async function commented(cloud: RunningCloud, tag: string) {
  const made = await scene(cloud, tag);
  const { noteId, reader } = made;
  const said = accepted((await atReading(cloud, 'comment', { noteId, text: `说一句 ${tag}` }, reader)).answer);
  await moderate(cloud);
  return { ...made, commentId: said.id };
}

/** Every command about notes that writes, by its name. */
export const FEED: Record<string, Prepare> = {
  async like(cloud, tag) {
    const { noteId, reader } = await scene(cloud, tag);
    return command('like', { noteId, liked: true }, reader);
  },
  async unlike(cloud, tag) {
    const { noteId, reader } = await scene(cloud, tag);
    await atReading(cloud, 'like', { noteId, liked: true }, reader);
    return command('like', { noteId, liked: false }, reader);
  },
  async comment(cloud, tag) {
    const { noteId, reader } = await scene(cloud, tag);
    return command('comment', { noteId, text: `说一句 ${tag}` }, reader);
  },
  async removeComment(cloud, tag) {
    const { noteId, commentId, reader } = await commented(cloud, tag);
    return command('removeComment', { noteId, commentId }, reader);
  },
  async report(cloud, tag) {
    const { noteId, reader } = await scene(cloud, tag);
    return command('report', { noteId, reason: '广告' }, reader);
  },
  async judge(cloud, tag) {
    const { noteId } = await scene(cloud, tag);
    return command('judge', { noteId, wording: 1, verdict: 'reject', reason: '广告' });
  },
  async judgeComment(cloud, tag) {
    const { noteId, commentId } = await commented(cloud, tag);
    return command('judge', { noteId, commentId, wording: 1, verdict: 'reject', reason: '骂人' });
  },
  async feature(cloud, tag) {
    const { noteId } = await scene(cloud, tag);
    return command('feature', { noteId, featured: true });
  },
};
