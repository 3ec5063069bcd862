/** On WeChat a page has no address of its own: it is shared as a card. */
export function pageLink(_path: string): string | undefined {
  return undefined;
}
