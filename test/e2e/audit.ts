import type { Page } from './browser';

/** What takes longer shows time that passes, and puts nothing out of its place. */
const LONGEST_MOTION_MS = 2_000;

/** Waits until nothing on the page moves or scrolls by itself: half-way everything is faint and out of place. */
export async function stillness(page: Page): Promise<void> {
  await page.waitForFunction(
    (longest) =>
      document.querySelectorAll('.taro_page_show:not(.taro_page_shade)').length === 1 &&
      document.getAnimations().every((each) => {
        const takes = each.effect?.getComputedTiming().activeDuration ?? 0;
        return Number(takes) > longest || each.playState !== 'running';
      }),
    LONGEST_MOTION_MS,
  );
  await page.evaluate(async () => {
    const scrolled = (): string =>
      [...document.querySelectorAll('.taro-scroll, .taro_page')].map((each) => each.scrollLeft + each.scrollTop).join();
    const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let [still, before] = [0, scrolled()]; still < 6; ) {
      await frame();
      const now = scrolled();
      still = now === before ? still + 1 : 0;
      before = now;
    }
  });
}

/** Parts that stick out of the width of the window, though nothing around them scrolls or cuts: `class at 12 to 340`. */
export function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const inScroller = (element: Element): boolean => {
      for (let around = element.parentElement; around; around = around.parentElement) {
        if (around.matches('.taro_page, body, html')) return false;
        if (getComputedStyle(around).overflowX !== 'visible') return true;
      }
      return false;
    };
    const found: string[] = [];
    for (const element of document.querySelectorAll('.taro_page_show:not(.taro_page_shade) *')) {
      const { left, right, width: own } = element.getBoundingClientRect();
      if (own === 0 || (left >= -0.5 && right <= width + 0.5) || inScroller(element)) continue;
      found.push(`${element.className} at ${Math.round(left)} to ${Math.round(right)}`);
    }
    return document.documentElement.scrollWidth > width ? [...found, 'the page scrolls sideways'] : found;
  });
}

/**
 * Texts in sight whose contrast with the plain ground behind them is below 4.5:1 (3:1 from 24 px, or from 18.5 px in
 * bold). What stands on a picture, or cannot be pressed, is left out, as WCAG 1.4.3 leaves out the latter.
 */
export function faint(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    type Rgba = [number, number, number, number];
    const parse = (css: string): Rgba => {
      const [r = 0, g = 0, b = 0, a = 1] = (css.match(/[\d.]+/g) ?? []).map(Number);
      return [r, g, b, a];
    };
    const luminance = ([r, g, b]: Rgba): number => {
      const linear = (part: number): number => (part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    };
    const over = ([r, g, b, a]: Rgba, below: Rgba): Rgba => [
      r * a + below[0] * (1 - a),
      g * a + below[1] * (1 - a),
      b * a + below[2] * (1 - a),
      1,
    ];
    /** The colour behind an element; none where a picture is. */
    const ground = (element: Element | null): Rgba | undefined => {
      if (!element) return [255, 255, 255, 1];
      const { backgroundColor, backgroundImage } = getComputedStyle(element);
      if (backgroundImage !== 'none') return undefined;
      const own = parse(backgroundColor);
      if (own[3] >= 1) return own;
      const below = ground(element.parentElement);
      return below && over(own, below);
    };
    const opacity = (element: Element | null): number =>
      element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1;
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (!element || text === '' || element.closest('button:disabled, .out-of-sight, script, style')) continue;
      const style = getComputedStyle(element);
      if (style.visibility === 'hidden' || element.getClientRects().length === 0) continue;
      const below = ground(element);
      if (!below) continue;
      const ink = parse(style.color);
      const [light = 0, dark = 0] = [
        luminance(over([ink[0], ink[1], ink[2], ink[3] * opacity(element)], below)),
        luminance(below),
      ].sort((a, b) => b - a);
      const contrast = (light + 0.05) / (dark + 0.05);
      const size = Number.parseFloat(style.fontSize);
      const needed = size >= 24 || (size >= 18.5 && Number(style.fontWeight) >= 600) ? 3 : 4.5;
      if (contrast < needed - 0.01)
        found.push(`“${text.slice(0, 16)}” .${element.className}: ${contrast.toFixed(2)}:1`);
    }
    return [...new Set(found)];
  });
}

/** Buttons in sight that cut off their own words. */
export function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.button, .chip, .tab-bar__tab')].flatMap((button) => {
      const box = button.getBoundingClientRect();
      if (box.width === 0) return [];
      const range = document.createRange();
      range.selectNodeContents(button);
      const words = range.getBoundingClientRect();
      const cut = words.left < box.left - 1 || words.right > box.right + 1 || words.bottom > box.bottom + 1;
      return cut ? [`${button.textContent}: ${Math.round(words.width)} of ${Math.round(box.width)} px`] : [];
    }),
  );
}
