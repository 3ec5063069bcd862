import type { Queued } from '../../types/contract';

/** Why an organizer has it to look at. */
export function queuedWords({ state, photos, reports }: Pick<Queued, 'state' | 'photos' | 'reports'>): string {
  if (reports.length > 0) return `${reports.length} 人举报`;
  if (state === 'waiting-for-author') return '作者很久没来，机器查不了';
  return photos.length > 0 ? '有照片，要人看一眼' : '机器拿不准';
}

type Kind = 'note' | 'comment' | 'team';

export function queuedKind({ commentId, teamId }: Pick<Queued, 'commentId' | 'teamId'>): Kind {
  if (teamId !== undefined) return 'team';
  return commentId === undefined ? 'note' : 'comment';
}

/** What it is, what hiding it does, and who reads why. */
export const QUEUED_WORDS: Record<Kind, { name: string; hidden: string; told: string }> = {
  note: { name: '随感', hidden: '别人看不到，作者自己还看得到。打卡和天数不受影响。', told: '作者会看到' },
  comment: { name: '评论', hidden: '别人看不到，作者自己还看得到。', told: '作者会看到' },
  team: { name: '队名', hidden: '别人看到的是按队长的姓起的名，天数和名次不受影响。', told: '队员会看到' },
};

/** `不放出王同事的这条随感`, `不放出“药谷书虫”这个队名`. */
export function hideWords(one: Pick<Queued, 'author' | 'text' | 'commentId' | 'teamId'>): string {
  const kind = queuedKind(one);
  if (kind === 'team') return `不放出“${one.text}”这个队名`;
  return `不放出${one.author}的这条${QUEUED_WORDS[kind].name}`;
}
