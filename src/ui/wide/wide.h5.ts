import './wide.css';

/** The class of a page that takes more of a computer's window. */
export const WIDE = 'wide';
