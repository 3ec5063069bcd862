/** Well-formed inputs of what messages are asked. */
export const MESSAGE_INPUTS: Record<string, object> = {
  'message.list': { cursor: 'x' },
  'message.unread': {},
  'message.seen': { upTo: 1 },
  'message.consent': { kinds: ['offered'] },
};
