/** A phone has no Escape key. */
export function useEscape(_open: boolean, _onClose: () => void): void {}
