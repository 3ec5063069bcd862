import type { BrowserContext, Locator } from 'playwright-core';
import type { Page } from './browser';

export type Words = string | RegExp;

const DETAIL = '/packages/activity/pages/detail/index';

/**
 * A person's device, used as a person uses it: by what is in sight. Pages that lie below the present one stay in the
 * document, so everything is sought among what can be seen.
 */
export class Phone {
  /** What went wrong inside the page, for the journey's end to find. */
  readonly faults: string[] = [];
  #tolerated: RegExp[] = [];

  constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly openid: string,
    readonly url: string,
  ) {
    page.on('pageerror', (error) => this.#note(`page error: ${error.message}`));
    page.on('console', (message) => {
      if (message.type() === 'error') this.#note(`console error: ${message.text()} ${message.location().url}`);
    });
  }

  /** The network is about to fail on purpose; the browser will say so. */
  tolerate(what: RegExp): void {
    this.#tolerated.push(what);
  }

  #note(fault: string): void {
    if (!this.#tolerated.some((each) => each.test(fault))) this.faults.push(fault);
  }

  /** Opens the mini-program, or a page of it as a shared link does. */
  async open(path = ''): Promise<void> {
    await this.page.goto(path === '' ? `${this.url}/` : `${this.url}/#${path}`);
  }

  openActivity(id: string): Promise<void> {
    return this.open(`${DETAIL}?id=${id}`);
  }

  /** As when the program was closed and is opened again. */
  async reopen(): Promise<void> {
    await this.page.reload();
  }

  /** The page in front. While one slides over another both are in sight; the one below is left first. */
  get front(): Locator {
    return this.page.locator('.taro_page_show:not(.taro_page_shade)').last();
  }

  part(testId: string): Locator {
    return this.front.getByTestId(testId).filter({ visible: true }).first();
  }

  words(words: Words): Locator {
    return this.front.getByText(words).filter({ visible: true }).first();
  }

  /** Every part of the page in front that a selector finds and that can be seen. */
  all(selector: string): Locator {
    return this.front.locator(selector).filter({ visible: true });
  }

  /** Waits for a few words that pass. */
  async hears(words: Words): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor();
  }

  /** Waits until the words are in sight. */
  async reads(...wanted: Words[]): Promise<void> {
    for (const words of wanted) await this.words(words).waitFor();
  }

  async sees(testId: string): Promise<void> {
    await this.part(testId).waitFor();
  }

  /** Waits until nobody could see it any more. */
  async losesSightOf(testId: string): Promise<void> {
    await this.part(testId).waitFor({ state: 'hidden' });
  }

  /** Taps what the tests know by that name. */
  async tap(testId: string): Promise<void> {
    await this.part(testId).click();
  }

  /** Taps the button with those words on it; where a sheet is open, the sheet's. */
  async press(words: Words, exact = false): Promise<void> {
    const sheet = this.front.locator('.sheet');
    const around = (await sheet.count()) > 0 ? sheet.last() : this.front;
    await around.getByRole('button', { name: words, exact }).filter({ visible: true }).first().click();
  }

  async type(testId: string, text: string): Promise<void> {
    await this.part(testId).fill(text);
  }

  tab(words: '首页' | '活动' | '书香' | '福利' | '我的'): Promise<void> {
    return this.front.locator('.tab-bar').getByRole('button', { name: words }).click();
  }

  /** What stands on the one primary button of an activity. */
  async primary(): Promise<string> {
    return (await this.part('primary').innerText()).trim();
  }

  /** Waits until the primary button says so. */
  async offers(words: Words): Promise<void> {
    await this.front.getByTestId('primary').filter({ hasText: words }).waitFor();
  }

  /** The path of the page in front, without what follows its question mark. */
  path(): string {
    return (new URL(this.page.url()).hash || '#/pages/home/index').slice(1).split('?')[0] ?? '';
  }

  /** Titles in the list that is in front, from above. */
  titles(): Promise<string[]> {
    return this.front.locator('.list-row__title').allInnerTexts();
  }
}
