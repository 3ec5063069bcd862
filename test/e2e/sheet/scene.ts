import type { Device } from '../browser';
import type { Stage } from '../journey';
import { option } from '../people';
import type { Phone } from '../phone';

/** One picture of the contact sheet: what a person did to see it. */
export interface Scene {
  /** Its file's name; the words before the dash group it. */
  name: string;
  /** Gets there; the phone may be anywhere before. */
  show(phone: Phone, stage: Stage): Promise<void>;
  /** Puts back what would disturb the next picture. */
  after?(phone: Phone, stage: Stage): Promise<void>;
}

/** Pictures that one device takes one after another. */
export interface Reel {
  device: Device;
  scenes: Scene[];
}

const ACTIVITY = '/packages/activity/pages';
const MEMBER = '/packages/member/pages';
export const PATHS = {
  home: '/pages/home/index',
  activities: '/pages/activities/index',
  me: '/pages/me/index',
  registrations: `${ACTIVITY}/registrations/index`,
  join: `${MEMBER}/join/index`,
  profile: `${MEMBER}/profile/index`,
  privacy: `${MEMBER}/privacy/index`,
  messages: `${MEMBER}/messages/index`,
  help: `${MEMBER}/help/index`,
  care: `${MEMBER}/care/index`,
} as const;

/** A scene that is only a page with something on it to wait for. */
export function page(name: string, path: string, ready: (phone: Phone) => Promise<void>): Scene {
  return {
    name,
    async show(phone) {
      await phone.open(path);
      await ready(phone);
    },
  };
}

export const detail = (name: string, id: string): Scene => ({
  name,
  async show(phone) {
    await phone.openActivity(id);
    await phone.sees('primary');
  },
});

/** The ticket of that member's registration in that activity, whatever became of it. */
export async function openTicket(phone: Phone, stage: Stage, activityId: string): Promise<void> {
  for (const when of ['upcoming', 'past']) {
    const value = await stage.ask(phone.openid, 'activity.mine', { when });
    const found = JSON.stringify(value).match(new RegExp(`"id":"([^"]+)"[^{}]*"activityId":"${activityId}"`));
    if (!found) continue;
    await phone.open(`${ACTIVITY}/ticket/index?id=${found[1]}`);
    return phone.sees('ticket');
  }
  throw new Error(`${phone.openid} has nothing in ${activityId}`);
}

/** Brings the words to the middle of the window. */
export async function scrollTo(phone: Phone, words: string | RegExp): Promise<void> {
  await phone.words(words).evaluate((element) => element.scrollIntoView({ block: 'center' }));
}

/** The sign-up sheet of that activity, the named options chosen. */
export async function openSheet(phone: Phone, activityId: string, ...chosen: string[]): Promise<void> {
  await phone.openActivity(activityId);
  await phone.offers('报名');
  await phone.tap('primary');
  await phone.sees('sign-up-sheet');
  for (const words of chosen) await option(phone, words).click();
}
