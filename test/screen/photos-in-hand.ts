/** Photos that are chosen at once, one a time, and go up when the test says. Imported before what uses them. */
let number = 0;
const sending: ((file: string | undefined) => void)[] = [];

jest.mock('../../src/device/choose-photos', () => ({
  choosePhotos: async () => {
    number += 1;
    return [`blob:${number}`];
  },
}));
jest.mock('../../src/cloud/upload', () => ({
  upload: () => new Promise((resolve) => sending.push(resolve)),
}));

/** What was sent first arrives as that file, or not at all. */
export function arrives(file: string | undefined): void {
  sending.shift()?.(file);
}

export const goingUp = (): number => sending.length;
