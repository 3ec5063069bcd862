/** Well-formed inputs of what messages are asked and written with; what they name does not exist. */
export const MESSAGE_INPUTS: Record<string, object> = {
  'message.list': { cursor: 'x' },
  'message.unread': {},
  'message.seen': { upTo: 1 },
  'message.consent': { kinds: ['offered'] },
  'organizer.announce': {
    ...{ activityId: 'nobody-there', text: '请提前到', to: ['confirmed', 'applied'], sessionId: 's1' },
  },
  'organizer.announcements': { activityId: 'nobody-there', cursor: 'x' },
  'organizer.announcing': { activityId: 'nobody-there' },
};
