/** A picture that was uploaded, by its file id. */
export interface PhotoProps {
  file: string;
  /** What a screen reader says: `照片，共 3 张的第 1 张`. */
  label: string;
  className?: string;
  /** Those that one turns over from this one on once it is opened, itself among them; absent: it opens nothing. */
  among?: readonly string[];
}
