import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { stillness } from '../audit';
import { type Props, Theatre } from '../stage';
import { detail, PATHS, page } from './scene';

const MOST_BYTES = 250 * 1024;

/** The README's two pictures: the home page and an activity, on a phone by day. */
export async function drawReadmePictures(props: Props, out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  const theatre = new Theatre(props);
  await theatre.start();
  const phone = await theatre.person({ openid: 'demo-worker', sharpness: 1.5 });
  const scenes = [
    page('home', PATHS.home, (seen) => seen.reads('正在报名', '即将开放')),
    detail('detail', 'music-festival'),
  ];
  for (const { name, show } of scenes) {
    await show(phone, theatre);
    await stillness(phone.page);
    const path = join(out, `${name}.png`);
    await phone.page.screenshot({ path });
    const bytes = statSync(path).size;
    console.log(`${path}: ${Math.round(bytes / 1024)} KB`);
    if (bytes > MOST_BYTES) throw new Error(`${path} is too heavy for a README`);
  }
  await theatre.end();
}
