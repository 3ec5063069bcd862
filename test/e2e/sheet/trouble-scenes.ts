import { PATHS, type Reel, type Scene } from './scene';

/** A page whose answers do not come. */
function skeleton(name: string, path: string): Scene {
  return {
    name,
    async show(phone) {
      await phone.page.route('**/call/**', () => undefined);
      await phone.open(path);
      await phone.reopen();
      await phone.sees('skeleton');
    },
    after: (phone) => phone.page.unroute('**/call/**'),
  };
}

const DETAIL = '/packages/activity/pages/detail/index?id=book-fair';

const offline: Scene = {
  name: 'trouble-offline',
  async show(phone) {
    await phone.openActivity('park-walk');
    await phone.offers('报名');
    await phone.context.setOffline(true);
    await phone.openActivity('story-hour');
    await phone.sees('refused-OFFLINE');
  },
  after: (phone) => phone.context.setOffline(false),
};

const gone: Scene = {
  name: 'trouble-not-found',
  async show(phone) {
    await phone.openActivity('no-such-activity');
    await phone.sees('refused-NOT_FOUND');
  },
};

const broken: Scene = {
  name: 'trouble-internal',
  async show(phone, { cloud }) {
    await cloud.api('POST', 'faults', { function: 'activity', op: 'get', at: 1, when: 'before', effect: 'kill' });
    await phone.openActivity('lunch-reading');
    await phone.sees('refused-INTERNAL');
  },
};

/** A gateway answers in the cloud's place: what became of the question, nobody knows. */
const listTimeout: Scene = {
  name: 'trouble-home-timeout',
  async show(phone) {
    await phone.page.route('**/call/**', (route) => route.fulfill({ status: 504, json: { message: 'no answer' } }));
    await phone.open(PATHS.home);
    await phone.reopen();
    await phone.sees('refused-TIMEOUT');
  },
  after: (phone) => phone.page.unroute('**/call/**'),
};

const stale: Scene = {
  name: 'trouble-stale-me',
  async show(phone) {
    await phone.open(PATHS.me);
    await phone.sees('me-active');
    await phone.page.route('**/call/**', (route) => route.abort('failed'));
    await phone.reopen();
    await phone.reads('先看上次的内容');
  },
  after: (phone) => phone.page.unroute('**/call/**'),
};

export const TROUBLE_REELS: Reel[] = [
  // What one is oneself is kept over a restart: only a new device has to wait for it.
  { device: { openid: 'crowd-0004' }, scenes: [skeleton('skeleton-me', PATHS.me)] },
  {
    device: { openid: 'crowd-0003' },
    scenes: [
      skeleton('skeleton-home', PATHS.home),
      skeleton('skeleton-activities', PATHS.activities),
      skeleton('skeleton-detail', DETAIL),
      offline,
      gone,
      broken,
      listTimeout,
      stale,
    ],
  },
];
