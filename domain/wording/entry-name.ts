/** How long the name of a team is, characters. */
const LEAST = 2;
export const NAME_MOST = 12;

/** Why it is no name for an entry; `undefined` where it is one. */
export function nameFault(text: string): string | undefined {
  const length = [...text.trim()].length;
  if (length === 0) return '先起个队名';
  return length < LEAST || length > NAME_MOST ? `队名要 ${LEAST} 到 ${NAME_MOST} 个字` : undefined;
}
