import { readFileSync } from 'node:fs';
import { read } from '@e965/xlsx';
import { ReadWorkbook } from '../support/exports';
import type { Phone } from './phone';

/** Presses what asks for a file, and hands it this one. */
export async function hands(
  phone: Phone,
  press: string,
  name: string,
  buffer: Buffer,
  mimeType = 'application/octet-stream',
): Promise<void> {
  const [dialog] = await Promise.all([phone.page.waitForEvent('filechooser'), phone.tap(press)]);
  await dialog.setFiles({ name, mimeType, buffer });
}

/** A workbook that a press of the part downloads, with the name that it is saved by. */
export async function takes(phone: Phone, press: string): Promise<{ name: string; book: ReadWorkbook }> {
  const [download] = await Promise.all([phone.page.waitForEvent('download'), phone.tap(press)]);
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), book: new ReadWorkbook(read(bytes, { cellDates: true })) };
}
