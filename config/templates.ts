const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * The ids of the platform's templates by kind of message: all that a client needs to ask about them. Throws where the
 * text is not what docs/deploy.md says, so that a build with a slip in it is not made.
 */
export function templateIds(text: string | undefined): Record<string, string> {
  if (!text) return {};
  const templates: unknown = JSON.parse(text);
  if (!isRecord(templates)) throw new Error('TARO_APP_TEMPLATES should be an object by kind of message');
  const ids = Object.entries(templates).map(([kind, template]) => {
    if (!isRecord(template) || typeof template.id !== 'string')
      throw new Error(`TARO_APP_TEMPLATES: ${kind} should have the id of its template`);
    return [kind, template.id] as const;
  });
  return Object.fromEntries(ids);
}
