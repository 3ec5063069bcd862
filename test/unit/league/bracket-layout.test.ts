import { type BracketPart, bracketLayout, bracketParts, ownPart } from '../../../src/features/league/bracket-layout';
import { comerOf, knockoutOf } from '../../screen/league-samples';

const overlap = (layout: ReturnType<typeof bracketLayout>): number =>
  layout.boxes.filter(({ x, y }, at) =>
    layout.boxes.some((other, nth) => nth > at && other.x === x && Math.abs(other.y - y) < layout.box.height),
  ).length;

describe('a bracket as a picture', () => {
  test.each([1, 2, 3, 4, 5])('of %i rounds has every match, none over another', (rounds) => {
    const items = knockoutOf(rounds);
    const layout = bracketLayout(items, rounds, 'all', 1);
    expect(layout.boxes.map(({ fixture }) => fixture.id).sort()).toEqual(items.map(({ id }) => id).sort());
    expect(overlap(layout)).toBe(0);
    for (const { x, y } of layout.boxes) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + layout.box.width).toBeLessThanOrEqual(layout.width);
      expect(y + layout.box.height).toBeLessThanOrEqual(layout.height);
    }
  });

  test('has each match in the middle between the two that feed it', () => {
    const { boxes } = bracketLayout(knockoutOf(3), 3, 'all', 1);
    const y = (id: string) => boxes.find(({ fixture }) => fixture.id === id)?.y ?? Number.NaN;
    expect(y('final.2.1') * 2).toBe(y('final.1.1') + y('final.1.2'));
    expect(y('final.3.1') * 2).toBe(y('final.2.1') + y('final.2.2'));
  });

  test('of 128 entries is shown in five parts, which have every match once, and none more than 31', () => {
    const items = knockoutOf(7);
    const shown = bracketParts(7).map(({ value }) => bracketLayout(items, 7, value, 1).boxes);
    expect(Math.max(...shown.map((boxes) => boxes.length))).toBe(31);
    const ids = shown.flatMap((boxes) => boxes.map(({ fixture }) => fixture.id));
    expect(ids.sort()).toEqual(items.map(({ id }) => id).sort());
  });

  test('begins in each part at the top', () => {
    const items = knockoutOf(6);
    for (const { value } of bracketParts(6)) {
      const { boxes } = bracketLayout(items, 6, value, 1);
      expect(Math.min(...boxes.map(({ y }) => y))).toBeLessThan(100);
    }
  });

  test('opens at the part in which the caller plays', () => {
    const items = knockoutOf(6).map((fixture) =>
      fixture.id === 'final.1.20'
        ? { ...fixture, sides: [comerOf(0, { mine: true }), comerOf(1)] as typeof fixture.sides }
        : fixture,
    );
    expect(ownPart(items, 6)).toBe<BracketPart>('3');
    expect(ownPart(knockoutOf(6), 6)).toBe<BracketPart>('1');
    expect(ownPart(knockoutOf(3), 3)).toBe<BracketPart>('all');
  });
});
