const drops: (() => void)[] = [];

/** Names how something is dropped that an instance keeps from call to call. */
export function keeps(drop: () => void): void {
  drops.push(drop);
}

/** An instance that did this remembers no more than one that has just started; the local cloud asks for it between tests. */
export function forget(): void {
  for (const drop of drops) drop();
}
