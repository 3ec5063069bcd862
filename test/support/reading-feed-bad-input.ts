const NOBODY = 'nobody-there';

/** A well-formed input for each operation about notes; what it names does not exist, so that even a slip changes nothing. */
export const READING_FEED_INPUTS: Record<string, object> = {
  'reading.feed': { cursor: 'x' },
  'reading.note': { noteId: NOBODY },
  'reading.like': { noteId: NOBODY, liked: true },
  'reading.comment': { noteId: NOBODY, text: '好' },
  'reading.removeComment': { noteId: NOBODY, commentId: NOBODY },
  'reading.report': { noteId: NOBODY, commentId: NOBODY, reason: '广告' },
  'reading.queue': { cursor: 'x' },
  'reading.judge': { noteId: NOBODY, commentId: NOBODY, wording: 1, verdict: 'reject', reason: '广告' },
  'reading.feature': { noteId: NOBODY, featured: true },
};
