import { DEMO_TEMPLATES } from './templates';

/**
 * What the functions' environment holds on this machine: the shell's values, else the demo's. Rosters carry digests of
 * phones, so the key that made them must be the one that a join is matched with; the seed and the cloud both read it here.
 */
export const DEMO_ENVIRONMENT = {
  PHONE_KEY: process.env.PHONE_KEY || 'demo-phone-key',
  TICKET_KEY: process.env.TICKET_KEY || 'demo-ticket-key',
  FIRST_ADMIN_OPENID: process.env.FIRST_ADMIN_OPENID || 'demo-admin',
  MESSAGE_TEMPLATES: process.env.MESSAGE_TEMPLATES || DEMO_TEMPLATES,
};
