export const useOnPaper = (): boolean => false;

/** A mini-program puts nothing on paper. */
export const print: (() => void) | undefined = undefined;
