/** Of the longer side, px, and how much of the picture's quality is kept: a page of a book stays readable. */
const WIDEST = 1_280;
const QUALITY = 0.75;

function chosenFiles(): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/*';
    input.multiple = true;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

async function madeSmall(file: File): Promise<string> {
  const picture = await createImageBitmap(file);
  const share = Math.min(1, WIDEST / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * share);
  canvas.height = Math.round(picture.height * share);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  return URL.createObjectURL(blob ?? file);
}

/** Up to so many pictures, each made small in the browser; none where their owner went back. */
export async function choosePhotos(most: number): Promise<string[]> {
  const files = await chosenFiles();
  return Promise.all(files.slice(0, most).map(madeSmall));
}
