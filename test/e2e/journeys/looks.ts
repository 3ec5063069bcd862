import { cutOff, faint, sticksOut, stillness } from '../audit';
import type { Device } from '../browser';
import { holds, same } from '../expect';
import type { Journey, Stage } from '../journey';
import { everyPage } from '../pages';
import { oneHeld } from '../people';
import type { Phone } from '../phone';

type Audit = (phone: Phone) => Promise<string[]>;

/** Opens every page on that device, and what opens over it, and throws with all that the audit finds. */
async function auditAll(stage: Stage, device: Omit<Device, 'openid'>, audit: Audit, of?: string): Promise<void> {
  const found: string[] = [];
  for (const { openid, pages } of await everyPage(stage)) {
    if (of !== undefined && openid !== of) continue;
    const phone = await stage.person({ openid, ...device });
    const look = async (name: string): Promise<void> => {
      await stillness(phone.page);
      found.push(...(await audit(phone)).map((fault) => `${name}: ${fault}`));
    };
    for (const { name, path, ready, sheets = [] } of pages) {
      const there = phone.path() === path.split('?')[0];
      await phone.open(path);
      // Of the same page, the one before would be in sight for a moment yet, or stay as it was left.
      if (there) await phone.reopen();
      await ready(phone);
      await look(name);
      for (const sheet of sheets) {
        await sheet.open(phone);
        await look(`${name} ${sheet.name}`);
        await phone.press('关闭');
        await phone.all('.sheet').waitFor({ state: 'hidden' });
      }
    }
  }
  holds(found.length === 0, `\n    ${[...new Set(found)].join('\n    ')}`);
}

async function turnCareOn(phone: Phone): Promise<void> {
  await phone.open('/pages/me/index');
  await phone.tap('care');
  await phone.press('打开', true);
  await phone.all('.screen--care').waitFor();
}

/** How `.screen` carries what somebody chose, or their phone's text size, to all that is on it. */
interface Worn {
  care: boolean;
  scale: string;
}

const USUAL: Worn = { care: false, scale: '1' };
/** As it is once somebody chose it, and as it is where the system's text is half as large again: both are held below. */
const CARE: Worn = { care: true, scale: '1.25' };
const LARGE: Worn = { care: true, scale: '1.5' };

const worn = (phone: Phone): Promise<Worn> =>
  phone.all('.screen').evaluate((screen: HTMLElement) => ({
    care: screen.classList.contains('screen--care'),
    scale: screen.style.getPropertyValue('--scale'),
  }));

async function wear({ page }: Phone, how: Worn): Promise<void> {
  await page.evaluate(({ care, scale }) => {
    for (const screen of document.querySelectorAll<HTMLElement>('.screen')) {
      screen.classList.toggle('screen--care', care);
      screen.style.setProperty('--scale', scale);
    }
  }, how);
  await stillness(page);
}

/** In one visit of each page: most of an audit is waiting for pages. */
const fitAndClear: Journey = {
  name: 'at 320 px no page scrolls sideways or cuts off a button, and every text stands out, in light, dark, care mode and at 150 %',
  async run(stage) {
    const audit: Audit = async (phone) => {
      const { page } = phone;
      const found: string[] = [];
      for (const [how, wears] of Object.entries({ usual: USUAL, care: CARE })) {
        await wear(phone, wears);
        found.push(...(await sticksOut(page)).map((fault) => `${how} ${fault}`));
        for (const colorScheme of ['dark', 'light'] as const) {
          await page.emulateMedia({ colorScheme });
          found.push(...(await faint(page)).map((fault) => `${how} ${colorScheme} ${fault}`));
        }
      }
      await wear(phone, LARGE);
      found.push(...[...(await cutOff(page)), ...(await sticksOut(page))].map((fault) => `large ${fault}`));
      await wear(phone, USUAL);
      return found;
    };
    await auditAll(stage, { width: 320, height: 640 }, audit);
  },
};

const largeText: Journey = {
  name: 'where the system’s text is at 150 % no button of a worker’s pages is cut off',
  async run(stage) {
    const audit: Audit = async ({ page }) => [...(await cutOff(page)), ...(await sticksOut(page))];
    await auditAll(stage, { width: 320, height: 640, textSize: 24 }, audit, 'demo-worker');
    const phone = await stage.person({ openid: 'demo-worker', width: 375, height: 667, textSize: 24 });
    await phone.openActivity('music-festival');
    await phone.offers('报名');
    const box = await phone.part('primary').boundingBox();
    holds(box !== null && box.y + box.height <= 667 && box.height >= 44, `the button is whole: ${JSON.stringify(box)}`);
    await phone.tap('primary');
    const confirm = await phone.part('confirm-sign-up').boundingBox();
    holds(confirm !== null && confirm.y + confirm.height <= 667, `and in the sheet: ${JSON.stringify(confirm)}`);
  },
};

