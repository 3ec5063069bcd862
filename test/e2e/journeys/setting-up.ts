import { dayOf } from '../../../domain/time/shanghai';
import { holds, isRecord, same } from '../expect';
import { hands } from '../files';
import type { Journey } from '../journey';
import type { Phone } from '../phone';

const DAY = 86_400_000;

/** The id of the activity whose page is in front. */
function idInFront(phone: Phone): string {
  const id = /[?&]id=([^&]+)/.exec(phone.page.url())?.[1];
  holds(id !== undefined, `an activity is in front: ${phone.page.url()}`);
  return decodeURIComponent(id);
}

const fromTemplate: Journey = {
  name: 'an organizer makes an activity from a template, sees it as workers will, reads what may go wrong, and publishes it',
  async run({ person, ask }) {
    const organizer = await person({ openid: 'demo-organizer' });
    await organizer.open('/packages/setup/pages/edit/index');
    await organizer.sees('start');
    await organizer.press(/^读书会/);
    await organizer.type('title', '冬夜读信会');
    await organizer.type('tagline', '念一封旧信，给今天的人听');
    await organizer.type('description', '每人念一封信，自己的、书里的都行。');
    await hands(organizer, 'add-photo', '海报.png', await organizer.page.screenshot(), 'image/png');
    await organizer.sees('photo');
    await organizer.tap('next');
    await organizer.type('venue.name', '药谷书房');
    await organizer.type('venue.address', '春和街 20 号');
    await organizer.type('venue.point', '39.6845, 116.3262');
    await organizer.type('venue.holds', '30');
    await organizer.tap('look');
    await organizer.sees('look-sheet');
    await organizer.reads(/冬夜读信会/, /还没开放/);
    await organizer.page.keyboard.press('Escape');
    await organizer.tap('step-rewards');
    await organizer.reads(/来一场阅读/);
    await organizer.tap('next');
    await organizer.reads(/场地容 30 人/);
    await organizer.tap('warning-over-venue');
    await organizer.type('sessions.s1.capacity', '30');
    await organizer.tap('step-check');
    await organizer.losesSightOf('warning-over-venue');
    await organizer.tap('save');
    await organizer.sees('managed-draft');
    const id = idInFront(organizer);
    await organizer.tap('publish');
    await organizer.sees('warning-no-volunteers');
    await organizer.tap('confirm-publish');
    await organizer.sees('managed-published');
    const made = await ask('demo-organizer', 'organizer.activity', { activityId: id });
    holds(isRecord(made) && isRecord(made.plan), 'it is there with its plan');
    same(made.state, 'published', 'its state');
    const worker = await person({ openid: 'demo-worker' });
    await worker.openActivity(id);
    await worker.sees('photos');
    const { images } = made.plan;
    holds(
      Array.isArray(images) && images.length === 1 && /\.jpg$/.test(String(images[0])),
      'its picture was made small',
    );
    await worker.page.waitForFunction(`document.querySelector('[data-testid="photos"] img')?.naturalWidth > 0`);
  },
};

const copied: Journey = {
  name: 'an organizer holds a former activity again: the same weekday, nobody in it, and the former one stays as it was',
  async run({ person }) {
    const organizer = await person({ openid: 'demo-organizer' });
    await organizer.open('/packages/organizer/pages/manage/index?id=lunch-reading');
    await organizer.tap('copy-activity');
    await organizer.sees('copy-sheet');
    const day = await organizer.part('copy-day').inputValue();
    holds(day > dayOf(Date.now() + DAY), 'the day that is offered is to come');
    await organizer.tap('copy');
    await organizer.sees('title');
    same(await organizer.part('title').inputValue(), '午间共读会', 'the name of the copy');
    await organizer.tap('step-when');
    same((await organizer.part('sessions.s1.startsAt').inputValue()).slice(0, 10), day, 'the day of its session');
    await organizer.tap('step-check');
    await organizer.tap('save');
    await organizer.sees('managed-draft');
    holds(idInFront(organizer) !== 'lunch-reading', 'it is an activity of its own');
  },
};

export default [fromTemplate, copied];
