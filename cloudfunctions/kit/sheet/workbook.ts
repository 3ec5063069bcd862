import { posix } from 'node:path';
import type { Archive } from './archive';
import { isDayFormat } from './number-text';
import { broken, CELL_MOST, SheetRefused, UNPACKED_MOST } from './refused';
import { type Attributes, walkXml } from './xml';

/** Different texts that all sheets of a workbook may share. */
const TEXTS_MOST = 400_000;
const SHEETS_MOST = 200;

export interface SheetPart {
  name: string;
  part: string;
  hidden: boolean;
}

/** What cells refer to: texts by number, and which styles show a number as a day. */
export interface Shared {
  texts: readonly string[];
  dayStyles: ReadonlySet<number>;
  from1904: boolean;
}

export interface Workbook {
  sheets: SheetPart[];
  from1904: boolean;
  texts: string | undefined;
  styles: string | undefined;
}

interface Link {
  id: string;
  type: string;
  part: string;
}

/** Where the workbook and its parts are; nothing where the archive holds no workbook. */
export async function workbookIn(archive: Archive): Promise<Workbook | undefined> {
  const [root] = (await linksOf(archive, '')).filter(({ type }) => type === 'officeDocument');
  const part = root && archive.has(root.part) ? root.part : 'xl/workbook.xml';
  if (!archive.has(part) || part.endsWith('.bin')) return undefined;
  const links = await linksOf(archive, part);
  const targets = new Map(links.map((link) => [link.id, link.part]));
  const sheets: SheetPart[] = [];
  let from1904 = false;
  let isWorkbook = false;
  await walkXml(archive.read(part), {
    open: (name, { id = '', name: title = '', state = '', date1904 = '' }) => {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') from1904 = date1904 === '1' || date1904 === 'true';
      const target = name === 'sheet' && sheets.length < SHEETS_MOST ? targets.get(id) : undefined;
      if (target !== undefined)
        sheets.push({ name: title, part: target, hidden: state.toLowerCase().includes('hidden') });
    },
    close: () => undefined,
  });
  if (!isWorkbook) return undefined;
  const ofType = (type: string) => links.find((link) => link.type === type)?.part;
  return { sheets, from1904, texts: ofType('sharedStrings'), styles: ofType('styles') };
}

export async function sharedOf(archive: Archive, { from1904, texts, styles }: Workbook): Promise<Shared> {
  return {
    from1904,
    texts: texts === undefined ? [] : await textsOf(archive, texts),
    dayStyles: styles === undefined ? new Set() : await dayStylesOf(archive, styles),
  };
}

async function linksOf(archive: Archive, part: string): Promise<Link[]> {
  const folder = posix.dirname(part);
  const links: Link[] = [];
  await walkXml(archive.read(posix.join(folder, '_rels', `${posix.basename(part)}.rels`)), {
    open: (name, { Id: id = '', Type: type = '', Target: target = '' }) => {
      if (name !== 'Relationship') return;
      const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
      links.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part: path });
    },
    close: () => undefined,
  });
  return links;
}

/** `_x000D_` stands for a character that XML has no room for. */
export const unescaped = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** Puts a text together from its differently styled pieces; how it is pronounced is left out. */
export class RichText {
  #text = '';
  #inText = false;
  #aside = 0;

  open(name: string): void {
    if (name === 'rPh') this.#aside += 1;
    if (name === 't') this.#inText = this.#aside === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.#aside -= 1;
    if (name === 't') this.#inText = false;
  }

  add(text: string): void {
    if (this.#inText && this.#text.length < CELL_MOST) this.#text += text;
  }

  take(): string {
    const text = unescaped(this.#text.slice(0, CELL_MOST));
    this.#text = '';
    return text;
  }
}

async function textsOf(archive: Archive, part: string): Promise<string[]> {
  const texts: string[] = [];
  const rich = new RichText();
  await walkXml(archive.read(part), {
    open: (name) => rich.open(name),
    close: (name) => {
      rich.close(name);
      if (name === 'si') texts.push(rich.take());
      if (texts.length > TEXTS_MOST) throw new SheetRefused({ code: 'UNPACKS_TOO_LARGE', most: UNPACKED_MOST });
    },
    text: (text) => rich.add(text),
  });
  return texts;
}

async function dayStylesOf(archive: Archive, part: string): Promise<Set<number>> {
  const codes = new Map<number, string>();
  const days = new Set<number>();
  let styles = 0;
  let inCells = false;
  const style = ({ numFmtId = '0' }: Attributes): void => {
    if (isDayFormat(Number(numFmtId), codes.get(Number(numFmtId)))) days.add(styles);
    styles += 1;
    if (styles > 70_000) throw broken();
  };
  await walkXml(archive.read(part), {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) style(attributes);
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return days;
}
