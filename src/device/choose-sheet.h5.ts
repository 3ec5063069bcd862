import type { SheetChosen } from './sheet-chosen';

/** One file of this computer; none where its owner went back. */
export function chooseSheet(): Promise<SheetChosen | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = '.xlsx,.csv,.txt';
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      resolve(file && { path: URL.createObjectURL(file), name: file.name, bytes: file.size });
    });
    input.addEventListener('cancel', () => resolve(undefined));
    input.click();
  });
}
