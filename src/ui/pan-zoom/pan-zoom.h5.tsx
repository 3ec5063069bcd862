import { useLayoutEffect, useRef, useState } from 'react';
import './pan-zoom.css';
import type { PanZoomProps } from './pan-zoom-props';
import { useDrag, usePinch } from './use-gestures';
import { ZoomSigns } from './zoom-signs';

/** In a browser it is scrolled by a finger, the wheel or the keyboard, dragged by a mouse, and pinched. */
export function PanZoom({ width, height, label, start, testId, children }: PanZoomProps) {
  const frame = useRef<HTMLElement>(null);
  const first = useRef(start);
  const [scale, setScale] = useState(1);
  usePinch(frame, scale, setScale);
  useDrag(frame);
  useLayoutEffect(() => {
    if (first.current) frame.current?.scrollTo(first.current.x, first.current.y);
  }, []);
  return (
    <div className="pan-zoom" data-testid={testId}>
      {/* Only what can have the focus is scrolled by keys. */}
      <section className="pan-zoom__frame pan-zoom__frame--scrolls" ref={frame} aria-label={label} tabIndex={-1}>
        <div style={{ width: width * scale, height: height * scale }}>
          <div className="pan-zoom__inside" style={{ width, height, transform: `scale(${scale})` }}>
            {children}
          </div>
        </div>
      </section>
      <ZoomSigns scale={scale} onScale={setScale} />
    </div>
  );
}
