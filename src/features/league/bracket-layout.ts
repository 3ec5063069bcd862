import type { FixtureView } from '../../../types/contract';
import type { FixtureId } from '../../../types/vocabulary';

/** Of a box, of what is between boxes, and of the line of headings above: px at the usual size of text. */
const BOX = { width: 152, height: 68 };
const GAP = { x: 24, y: 12 };
const HEAD = 32;

/** From so many rounds on (64 entries) a quarter is shown at a time: a page has at most a thousand nodes. */
const QUARTERS_FROM = 6;

/** A part of a bracket: all of it, one of its quarters, or what comes after these. */
export type BracketPart = 'all' | '1' | '2' | '3' | '4' | 'end';

export function bracketParts(rounds: number): { value: BracketPart; words: string }[] {
  if (rounds < QUARTERS_FROM) return [{ value: 'all', words: '全部' }];
  return [
    { value: '1', words: '第 1 区' },
    { value: '2', words: '第 2 区' },
    { value: '3', words: '第 3 区' },
    { value: '4', words: '第 4 区' },
    { value: 'end', words: '四强起' },
  ];
}

/** Which of its round it is, from 1 at the top: the last part of its id. The match for place 3 has none. */
export function orderOf(id: FixtureId): number | undefined {
  const order = Number(id.split('.').at(-1));
  return Number.isInteger(order) ? order : undefined;
}

interface Placed {
  fixture: FixtureView;
  round: number;
  /** From 0 within what is shown of its round. */
  at: number;
}

/** The quarter that a match is in; absent from the semi-finals on. */
function quarterOf(round: number, order: number, rounds: number): number | undefined {
  const matches = 2 ** (rounds - round);
  return matches < 4 ? undefined : Math.ceil((order * 4) / matches);
}

/** The quarter in which the caller plays; the first where they play in none. */
export function ownPart(items: readonly FixtureView[], rounds: number): BracketPart {
  if (rounds < QUARTERS_FROM) return 'all';
  const mine = items.find(({ sides }) => sides.some((side) => side.kind === 'entry' && side.mine));
  const order = mine && orderOf(mine.id);
  const quarter = mine && order !== undefined ? quarterOf(mine.round, order, rounds) : 1;
  return quarter === undefined ? 'end' : (String(quarter) as BracketPart);
}

function placed(items: readonly FixtureView[], rounds: number, part: BracketPart): Placed[] {
  return items.flatMap((fixture): Placed[] => {
    const { id, round } = fixture;
    const order = orderOf(id);
    if (order === undefined) return [];
    const quarter = quarterOf(round, order, rounds);
    if (part === 'all') return [{ fixture, round, at: order - 1 }];
    if (part === 'end') return quarter === undefined ? [{ fixture, round, at: order - 1 }] : [];
    if (String(quarter) !== part) return [];
    return [{ fixture, round, at: order - 1 - (Number(part) - 1) * (2 ** (rounds - round) / 4) }];
  });
}

export interface BracketLayout {
  width: number;
  height: number;
  box: { width: number; height: number };
  heads: { round: number; x: number }[];
  boxes: { fixture: FixtureView; x: number; y: number }[];
  /** The lines from each match to the one that its winner goes on to, as an SVG path. */
  path: string;
}

/** Where each match stands: a round a column, each between the two that feed it. `scale`: how much larger text is. */
export function bracketLayout(
  items: readonly FixtureView[],
  rounds: number,
  part: BracketPart,
  scale: number,
): BracketLayout {
  const box = { width: Math.round(BOX.width * scale), height: Math.round(BOX.height * scale) };
  const head = Math.round(HEAD * scale);
  const shown = placed(items, rounds, part);
  const columns = [...new Set(shown.map(({ round }) => round))].sort((a, b) => a - b);
  const [first = 1] = columns;
  const last = columns.at(-1) ?? first;
  const pitch = box.height + GAP.y;
  const x = (round: number) => (round - first) * (box.width + GAP.x);
  const y = (round: number, at: number) => Math.round(head + (at + 0.5) * pitch * 2 ** (round - first) - pitch / 2);
  const boxes = shown.map(({ fixture, round, at }) => ({ fixture, x: x(round), y: y(round, at) }));
  const lines = shown.flatMap(({ round, at }) => {
    const next = shown.some((each) => each.round === round + 1 && each.at === Math.floor(at / 2));
    if (!next) return [];
    const [from, to] = [y(round, at) + box.height / 2, y(round + 1, Math.floor(at / 2)) + box.height / 2];
    return [`M${x(round) + box.width} ${from}h${GAP.x / 2}V${to}h${GAP.x / 2}`];
  });
  const third = part === 'all' || part === 'end' ? items.find(({ forPlaceThree }) => forPlaceThree) : undefined;
  const bottom = Math.max(head, ...boxes.map((each) => each.y + box.height));
  const final = boxes.find(({ fixture }) => fixture.round === last);
  const below = (final?.y ?? head) + pitch + head;
  if (third) boxes.push({ fixture: third, x: x(last), y: below });
  return {
    ...{ box, boxes, path: lines.join('') },
    width: x(last) + box.width,
    height: Math.max(bottom, third ? below + box.height : 0) + GAP.y,
    heads: columns.map((round) => ({ round, x: x(round) })),
  };
}
