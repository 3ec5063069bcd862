/** Well-formed inputs of the operations on what comes afterwards; what they name does not exist. */
export const AFTERWARDS_INPUTS: Record<string, object> = {
  'afterwards.feedback': { activityId: 'nobody-there' },
  'afterwards.answer': { activityId: 'nobody-there', stars: 4, again: 'maybe', words: '很好' },
  'afterwards.album': { activityId: 'nobody-there' },
  'afterwards.addPhotos': { activityId: 'nobody-there', photos: ['cloud://local-env.x/album/none/a.jpg'] },
  'afterwards.hidePhoto': { activityId: 'nobody-there', photoId: 'nobody-there' },
  'afterwards.decidePhoto': { activityId: 'nobody-there', photoId: 'nobody-there', decision: 'keep' },
  'afterwards.result': { activityId: 'nobody-there', cursor: 'x' },
};
