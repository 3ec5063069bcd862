import { useEffect, useState } from 'react';

const PAUSE_MS = 300;

/** What is sought, after a pause in typing. */
export function useTypedText(): { text: string; type: (typed: string) => void } {
  const [typed, type] = useState('');
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return { text, type };
}
