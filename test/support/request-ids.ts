const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** ULIDs for tests: one after the other, never twice, the same from run to run. `tag` keeps two series apart. */
export function requestIds(tag = 0): () => string {
  let made = 0;
  return () => {
    made += 1;
    let rest = made;
    let tail = '';
    for (let at = 0; at < 16; at++) {
      tail = DIGITS.charAt(rest % 32) + tail;
      rest = Math.floor(rest / 32);
    }
    return `01${String(tag).padStart(8, '0')}${tail}`;
  };
}
