/** The class of a page that takes more of a computer's window; WeChat gives it the whole window by itself. */
export const WIDE = 'wide';
/** Of one that stands in tables or in two columns there. */
export const WIDEST = 'widest';
