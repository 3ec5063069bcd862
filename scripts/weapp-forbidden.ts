import { readFileSync } from 'node:fs';
import { filesBelow } from './files-below';

/** What must not be inside a WeChat build, and why. */
const FORBIDDEN: { what: RegExp; why: string }[] = [
  { what: /wx-server-sdk/, why: "the cloud functions' SDK" },
  { what: /libsql/, why: "the emulator's store" },
  { what: /emulator|x-openid/i, why: 'the way to the emulator' },
  { what: /identity-switcher|demo-worker|demo-visitor/, why: 'the identity switcher' },
  { what: /localhost|127\.0\.0\.1/, why: 'an address of this machine' },
  { what: /new Function\(|[^\w.]eval\(/, why: 'code made from text, which WeChat forbids' },
];

/** Every file of the build that has something forbidden in it, with the words around it. */
export function findForbidden(weapp: string): string[] {
  return filesBelow(weapp)
    .filter((file) => /\.(js|wxs|wxml|wxss|json)$/.test(file.path))
    .flatMap((file) => {
      const text = readFileSync(file.full, 'utf8');
      return FORBIDDEN.flatMap(({ what, why }) => {
        const hit = what.exec(text);
        if (hit === null) return [];
        const around = text.slice(Math.max(0, hit.index - 40), hit.index + 60).replace(/\s+/g, ' ');
        return [`${file.path}: ${why}: …${around}…`];
      });
    });
}
