import { MovableArea, MovableView, View } from '@tarojs/components';
import { useRef, useState } from 'react';
import './pan-zoom.css';
import { LARGEST, type PanZoomProps, SMALLEST } from './pan-zoom-props';
import { ZoomSigns } from './zoom-signs';

/** WeChat moves and pinches it without asking JavaScript at every step. */
export function PanZoom({ width, height, label, start, children }: PanZoomProps) {
  const [scale, setScale] = useState(1);
  // Where the fingers have brought it: told for the signs, and not given back, or it would jump under them.
  const pinched = useRef(1);
  const [first] = useState(start);
  return (
    <View className="pan-zoom" ariaLabel={label}>
      <MovableArea className="pan-zoom__frame" style={{ height: `min(${height}px, 68vh)` }} scaleArea>
        <MovableView
          className="pan-zoom__inside"
          style={{ width: `${width}px`, height: `${height}px` }}
          direction="all"
          x={-(first?.x ?? 0)}
          y={-(first?.y ?? 0)}
          scale
          scaleMin={SMALLEST}
          scaleMax={LARGEST}
          scaleValue={scale}
          onScale={({ detail }) => {
            pinched.current = detail.scale;
          }}
        >
          {children}
        </MovableView>
      </MovableArea>
      <ZoomSigns scale={scale} onScale={(wanted) => setScale((wanted / scale) * pinched.current)} />
    </View>
  );
}
