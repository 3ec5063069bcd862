import type { Locator } from 'playwright-core';
import { holds, isRecord, itemsOf } from './expect';
import type { Stage } from './journey';
import type { Phone } from './phone';

/** The nth of the members that the seed adds for journeys; nobody else uses them. */
export const memberNo = (n: number): string => `load-${String(n).padStart(6, '0')}`;
/** How many of them there are. */
export const MEMBERS = 60;

/** An option of a choice, by what it begins with. */
export function option(phone: Phone, words: string): Locator {
  return phone.front.locator('.choice__option').filter({ hasText: words }).first();
}

/** What the festival asks, answered; the sheet is open. */
export async function fillFestival(phone: Phone, zone: string): Promise<void> {
  await option(phone, zone).click();
  await option(phone, '不需要').click();
  await phone.type('contact', '13800138099');
}

export async function openFestivalSheet(phone: Phone): Promise<void> {
  await phone.openActivity('music-festival');
  await phone.offers('报名');
  await phone.tap('primary');
  await phone.sees('sign-up-sheet');
}

/** What that person holds in that activity by the store, whatever screens say. */
export async function held(stage: Stage, openid: string, activityId: string): Promise<Record<string, unknown>[]> {
  const pages = await stage.ask(openid, 'activity.mine', { when: 'upcoming' });
  return itemsOf(pages).filter((each) => each.activityId === activityId && each.state === 'confirmed');
}

/** The id of the one registration that person holds there; throws where there is none, or more than one. */
export async function oneHeld(stage: Stage, openid: string, activityId: string): Promise<string> {
  const mine = await held(stage, openid, activityId);
  holds(mine.length === 1, `${openid} holds ${mine.length} places in ${activityId}, where one was expected`);
  const id = mine[0]?.id;
  holds(typeof id === 'string', 'a registration has an id');
  return id;
}

/** Registrations of that activity that hold a place, as the store has them. */
export async function placesHeld(stage: Stage, activityId: string): Promise<number> {
  const all = await stage.cloud.api('GET', 'documents?collection=registrations');
  holds(Array.isArray(all), 'the store gives its documents');
  return all.filter((each) => isRecord(each) && each.activityId === activityId && each.state === 'confirmed').length;
}
