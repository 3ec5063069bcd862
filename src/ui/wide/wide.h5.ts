import './wide.css';

/** The class of a page that takes more of a computer's window: lists, and forms. */
export const WIDE = 'wide';
/** Of one that stands in tables or in two columns there. */
export const WIDEST = 'widest';
