import { byRatio } from '../../../domain/league/fraction';

describe('fractions', () => {
  test('who lost nothing stands above all others and equal to each other; nothing at all is even', () => {
    const f = (won: number, lost: number) => ({ won, lost });
    expect(byRatio(f(1, 0), f(99, 1))).toBeLessThan(0);
    expect(byRatio(f(99, 1), f(1, 0))).toBeGreaterThan(0);
    expect(byRatio(f(1, 0), f(7, 0))).toBe(0);
    expect(byRatio(f(0, 0), f(0, 0))).toBe(0);
    expect(byRatio(f(0, 0), f(2, 1))).toBeGreaterThan(0);
    expect(byRatio(f(0, 0), f(0, 3))).toBeLessThan(0);
  });

  test('ratios are compared exactly, where a quotient of a few digits calls them equal', () => {
    expect(byRatio({ won: 1000, lost: 1001 }, { won: 999, lost: 1000 })).toBeLessThan(0);
    expect(byRatio({ won: 94_906_265, lost: 94_906_264 }, { won: 94_906_264, lost: 94_906_263 })).toBeGreaterThan(0);
  });
});
