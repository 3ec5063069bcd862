import { published, signedUp, smallPlan } from '../activities';
import { holds } from '../expect';
import type { Journey } from '../journey';
import { memberNo } from '../people';

const WORDS = '木工坊改到二楼，工具箱在门口领';

const writtenToAll: Journey = {
  name: 'an organizer writes to all who signed up, sees whom it reached, and a worker reads it and opens the activity',
  async run(stage) {
    const id = await published(stage, smallPlan({ title: '写信的木工坊', places: 12 }));
    for (const number of [43, 44]) await signedUp(stage, memberNo(number), id);
    const organizer = await stage.person({ openid: 'demo-organizer' });
    await organizer.open(`/packages/organizer/pages/manage/index?id=${id}`);
    await organizer.tap('announce');
    await organizer.sees('empty');
    await organizer.tap('look');
    await organizer.reads('写一句再发');
    await organizer.type('words', WORDS);
    await organizer.tap('look');
    await organizer.sees('send-sheet');
    await organizer.reads('发给 2 位');
    holds(
      (await organizer.part('preview').innerText()).includes(WORDS),
      'the sheet shows the words as they will be seen',
    );
    await organizer.tap('send');
    await organizer.losesSightOf('send-sheet');
    await organizer.sees('sent-done');
    await organizer.reads(/已送到 2 人/);
    const worker = await stage.person({ openid: memberNo(43) });
    await worker.open('/packages/member/pages/messages/index');
    await worker.reads(/组织者发来消息/, WORDS);
    await worker.press(WORDS);
    await worker.reads('写信的木工坊');
    await organizer.open(`/packages/organizer/pages/log/index?id=${id}`);
    await organizer.reads('给大家发了消息：2 位', WORDS);
  },
};

export default [writtenToAll];
