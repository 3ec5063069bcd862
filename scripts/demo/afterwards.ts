import { createHash } from 'node:crypto';
import type { AlbumRecord, StoredPhoto } from '../../domain/afterwards/album';
import { ALBUM_V, photoIdOf } from '../../domain/afterwards/album';
import {
  booked,
  emptyBook,
  FEEDBACK_V,
  type FeedbackBook,
  type FeedbackRecord,
  feedbackId,
} from '../../domain/afterwards/feedback';
import type { Files } from '../../emulator/storage/files';
import type { ComingAgain } from '../../types/contract';
import { chanceOf, demoId } from './chance';
import { drawOnce } from './draw-once';
import { drawnScene, SCENES } from './drawn-scene';
import type { Staged } from './stage';

/** The activity after which the demo has photos and answers: its worker was there, and has not said anything yet. */
const OVER = 'repair-day';
const SILENT = demoId('member demo-worker');

const SAID = [
  '师傅修好了我那把用了八年的伞，还教我怎么保养',
  '磨刀那边排了四十分钟，能不能先取号',
  '希望每个季度都有一次',
  '配钥匙的摊位少，十一点半就收了',
  '带着老人来的，有椅子坐，很贴心',
  '裤脚改得又平又快，比店里强',
  '理发师傅很耐心，给我爸也剪了',
] as const;

export interface StagedAfterwards {
  albums: AlbumRecord[];
  feedback: FeedbackRecord[];
  feedbackBooks: FeedbackBook[];
}

const pathOf = (scene: number): string => `album/demo/${OVER}-${scene}.svg`;
const photoAt = (scene: number, at: number): StoredPhoto => {
  const file = `cloud://local-env.bucket/${pathOf(scene)}`;
  return { id: photoIdOf(file), file, at };
};

/** What people said: most of them content, three in five of those who came; each sentence once. */
function answers({ participations }: Staged): FeedbackRecord[] {
  const left = [...SAID];
  return participations.flatMap(({ memberId, kind, activityId, _id }) => {
    const chance = chanceOf(`feedback ${_id}`);
    if (kind !== 'took-part' || memberId === SILENT || chance.below(5) > 2) return [];
    const stars = chance.pick([5, 5, 5, 4, 4, 4, 4, 3, 3, 2]);
    const again: ComingAgain = stars > 3 ? 'yes' : stars === 3 ? 'maybe' : 'no';
    const words = chance.below(4) === 0 ? (left.shift() ?? '') : '';
    const lot = words === '' ? {} : { lot: createHash('sha256').update(`lot ${_id}`).digest('hex').slice(0, 24) };
    const said = { stars, again, words, ...lot };
    return [{ _id: feedbackId(activityId, memberId), v: FEEDBACK_V, activityId, memberId, ...said, requests: [] }];
  });
}

/** Six pictures and what those who came said of what is over. */
export function afterwardsOf(activities: readonly Staged[]): StagedAfterwards {
  const staged = activities.find(({ activity }) => activity._id === OVER);
  if (!staged) throw new Error(`the demo has no ${OVER}`);
  const { activity } = staged;
  const feedback = answers(staged);
  const book = feedback.reduce((counted, each) => booked(counted, undefined, each), emptyBook(OVER));
  const photos = SCENES.map((_scene, at) => photoAt(at, activity.endsAt - at * 60_000)).reverse();
  const album: AlbumRecord = { _id: OVER, v: ALBUM_V, rev: 0, title: activity.title, photos, requests: [] };
  return { albums: [album], feedback, feedbackBooks: [book] };
}

/** Draws those pictures that are not there yet. */
export async function drawAlbum(files: Files): Promise<void> {
  for (const scene of SCENES.keys()) await drawOnce(files, pathOf(scene), () => drawnScene(scene));
}
