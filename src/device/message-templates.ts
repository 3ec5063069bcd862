import type { MessageKind } from '../../types/vocabulary';

/** The platform's template for messages of that kind; `undefined` where the deployment has none. */
export function templateOf(kind: MessageKind): string | undefined {
  const templates: Partial<Record<MessageKind, string>> = JSON.parse(MESSAGE_TEMPLATES);
  return templates[kind];
}
