import { MESSAGE_KINDS } from '../../types/vocabulary';

/**
 * What the local cloud takes as templates of messages, written as a deployment writes its own. The pages and the
 * functions get the same, so that a yes given in the browser is one for the message that goes out.
 */
export const DEMO_TEMPLATES = JSON.stringify(
  Object.fromEntries(MESSAGE_KINDS.map((kind) => [kind, { id: `demo-${kind}` }])),
);
