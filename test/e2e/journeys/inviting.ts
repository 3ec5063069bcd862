import { signedUp } from '../activities';
import { holds, isRecord, itemsOf, same } from '../expect';
import type { Journey, Stage } from '../journey';
import { organizerPath } from '../pages';
import { memberNo } from '../people';
import { HOLDERS, offerPath } from '../role-pages';

async function openInvites(stage: Stage): Promise<Record<string, unknown>[]> {
  const scope = { kind: 'activity', id: 'lawn-stage' };
  return itemsOf(await stage.ask('demo-organizer', 'organizer.grantInvites', { scope }));
}

/** Where the link leads that the organizer sends. */
async function linkNow(stage: Stage): Promise<string> {
  const open = await openInvites(stage);
  same(open.length, 1, 'one invite is open');
  const code = open[0]?.code;
  holds(typeof code === 'string', 'an invite has a code');
  return offerPath(code);
}

const helper: Journey = {
  name: 'an organizer invites a volunteer by a link, who accepts and scans at the gate; after the withdrawal nobody does',
  async run(stage) {
    const organizer = await stage.person({ openid: 'demo-organizer' });
    await organizer.open(organizerPath('volunteers', 'lawn-stage'));
    await organizer.tap('invite-helpers');
    await organizer.tap('new-invite');
    await organizer.sees('invite-sheet');
    await organizer.tap('make-invite');
    await organizer.sees('share-sheet');
    await organizer.sees('qr');
    const path = await linkNow(stage);
    const member = await stage.person({ openid: memberNo(57) });
    await member.open(path);
    await member.reads('苏明月', '志愿者', '在入口扫票、签到');
    await member.tap('accept');
    await member.sees('held');
    await member.tap('go-there');
    await member.tap('duty-lawn-stage-s1');
    const id = await signedUp(stage, memberNo(58), 'lawn-stage', 'b');
    const guest = await stage.person({ openid: memberNo(58) });
    await guest.open(`/packages/activity/pages/ticket/index?id=${id}`);
    await guest.sees('ticket-code');
    await member.type('code', await guest.part('ticket-code').innerText());
    await member.tap('scan');
    await member.sees('verdict-in');
    await organizer.reopen();
    await organizer.reads('已接受 1/5');
    await organizer.all('[data-testid^="invite-"]').first().click();
    await organizer.sees('share-sheet');
    await organizer.tap('withdraw');
    await organizer.tap('withdraw');
    await organizer.losesSightOf('share-sheet');
    same((await openInvites(stage)).length, 0, 'no invite is open any more');
    const second = await stage.person({ openid: memberNo(59) });
    await second.open(path);
    await second.sees('shut-withdrawn');
    const me = await stage.ask(memberNo(59), 'member.me', {});
    holds(isRecord(me) && Array.isArray(me.grants) && me.grants.length === 0, 'who came too late has no role');
  },
};

const stranger: Journey = {
  name: 'somebody who has not joined is told to join first, and sees what they are invited to',
  async run(stage) {
    const wish = { role: 'volunteer', scope: { kind: 'activity', id: 'lawn-stage' }, uses: 1 };
    const made = await stage.ask('demo-organizer', 'organizer.inviteGrant', wish);
    holds(isRecord(made) && typeof made.code === 'string' && typeof made.id === 'string', 'an invite has a code');
    const visitor = await stage.person({ openid: 'demo-visitor' });
    await visitor.open(offerPath(made.code));
    await visitor.reads('志愿者', '接受之前先加入工会');
    await visitor.sees('join');
    await stage.ask('demo-organizer', 'organizer.withdrawInvite', { id: made.id });
  },
};

const ended: Journey = {
  name: 'an admin sees who has which role, and ends one',
  async run(stage) {
    const member = await stage.ask(memberNo(56), 'member.me', {});
    holds(isRecord(member) && typeof member.memberId === 'string', 'a member has an id');
    const { memberId } = member;
    const scope = { kind: 'activity', id: 'lawn-stage' };
    await stage.ask('demo-admin', 'organizer.grant', { memberId, role: 'referee', scope });
    const admin = await stage.person({ openid: 'demo-admin' });
    await admin.open(HOLDERS);
    await admin.press('裁判', true);
    await admin.tap(`holder-${memberId}`);
    await admin.tap('revoke');
    await admin.tap('revoke');
    await admin.losesSightOf(`holder-${memberId}`);
    const after = await stage.ask(memberNo(56), 'member.me', {});
    holds(isRecord(after) && Array.isArray(after.grants) && after.grants.length === 0, 'the role is gone');
  },
};

export default [helper, stranger, ended];
