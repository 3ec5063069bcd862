import type { Request } from 'playwright-core';
import { isRecord, itemsOf } from '../expect';
import type { Phone } from '../phone';

type Value = Record<string, unknown>;
type Change = (value: Value) => object;

const CALLS = '**/call/*';

/** Whether that request is for the operation: `signUp` of activities, or another area's by its whole name. */
function isOf(request: Request, op: string): boolean {
  const [area, name] = op.includes('.') ? op.split('.') : ['activity', op];
  const asked: unknown = request.postDataJSON();
  return isRecord(asked) && asked.op === name && request.url().endsWith(`/call/${area}`);
}

/** An answer's value as it came, or a refusal in its place. */
export type Answered = { ok: true; value: Value } | { ok: false; refusal: string; detail: unknown };

/**
 * Lets what one operation answers be changed on its way to the phone: some states take days, an organizer and three
 * other people to come about, and a picture of them needs only their words. The rest of the answer is the real one.
 */
export async function altered(phone: Phone, op: string, change: (answer: Answered) => Answered): Promise<void> {
  await phone.page.route(CALLS, async (route) => {
    if (!isOf(route.request(), op)) return route.fallback();
    const response = await route.fetch();
    const came: unknown = await response.json();
    const answer: Answered =
      isRecord(came) && isRecord(came.value)
        ? { ok: true, value: came.value }
        : { ok: false, refusal: String(isRecord(came) && came.refusal), detail: isRecord(came) ? came.detail : {} };
    await route.fulfill({ response, json: change(answer) });
  });
}

/** The operation is refused on its way: it does not come to the cloud. */
export async function refusedAs(phone: Phone, op: string, refusal: string, detail: object): Promise<void> {
  await phone.page.route(CALLS, (route) => {
    if (!isOf(route.request(), op)) return route.fallback();
    return route.fulfill({ json: { ok: false, refusal, detail } });
  });
}

/** The operation is answered on its way: it does not come to the cloud. */
export async function answeredAs(phone: Phone, op: string, value: object): Promise<void> {
  await phone.page.route(CALLS, (route) => {
    if (!isOf(route.request(), op)) return route.fallback();
    return route.fulfill({ json: { ok: true, value } });
  });
}

/** What came, with some of it otherwise, where it was answered at all. */
export const alteredValue = (phone: Phone, op: string, change: Change): Promise<void> =>
  altered(phone, op, (answer) =>
    answer.ok ? { ok: true, value: { ...answer.value, ...change(answer.value) } } : answer,
  );

/** Each item of a list, by its number from 0. */
export const alteredItems = (phone: Phone, op: string, change: (item: Value, index: number) => object): Promise<void> =>
  alteredValue(phone, op, (value) => ({
    items: itemsOf(value).map((item, index) => ({ ...item, ...change(item, index) })),
  }));

export const asTheyAre = (phone: Phone): Promise<void> => phone.page.unroute(CALLS);
