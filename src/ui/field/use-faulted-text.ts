import { useState } from 'react';

export interface FaultedText {
  text: string;
  fault: string | undefined;
  type: (text: string) => void;
  setFault: (fault: string | undefined) => void;
}

/** What is typed or chosen in a field, and what is wrong with it until it is another. */
export function useFaultedText(initial: string | (() => string)): FaultedText {
  const [text, setText] = useState(initial);
  const [fault, setFault] = useState<string>();
  return {
    ...{ text, fault, setFault },
    type(next) {
      setText(next);
      setFault(undefined);
    },
  };
}
