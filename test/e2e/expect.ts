/** Throws a sentence where something is not as the story says. */
export function holds(condition: boolean, sentence: string): asserts condition {
  if (!condition) throw new Error(sentence);
}

export function same<T>(actual: T, expected: T, what: string): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  holds(got === wanted, `${what}: ${got}, where ${wanted} was expected`);
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Items of a page that an operation answered, each an object. */
export function itemsOf(value: unknown): Record<string, unknown>[] {
  const items = isRecord(value) ? value.items : undefined;
  holds(Array.isArray(items), `a page was expected: ${JSON.stringify(value)}`);
  return items.filter(isRecord);
}
