import fc from 'fast-check';
import { metresBetween } from '../../../domain/ticket/distance';
import type { Position } from '../../../types/contract';
import { holds } from '../../support/seed';

const RADIUS_M = 6_371_008.8;
const at = (latitude: number, longitude: number): Position => ({ latitude, longitude });
const positions = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

/** The angle between the two as arrows from the middle of the earth: another road to the same number. */
function byArrows(a: Position, b: Position): number {
  const arrow = ({ latitude, longitude }: Position) => {
    const [up, round] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180];
    return [Math.cos(up) * Math.cos(round), Math.cos(up) * Math.sin(round), Math.sin(up)] as const;
  };
  const [[ax, ay, az], [bx, by, bz]] = [arrow(a), arrow(b)];
  const across = Math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx);
  return RADIUS_M * Math.atan2(across, ax * bx + ay * by + az * bz);
}

test.each<[string, Position, Position, number]>([
  ['nowhere', at(30.1, 120.2), at(30.1, 120.2), 0],
  ['a degree of the equator', at(0, 0), at(0, 1), 111_195],
  ['a degree of a meridian', at(30, 120), at(31, 120), 111_195],
  ['a thousandth of a degree north', at(30.1, 120.2), at(30.101, 120.2), 111],
  ['from pole to equator', at(90, 0), at(0, 77), 10_007_557],
  ['half round the earth', at(0, 0), at(0, 180), 20_015_114],
  ['across the line of the date', at(0, 179.5), at(0, -179.5), 111_195],
])('%s is so many metres', (_what, a, b, metres) => {
  expect(metresBetween(a, b)).toBe(metres);
});

test('Beijing and Shanghai are 1,067 km apart, as atlases have it', () => {
  const kilometres = metresBetween(at(39.9042, 116.4074), at(31.2304, 121.4737)) / 1_000;
  expect(Math.round(kilometres)).toBe(1_067);
});

test('it is as far back, whole, and what the arrows say to the metre', () => {
  holds(
    fc.property(positions, positions, (a, b) => {
      const metres = metresBetween(a, b);
      return Number.isInteger(metres) && metres === metresBetween(b, a) && Math.abs(metres - byArrows(a, b)) <= 1;
    }),
  );
});
