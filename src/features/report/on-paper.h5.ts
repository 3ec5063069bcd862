import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import './on-paper.css';

/** Whether the page is being put on paper, where nobody turns pages of a list. */
export function useOnPaper(): boolean {
  const [on, setOn] = useState(false);
  useEffect(() => {
    // The browser takes the page as it stands when the listener returns.
    const begin = (): void => flushSync(() => setOn(true));
    const end = (): void => setOn(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return on;
}

/** Opens the browser's own sheet for printing; absent where there is no paper. */
export const print: (() => void) | undefined = () => window.print();
