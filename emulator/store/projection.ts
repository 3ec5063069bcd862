import { type Fields, isFields } from './compare';
import { elementMatcher } from './filter';
import type { StoredDocument } from './store';
import { refusal } from './values';

/** Paths as a tree: a leaf holds what is asked of its field. */
interface Node {
  children: Map<string, Node>;
  leaf: unknown;
}

const node = (): Node => ({ children: new Map(), leaf: undefined });

function grow(entries: [string, unknown][]): Node {
  const root = node();
  for (const [path, asked] of entries) {
    let at = root;
    for (const part of path.split('.')) {
      if (at.leaf !== undefined) throw refusal(`Path collision at ${path}`);
      const next = at.children.get(part) ?? node();
      at.children.set(part, next);
      at = next;
    }
    if (at.children.size > 0) throw refusal(`Path collision at ${path}`);
    at.leaf = asked;
  }
  return root;
}

function sliced(value: unknown, argument: unknown): unknown {
  if (!Array.isArray(value)) return value;
  if (typeof argument === 'number') return argument < 0 ? value.slice(argument) : value.slice(0, argument);
  if (!Array.isArray(argument)) throw refusal('$slice needs a number or two');
  const [skip, count] = argument.map(Number);
  const from = (skip ?? 0) < 0 ? Math.max(0, value.length + (skip ?? 0)) : (skip ?? 0);
  return value.slice(from, from + (count ?? 0));
}

/** What a leaf makes of its field's value: whole, a slice, or the first element that matches. */
function leafValue(value: unknown, asked: unknown): unknown {
  if (!isFields(asked)) return value;
  if (Object.hasOwn(asked, '$slice')) return sliced(value, asked.$slice);
  if (Object.hasOwn(asked, '$elemMatch')) {
    if (!Array.isArray(value)) return undefined;
    const place = value.findIndex(elementMatcher(asked.$elemMatch));
    return place === -1 ? undefined : [value[place]];
  }
  throw refusal(`the projection ${Object.keys(asked).join(', ')} is not supported`);
}

function included(value: unknown, tree: Node): unknown {
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => (isFields(item) || Array.isArray(item) ? [included(item, tree)] : []));
  if (!isFields(value)) return undefined;
  const out: Fields = {};
  for (const key of Object.keys(value)) {
    const below = tree.children.get(key);
    if (!below) continue;
    const part = below.children.size > 0 ? included(value[key], below) : leafValue(value[key], below.leaf);
    if (part !== undefined) out[key] = part;
  }
  return out;
}

function excluded(value: unknown, tree: Node): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => excluded(item, tree));
  if (!isFields(value)) return value;
  const out: Fields = {};
  for (const key of Object.keys(value)) {
    const below = tree.children.get(key);
    if (!below) out[key] = value[key];
    else if (below.children.size > 0) out[key] = excluded(value[key], below);
    else if (isFields(below.leaf)) out[key] = leafValue(value[key], below.leaf);
  }
  return out;
}

const isOff = (asked: unknown): boolean => asked === false || asked === 0;

/** The fields of a document that were asked for; `_id` comes along unless it is switched off. The source is left alone. */
export function projected(projection: Fields | undefined): (document: StoredDocument) => StoredDocument {
  const entries = Object.entries(projection ?? {});
  if (entries.length === 0) return (document) => document;
  const others = entries.filter(([path]) => path !== '_id');
  const plainOnes = others.filter(([, asked]) => !isFields(asked));
  const excludes = plainOnes.length > 0 && plainOnes.every(([, asked]) => isOff(asked));
  if (!excludes && plainOnes.some(([, asked]) => isOff(asked)))
    throw refusal('Cannot do exclusion on a field in an inclusion projection');
  const idOff = isOff(projection?._id);
  const onlySlices = plainOnes.length === 0 && others.every(([, asked]) => isFields(asked) && '$slice' in asked);
  const leaveOut = excludes || (onlySlices && (idOff || projection?._id === undefined));
  const tree = grow(leaveOut || idOff ? others : [['_id', 1], ...others]);
  if (leaveOut && idOff) tree.children.set('_id', { children: new Map(), leaf: 0 });
  return (document) => {
    const out = leaveOut ? excluded(document, tree) : included(document, tree);
    return isFields(out) ? out : {};
  };
}
