/** Opens a file behind a link: the browser saves it under that name. `false` where that did not come about. */
export async function openFile(url: string, name: string): Promise<boolean> {
  // The emulator names itself as the functions see it; the page may have come by another name.
  const { pathname, search } = new URL(url);
  const link = document.createElement('a');
  link.href = `${pathname}${search}`;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  return true;
}
