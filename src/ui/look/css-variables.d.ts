import 'react';

declare module 'react' {
  interface CSSProperties {
    /** How much larger than usual text is; see tokens.css. */
    '--scale'?: string;
  }
}
