import { currentIdentity } from './identity';

/**
 * Tells the emulator what a phone would tell the platform: this person agreed to one message of that template. Where
 * that does not get through, the message is refused as the platform refuses one that nobody agreed to.
 */
export async function agreeInEmulator(template: string): Promise<void> {
  const body = JSON.stringify({ openid: currentIdentity(), template });
  await fetch('/_console/api/openapi/consents', { method: 'POST', body }).catch(() => undefined);
}
