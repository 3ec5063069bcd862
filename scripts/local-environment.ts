import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadEnvFile } from 'node:process';

/** What the functions need where nothing else is set; a deployment sets its own in the cloud's console. */
const DEMO = {
  FIRST_ADMIN_OPENID: 'demo-admin',
  PHONE_KEY: 'demo-phone-key',
};

/** The functions' environment on this machine: the shell's, else `.env`'s, else the demo's. */
export function localEnvironment(root: string): Record<keyof typeof DEMO, string> {
  const file = join(root, '.env');
  if (existsSync(file)) loadEnvFile(file);
  const { FIRST_ADMIN_OPENID, PHONE_KEY } = process.env;
  return {
    FIRST_ADMIN_OPENID: FIRST_ADMIN_OPENID || DEMO.FIRST_ADMIN_OPENID,
    PHONE_KEY: PHONE_KEY || DEMO.PHONE_KEY,
  };
}
