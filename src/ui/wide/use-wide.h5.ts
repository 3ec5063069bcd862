import { useEffect, useState } from 'react';

const query = (): MediaQueryList | undefined =>
  'matchMedia' in window ? window.matchMedia('(min-width: 900px)') : undefined;

/** Whether the window is a computer's: what stands beside something else there is not drawn at all on a phone. */
export function useWide(): boolean {
  const [wide, setWide] = useState(() => query()?.matches ?? false);
  useEffect(() => {
    const list = query();
    const follow = (): void => setWide(list?.matches ?? false);
    list?.addEventListener('change', follow);
    return () => list?.removeEventListener('change', follow);
  }, []);
  return wide;
}
