import { type Fields, isFields } from './compare';
import { isPosition } from './paths';
import { write } from './text';
import { refusal } from './values';

type Holder = Fields | unknown[];

const isHolder = (value: unknown): value is Holder => Array.isArray(value) || isFields(value);

/** An array is not filled up further than this by writing far behind its end. */
const MOST_FILLING = 10_000;

/**
 * A document being changed. Only the objects on changed paths are copied, each once; all else is shared with the document
 * before, so that a small change to a large document is cheap.
 */
export class Draft {
  private readonly copied = new WeakSet<object>();
  private readonly root: Fields;
  private changed = false;

  constructor(readonly before: Fields) {
    this.root = { ...before };
    this.copied.add(this.root);
  }

  /** The document after all changes; the very one before where nothing changed. */
  get after(): Fields {
    return this.changed ? this.root : this.before;
  }

  /** The value at a path, undefined where there is none; arrays are entered by position only. */
  get(path: readonly string[]): unknown {
    let value: unknown = this.root;
    for (const part of path) {
      if (Array.isArray(value)) value = isPosition(part) ? value[Number(part)] : undefined;
      else if (isFields(value)) value = Object.hasOwn(value, part) ? value[part] : undefined;
      else return undefined;
    }
    return value;
  }

  /** Sets the value at a path and makes the objects that lead to it; an array's gap is filled with null. */
  set(path: readonly string[], value: unknown): void {
    let holder: Holder = this.root;
    for (const [i, part] of path.slice(0, -1).entries()) holder = this.enter(holder, part, path, i);
    this.put(holder, path.at(-1) ?? '', value);
  }

  /** Takes a field away; an array's element becomes null. Where the path leads nowhere nothing happens. */
  unset(path: readonly string[]): void {
    const parent = this.get(path.slice(0, -1));
    const last = path.at(-1) ?? '';
    if (Array.isArray(parent)) {
      if (isPosition(last) && Number(last) < parent.length) this.set(path, null);
    } else if (isFields(parent) && Object.hasOwn(parent, last)) {
      let holder: Holder = this.root;
      for (const [i, part] of path.slice(0, -1).entries()) holder = this.enter(holder, part, path, i);
      if (!Array.isArray(holder)) delete holder[last];
      this.changed = true;
    }
  }

  private own(holder: Holder): Holder {
    if (this.copied.has(holder)) return holder;
    const copy = Array.isArray(holder) ? [...holder] : { ...holder };
    this.copied.add(copy);
    return copy;
  }

  private enter(holder: Holder, part: string, path: readonly string[], at: number): Holder {
    const next = Array.isArray(holder) ? holder[this.position(holder, part)] : holder[part];
    const missing = next === undefined || (!Array.isArray(holder) && !Object.hasOwn(holder, part));
    if (!missing && !isHolder(next)) {
      const name = path[at + 1] ?? '';
      throw refusal(`Cannot create field '${name}' in element {${part}: ${write(next)}}`);
    }
    const entered: Holder = missing || !isHolder(next) ? {} : this.own(next);
    this.copied.add(entered);
    this.put(holder, part, entered);
    return entered;
  }

  private position(holder: unknown[], part: string): number {
    if (!isPosition(part)) throw refusal(`Cannot create field '${part}' in element ${write(holder).slice(0, 200)}`);
    const position = Number(part);
    if (position > holder.length + MOST_FILLING)
      throw refusal(`Cannot backfill array to larger than ${MOST_FILLING} elements`);
    return position;
  }

  private put(holder: Holder, part: string, value: unknown): void {
    this.changed = true;
    if (!Array.isArray(holder)) {
      holder[part] = value;
      return;
    }
    const position = this.position(holder, part);
    while (holder.length < position) holder.push(null);
    holder[position] = value;
  }
}
