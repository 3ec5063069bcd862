/** What zones are called by in their session, in order: `a`, `b` … `z`, `a2` … */
export const letterAt = (place: number): string =>
  `${String.fromCharCode(97 + (place % 26))}${place < 26 ? '' : Math.floor(place / 26) + 1}`;
