import type { Position } from '../../types/contract/checkin';

/** Krasovsky 1940, the ellipsoid that GCJ-02 is made with: semi-major axis in metres, eccentricity squared. */
const AXIS = 6_378_245;
const ECCENTRICITY = 0.006_693_421_622_965_943;

/** The waves that both shifts have in common: amplitude and wavelength as the public formula has them. */
const waves = (x: number, ...pairs: [amplitude: number, factor: number][]): number =>
  pairs.reduce((sum, [amplitude, factor]) => sum + (amplitude * Math.sin(x * factor * Math.PI) * 2) / 3, 0);

function northShift(x: number, y: number): number {
  const plane = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return plane + waves(x, [20, 6], [20, 2]) + waves(y, [20, 1], [40, 1 / 3]) + waves(y, [160, 1 / 12], [320, 1 / 30]);
}

function eastShift(x: number, y: number): number {
  const plane = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return plane + waves(x, [20, 6], [20, 2]) + waves(x, [20, 1], [40, 1 / 3]) + waves(x, [150, 1 / 12], [300, 1 / 30]);
}

/**
 * A satellite position (WGS-84) as maps of mainland China have it (GCJ-02): some 500 m apart, which is more than the
 * distance within which a venue's code counts. The formula is the publicly known one, good to a metre or two.
 */
export function gcj02({ latitude, longitude }: Position): Position {
  const [x, y] = [longitude - 105, latitude - 35];
  const radians = (latitude / 180) * Math.PI;
  const flattening = 1 - ECCENTRICITY * Math.sin(radians) ** 2;
  const metresNorth = (AXIS * (1 - ECCENTRICITY)) / flattening ** 1.5;
  const metresEast = (AXIS / Math.sqrt(flattening)) * Math.cos(radians);
  const degrees = (shift: number, radius: number): number => (shift * 180) / (radius * Math.PI);
  return {
    latitude: latitude + degrees(northShift(x, y), metresNorth),
    longitude: longitude + degrees(eastShift(x, y), metresEast),
  };
}
