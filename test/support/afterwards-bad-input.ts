/** Well-formed inputs of the operations on what comes afterwards; what they name does not exist. */
export const AFTERWARDS_INPUTS: Record<string, object> = {
  'afterwards.feedback': { activityId: 'nobody-there' },
  'afterwards.answer': { activityId: 'nobody-there', stars: 4, again: 'maybe', words: '很好' },
  'afterwards.result': { activityId: 'nobody-there', cursor: 'x' },
};
