/** Reads a code that somebody shows. */
export interface ScanPressProps {
  /** On the button that opens the camera: `扫码`, `扫下一位`. */
  words: string;
  /** On the button where codes are typed, and what stands in the empty line. */
  typedWords: string;
  placeholder: string;
  /** A code is being looked at: no other one is read. */
  busy: boolean;
  onCode: (code: string) => void;
}
