import type { AlbumRecord } from '../../../domain/afterwards/album';
import type { MemberRecord } from '../../../domain/member/member';
import type { RegistrationRecord } from '../../../domain/signup/registration';
import { documents } from '../../support/town';
import { afterwardsPath, OVER } from '../afterwards-pages';
import { holds, isRecord, itemsOf, same } from '../expect';
import type { Journey, Stage } from '../journey';
import { organizerPath } from '../pages';

const TICKET = '/packages/activity/pages/ticket/index?id=';

/** A registration of what is over, in that state: of the worker, or of anybody. */
async function registered(stage: Stage, state: string, memberId?: string): Promise<RegistrationRecord> {
  const all = await documents<RegistrationRecord>(stage.cloud, 'registrations');
  const found = all.find(
    (each) =>
      each.activityId === OVER && each.state === state && (memberId === undefined || each.memberId === memberId),
  );
  holds(found !== undefined, `somebody is ${state} at ${OVER}`);
  return found;
}

async function accountOf(stage: Stage, of: Partial<MemberRecord>): Promise<MemberRecord> {
  const members = await documents<MemberRecord>(stage.cloud, 'members');
  const found = members.find(({ _id, openid }) => _id === of._id || openid === of.openid);
  holds(found !== undefined, 'there is such a member');
  return found;
}

const saidAndRead: Journey = {
  name: 'after an activity who was there sees the photos, answers three questions and has a photo taken off; an organizer reads what was said and decides',
  async run(stage) {
    const answersOf = async (): Promise<number> => {
      const result = await stage.ask('demo-organizer', 'afterwards.result', { activityId: OVER });
      holds(isRecord(result) && typeof result.answers === 'number', 'the result counts answers');
      return result.answers;
    };
    const before = await answersOf();
    const worker = await stage.person({ openid: 'demo-worker' });
    const { _id: memberId } = await accountOf(stage, { openid: 'demo-worker' });
    const { _id: ticket } = await registered(stage, 'attended', memberId);
    await worker.open(`${TICKET}${ticket}`);
    await worker.sees('first-photos');
    await worker.tap('feedback');
    await worker.sees('feedback-form');
    await worker.tap('send');
    await worker.reads('点一颗星', '选一个');
    await worker.tap('star-4');
    await worker.press('会再来', true);
    await worker.type('words', '终点那边再多几把伞就好了');
    await worker.tap('send');
    await worker.reads('你说：挺好');
    same(await answersOf(), before + 1, 'answers');
    await worker.tap('all-photos');
    await worker.sees('album');
    const [album] = await documents<AlbumRecord>(stage.cloud, 'albums');
    const photo = album?.photos.at(-1)?.id ?? '';
    await worker.tap(`hide-${photo}`);
    await worker.part(`photo-${photo}`).waitFor({ state: 'detached' });
    const organizer = await stage.person({ openid: 'demo-organizer' });
    await organizer.open(organizerPath('manage', OVER));
    await organizer.tap('feedback-result');
    await organizer.reads('终点那边再多几把伞就好了');
    holds(!(await organizer.part('result').innerText()).includes('林晓禾'), 'no answer has a name');
    await organizer.open(afterwardsPath('album'));
    await organizer.reads('请求撤下', /1 张等你决定/);
    await organizer.tap(`keep-${photo}`);
    await organizer.part(`keep-${photo}`).waitFor({ state: 'detached' });
    await worker.reopen();
    await worker.sees(`photo-${photo}`);
  },
};

const absent: Journey = {
  name: 'who was absent sees neither photos nor questions',
  async run(stage) {
    const { _id, memberId } = await registered(stage, 'absent');
    const { openid } = await accountOf(stage, { _id: memberId });
    const person = await stage.person({ openid });
    await person.open(`${TICKET}${_id}`);
    await person.sees('ending-absent');
    holds((await person.all('[data-testid="first-photos"], [data-testid="feedback"]').count()) === 0, 'nothing of it');
    for (const page of ['album', 'feedback'] as const) {
      await person.open(afterwardsPath(page));
      await person.sees('refused-NOT_THERE');
    }
    const mine = itemsOf(await stage.ask(openid, 'activity.mine', { when: 'past' }));
    holds(mine.length > 0, 'their registration is still theirs');
  },
};

export default [saidAndRead, absent];
