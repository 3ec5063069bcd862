import 'react';

declare module 'react' {
  interface CSSProperties {
    /** How much larger than usual text is; see tokens.css. */
    '--scale'?: string;
    /** How many characters the widest part of a name has; see cover.css. */
    '--widest'?: string;
  }
}
