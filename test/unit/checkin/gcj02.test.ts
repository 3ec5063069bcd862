import { gcj02 } from '../../../src/device/gcj02';

/** Satellite positions and what the map has there: the samples that come with the public implementations. */
const SAMPLES: [place: string, wgs: [number, number], gcj: [number, number]][] = [
  ['Beijing', [39.911954, 116.377817], [39.91334545536069, 116.38404722455657]],
  ['Shanghai', [31.1774276, 121.5272106], [31.17530398364597, 121.531541859215]],
  ['Shenzhen', [22.543847, 113.912316], [22.540796131694766, 113.9171764808363]],
];

test.each(SAMPLES)('%s lies where the map has it, to less than a metre', (_place, [latitude, longitude], gcj) => {
  const shifted = gcj02({ latitude, longitude });
  expect(shifted.latitude).toBeCloseTo(gcj[0], 5);
  expect(shifted.longitude).toBeCloseTo(gcj[1], 5);
});