const ground = (phone: Phone): Promise<string> =>
  phone.page.evaluate(() => getComputedStyle(document.querySelector('.screen') ?? document.body).backgroundColor);

const bodySize = (phone: Phone): Promise<number> =>
  phone.all('.screen').evaluate((screen) => Number.parseFloat(getComputedStyle(screen).fontSize));

const modes: Journey = {
  name: 'dark mode follows the system, care mode the person, and lasts',
  async run(stage) {
    const phone = await stage.person({ openid: 'demo-worker', dark: true });
    await phone.open();
    await phone.reads('正在报名');
    const [r = 255, g = 255, b = 255] = ((await ground(phone)).match(/\d+/g) ?? []).map(Number);
    holds(r < 40 && g < 40 && b < 40, `the ground is near black: ${r} ${g} ${b}`);
    await phone.page.emulateMedia({ colorScheme: 'light' });
    same(await ground(phone), 'rgb(255, 255, 255)', 'the ground by day');
    const usual = await bodySize(phone);
    same(await worn(phone), USUAL, 'what the screen wears');
    await turnCareOn(phone);
    same(await worn(phone), CARE, 'what the screen wears in care mode');
    holds((await bodySize(phone)) >= usual * 1.2, `text is larger: ${await bodySize(phone)}, before ${usual}`);
    await phone.press('返回');
    await phone.reads('已开');
    await phone.reopen();
    await phone.sees('me-active');
    holds((await bodySize(phone)) >= usual * 1.2, 'and stays so');
    await phone.tap('care');
    await phone.press('关闭', true);
    same(await bodySize(phone), usual, 'text as before');
    const system = await stage.person({ openid: 'demo-worker', textSize: 24 });
    await system.open();
    await system.reads('正在报名');
    await system.all('.screen--care').waitFor();
    same(await worn(system), LARGE, 'what the screen wears where text is large');
  },
};

/** Presses Tab until the part that tests know by that name, or that begins with those words, has the focus. */
async function tabTo(phone: Phone, wanted: string): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    await phone.page.keyboard.press('Tab');
    const reached = await phone.page.evaluate((text) => {
      const focus = document.activeElement;
      return focus?.getAttribute('data-testid') === text || focus?.textContent?.startsWith(text) === true;
    }, wanted);
    if (reached) return;
  }
  throw new Error(`sixty tabs do not reach ${wanted}`);
}

const desktop: Journey = {
  name: 'a desktop window has a centred column, and the keyboard is enough',
  async run(stage) {
    const phone = await stage.person({ openid: 'demo-worker', width: 1280, height: 800 });
    await phone.open();
    await phone.sees('activity-aed-contest');
    const box = await phone.part('activity-aed-contest').boundingBox();
    holds(box !== null && box.width <= 640, `a column, not a line across: ${JSON.stringify(box)}`);
    holds(Math.abs(box.x + box.width / 2 - 640) < 12, `in the middle: ${JSON.stringify(box)}`);
    await tabTo(phone, 'activity-aed-contest');
    const seen = await phone.page.evaluate(() => {
      const style = document.activeElement && getComputedStyle(document.activeElement);
      return style !== null && (style.outlineStyle !== 'none' || style.boxShadow !== 'none');
    });
    holds(seen, 'one sees where the focus is');
    await phone.page.keyboard.press('Enter');
    await phone.offers('报名');
    await tabTo(phone, 'primary');
    await phone.page.keyboard.press('Enter');
    await phone.sees('sign-up-sheet');
    const inside = await phone.page.evaluate(() => {
      const sheet = document.querySelector('[data-testid=sign-up-sheet] .sheet__panel');
      const { left = 0, width = 0 } = sheet?.getBoundingClientRect() ?? {};
      return { left, width };
    });
    holds(inside.width <= 640 && inside.left > 300, `the sheet keeps to the column: ${JSON.stringify(inside)}`);
    await phone.page.keyboard.press('Escape');
    await phone.losesSightOf('sign-up-sheet');
    await signUpByKeyboard(phone);
    await oneHeld(stage, 'demo-worker', 'aed-contest');
  },
};

async function signUpByKeyboard(phone: Phone): Promise<void> {
  const { keyboard } = phone.page;
  await tabTo(phone, 'primary');
  await keyboard.press('Enter');
  await phone.sees('sign-up-sheet');
  await tabTo(phone, '没学过');
  await keyboard.press('Space');
  await tabTo(phone, 'contact');
  await keyboard.type('13800138099');
  await tabTo(phone, 'confirm-sign-up');
  await keyboard.press('Enter');
  await phone.sees('signed-up');
}

export default [modes, desktop, fitAndClear, largeText];
