import {
  COLUMNS_MOST,
  columnNumber,
  HEAD_WITHIN,
  type Merge,
  ROWS_MOST,
  type SheetRow,
  type Table,
} from '../../../domain/sheet/table';
import type { Archive } from './archive';
import { dayText, numberText } from './number-text';
import { CELL_MOST, SheetRefused } from './refused';
import { RichText, type Shared, unescaped } from './workbook';
import { type Attributes, walkXml } from './xml';

/** More merged blocks than that are in no list of people. */
const MERGES_MOST = 20_000;

/** Rows with something in them, up to a few more than an import takes; a longer sheet is refused without reading on. */
export async function tableIn(archive: Archive, part: string, shared: Shared): Promise<Table> {
  const reader = new SheetReader(shared);
  await walkXml(archive.read(part), reader);
  return { rows: reader.rows, merges: reader.merges };
}

class SheetReader {
  readonly rows: SheetRow[] = [];
  readonly merges: Merge[] = [];
  readonly #shared: Shared;
  #row = 0;
  #cells: string[] = [];
  #formulas: number[] = [];
  #column = -1;
  #cell: Attributes = {};
  #value = '';
  #inValue = false;
  readonly #rich = new RichText();

  constructor(shared: Shared) {
    this.#shared = shared;
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.#openRow(attributes);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#inValue = true;
    else if (name === 'f') this.#formulas.push(this.#column);
    else if (name === 'mergeCell') this.#merge(attributes.ref ?? '');
    else this.#rich.open(name);
  }

  close(name: string): void {
    if (name === 'row') this.#closeRow();
    else if (name === 'c') this.#closeCell();
    else if (name === 'v') this.#inValue = false;
    else this.#rich.close(name);
  }

  text(text: string): void {
    if (this.#inValue && this.#value.length < CELL_MOST) this.#value += text;
    else this.#rich.add(text);
  }

  /** A row or cell without its own number follows the one before; numbers that go back are taken as missing. */
  #openRow({ r }: Attributes): void {
    const said = Number(r);
    this.#row = Number.isInteger(said) && said > this.#row ? said : this.#row + 1;
    this.#cells = [];
    this.#formulas = [];
    this.#column = -1;
  }

  #openCell(attributes: Attributes): void {
    const said = columnNumber(attributes.r ?? '');
    this.#column = said > this.#column ? said : this.#column + 1;
    this.#cell = attributes;
    this.#value = '';
    this.#rich.take();
  }

  #closeCell(): void {
    if (this.#column >= COLUMNS_MOST) return;
    const text = this.#shown();
    if (text === '') return;
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column] = text;
  }

  #shown(): string {
    const value = this.#value.slice(0, CELL_MOST);
    const { t = 'n', s } = this.#cell;
    if (t === 'inlineStr') return this.#rich.take();
    if (t === 's') return this.#shared.texts[Number(value)] ?? '';
    if (t === 'str') return unescaped(value);
    if (t === 'b') return value === '1' ? 'TRUE' : 'FALSE';
    if (t === 'd') return value.replace('T', ' ').replace(/(?: 00:00:00)?(?:\.0+)?Z?$/, '');
    const isDay = t === 'n' && value !== '' && this.#shared.dayStyles.has(Number(s));
    const day = isDay ? dayText(Number(value), this.#shared.from1904) : undefined;
    return day ?? (t === 'n' ? numberText(value) : value);
  }

  #closeRow(): void {
    const formulas = this.#formulas.filter((column) => column < COLUMNS_MOST);
    if (formulas.length === 0 && this.#cells.every((text) => text.trim() === '')) return;
    const { length } = this.rows;
    if (length >= ROWS_MOST + HEAD_WITHIN) throw new SheetRefused({ code: 'TOO_MANY_ROWS', most: ROWS_MOST });
    const row = { number: this.#row, cells: this.#cells };
    this.rows.push(formulas.length > 0 ? { ...row, formulas } : row);
  }

  #merge(ref: string): void {
    const [, from = '', fromRow = '', to = '', toRow = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref) ?? [];
    if (from === '' || this.merges.length >= MERGES_MOST) return;
    this.merges.push({
      fromRow: Number(fromRow),
      toRow: Number(toRow),
      fromColumn: columnNumber(from),
      toColumn: columnNumber(to),
    });
  }
}
