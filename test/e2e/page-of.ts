import type { Phone } from './phone';

/** Something that one opens on a page, and how one knows that it is there. */
export interface SheetOf {
  name: string;
  open(phone: Phone): Promise<void>;
}

/** A page that can be opened by its address, and how one knows that it is there. */
export interface PageOf {
  name: string;
  path: string;
  ready(phone: Phone): Promise<void>;
  /** What opens over it; each is closed again by its `关闭`. */
  sheets?: readonly SheetOf[];
}

/** The pages that one person sees. */
export interface PagesOf {
  openid: string;
  pages: readonly PageOf[];
}

/** A sheet that one press opens. */
export const sheet = (name: string, press = name.replace(/-sheet$/, '')): SheetOf => ({
  name,
  async open(phone) {
    await phone.tap(press);
    await phone.sees(name);
  },
});

/** A sheet that the first press of many opens, whose names begin alike. */
export const sheetOfFirst = (name: string, press: string): SheetOf => ({
  name,
  async open(phone) {
    await phone.all(`[data-testid^="${press}"]`).first().click();
    await phone.sees(name);
  },
});
