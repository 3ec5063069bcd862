import { View } from '@tarojs/components';
import { encode } from 'uqr';
import './qr.css';

/** The dark squares as one SVG path, a unit each: sharp at any size, one node on the page. */
export function qrPath(text: string): { path: string; size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: 0 });
  let path = '';
  data.forEach((row, y) => {
    for (let x = 0; x < size; x += 1) {
      let run = 0;
      while (row[x + run]) run += 1;
      if (run > 0) path += `M${x} ${y}h${run}v1h-${run}z`;
      x += run;
    }
  });
  return { path, size };
}

/** A QR code, dark on white in every mode: scanners want it so. */
export function Qr({ text, label }: { text: string; label: string }) {
  const { path, size } = qrPath(text);
  const svg = `%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${size} ${size}' shape-rendering='crispEdges'%3E%3Cpath d='${path}'/%3E%3C/svg%3E`;
  return (
    <View className="qr" role="img" aria-label={label} data-testid="qr">
      <View className="qr__code" style={{ backgroundImage: `url("data:image/svg+xml,${svg}")` }} />
    </View>
  );
}
