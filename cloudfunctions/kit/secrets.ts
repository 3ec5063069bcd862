/**
 * The deployment's key for ticket and venue codes. Without one anybody could draw a ticket, so its absence is a bug.
 * Changing it makes every phone that has not asked anew show codes that no gate takes.
 */
export function ticketSecret(): string {
  const secret = process.env.TICKET_KEY;
  if (!secret) throw new Error('TICKET_KEY is not set');
  return secret;
}

/** The deployment's key for phone digests. Without one nobody could be matched, so its absence is a bug. */
export function phoneSecret(): string {
  const secret = process.env.PHONE_KEY;
  if (!secret) throw new Error('PHONE_KEY is not set');
  return secret;
}
