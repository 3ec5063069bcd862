import { type RefObject, useEffect, useRef } from 'react';
import { within } from './pan-zoom-props';

const apart = ([one, other]: TouchList): number =>
  one && other ? Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY) : 0;

/** Two fingers, or the wheel with Ctrl (which is what a pinch on a touchpad sends), change the size. */
export function usePinch(frame: RefObject<HTMLElement>, scale: number, onScale: (scale: number) => void): void {
  const latest = useRef({ scale, onScale });
  latest.current = { scale, onScale };
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    let before = { apart: 0, scale: 1 };
    const begin = ({ touches }: TouchEvent): void => {
      if (touches.length === 2) before = { apart: apart(touches), scale: latest.current.scale };
    };
    const pinch = (event: TouchEvent): void => {
      if (event.touches.length !== 2 || before.apart === 0) return;
      event.preventDefault();
      latest.current.onScale(within((before.scale * apart(event.touches)) / before.apart));
    };
    const turn = (event: WheelEvent): void => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      latest.current.onScale(within(latest.current.scale * Math.exp(-event.deltaY / 200)));
    };
    element.addEventListener('touchstart', begin, { passive: true });
    // A listener that may keep the page still has to say so.
    element.addEventListener('touchmove', pinch, { passive: false });
    element.addEventListener('wheel', turn, { passive: false });
    return () => {
      element.removeEventListener('touchstart', begin);
      element.removeEventListener('touchmove', pinch);
      element.removeEventListener('wheel', turn);
    };
  }, [frame]);
}

/** Farther than that a press of the mouse is a drag and no click, px. */
const STILL = 4;

/** A mouse drags what a finger drags by itself. */
export function useDrag(frame: RefObject<HTMLElement>): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    let from: { x: number; y: number; left: number; top: number } | undefined;
    let moved = false;
    const begin = (event: MouseEvent): void => {
      if (event.button !== 0) return;
      moved = false;
      from = { x: event.clientX, y: event.clientY, left: element.scrollLeft, top: element.scrollTop };
    };
    const drag = (event: MouseEvent): void => {
      if (!from) return;
      const [x, y] = [event.clientX - from.x, event.clientY - from.y];
      if (Math.hypot(x, y) > STILL) moved = true;
      if (moved) element.scrollTo(from.left - x, from.top - y);
    };
    const end = (): void => {
      from = undefined;
    };
    const click = (event: MouseEvent): void => {
      if (!moved) return;
      event.stopPropagation();
      event.preventDefault();
      moved = false;
    };
    element.addEventListener('mousedown', begin);
    element.addEventListener('click', click, true);
    window.addEventListener('mousemove', drag);
    window.addEventListener('mouseup', end);
    return () => {
      element.removeEventListener('mousedown', begin);
      element.removeEventListener('click', click, true);
      window.removeEventListener('mousemove', drag);
      window.removeEventListener('mouseup', end);
    };
  }, [frame]);
}
