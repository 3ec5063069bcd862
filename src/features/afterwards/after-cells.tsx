import { View } from '@tarojs/components';
import '../../shell/refused/afterwards';
import { feedbackWords } from '../../../domain/wording/afterwards';
import { photoLabel } from '../../../domain/wording/feed';
import type { ActivityId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useNow } from '../../cloud/use-now';
import { go } from '../../routes';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Press } from '../../ui/press/press';
import { AlbumPicture } from './album-photo';
import { useAlbum } from './use-album';
import './afterwards.css';

/** So many stand on the page itself. */
const FIRST = 3;

function FirstPhotos({ id }: { id: ActivityId }) {
  const { value } = useAlbum(id);
  const photos = value?.photos ?? [];
  if (photos.length === 0) return null;
  const ids = photos.map(({ id: each }) => each);
  const addresses = photos.flatMap(({ url }) => (url === undefined ? [] : [url]));
  return (
    <View className="pad" data-testid="first-photos">
      <View className="album album--first">
        {photos.slice(0, FIRST).map((photo, at) => (
          <AlbumPicture key={photo.id} photo={photo} among={addresses} label={photoLabel(at, ids)} />
        ))}
      </View>
      <Press className="album__all" onPress={() => go.album(id)} testId="all-photos">
        看全部 {photos.length} 张照片
      </Press>
    </View>
  );
}

function Question({ id }: { id: ActivityId }) {
  const { value } = useAnswer('afterwards.feedback', { activityId: id });
  const now = useNow(value?.opensAt);
  if (!value || now < value.opensAt || (now > value.closesAt && !value.mine)) return null;
  const { title, note } = feedbackWords(value, now);
  return (
    <CellGroup>
      <Cell icon="star" title={title} note={note} onPress={() => go.feedback(id)} testId="feedback" />
    </CellGroup>
  );
}

/** What comes after an activity, for whoever was there; whoever was not sees nothing of it. */
export function AfterCells({ id }: { id: ActivityId }) {
  return (
    <>
      <FirstPhotos id={id} />
      <Question id={id} />
    </>
  );
}
