/** Secrets are told apart by their first letters, so many. */
const HEAD = 6;

/**
 * Those of the secrets that stand in the text. One pass over the text, however many secrets there are: ten thousand
 * members' looked for one by one take minutes. A secret of fewer letters stands in many a random id, so such a one counts
 * where it is a text of its own, in quotes.
 */
export function standingIn(text: string, secrets: readonly string[]): string[] {
  const byHead = new Map<string, Set<string>>();
  for (const secret of secrets) {
    const sought = secret.length < HEAD ? JSON.stringify(secret) : secret;
    // What is shorter still, with its quotes, has a head of its own length.
    const head = sought.slice(0, HEAD);
    byHead.set(head, (byHead.get(head) ?? new Set()).add(sought));
  }
  const lengths = [...new Set([...byHead.keys()].map((head) => head.length))];
  const found = new Set<string>();
  for (let at = 0; at < text.length; at++) {
    for (const length of lengths) {
      for (const sought of byHead.get(text.slice(at, at + length)) ?? []) {
        if (text.startsWith(sought, at)) found.add(sought);
      }
    }
  }
  return secrets.filter((secret) => found.has(secret.length < HEAD ? JSON.stringify(secret) : secret));
}
