import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts one's own appid where the developer tools look before `project.config.json`, which is everybody's and names a
 * tourist. What the tools keep in that file besides stays as it is.
 */
export function setPrivateAppid(folder: string, appid: string): void {
  const file = join(folder, 'project.private.config.json');
  const kept: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  writeFileSync(file, `${JSON.stringify({ ...Object(kept), appid }, null, 2)}\n`);
}
