import { View } from '@tarojs/components';
import '../../shell/refused/afterwards';
import { albumNote } from '../../../domain/wording/afterwards';
import { photoLabel } from '../../../domain/wording/feed';
import type { ActivityId } from '../../../types/vocabulary';
import { Failure, StaleLine } from '../../shell/failure';
import { Notice } from '../../ui/notice/notice';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { WIDEST } from '../../ui/wide/wide';
import { AddBar } from './add-bar';
import { AlbumPicture } from './album-photo';
import { PhotoActs } from './photo-acts';
import { useAlbum } from './use-album';
import './afterwards.css';

const PHOTOS_MOST = 50;

/** All photos of an activity, for who was there and for staff. */
export function AlbumPage({ id }: { id: ActivityId }) {
  const { value, refused, asking, again } = useAlbum(id);
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const { photos, title, folder } = value;
  const ids = photos.map(({ id: each }) => each);
  const addresses = photos.flatMap(({ url }) => (url === undefined ? [] : [url]));
  const staff = folder !== undefined;
  return (
    <View className={`pad afterwards ${WIDEST}`} data-testid="album">
      {refused && <StaleLine />}
      {title !== '' && <View className="title">{title}</View>}
      {photos.length > 0 && <View className="note">{albumNote(value)}</View>}
      {photos.length === 0 && (
        <Notice
          icon="empty"
          title="还没有照片"
          text={staff ? '放几张上来，只有到场的人看得到' : '组织者放上来以后，这里就有了'}
          testId="empty"
        />
      )}
      <View className="album">
        {photos.map((photo, at) => (
          <View key={photo.id} className="album__cell">
            <AlbumPicture photo={photo} among={addresses} label={photoLabel(at, ids)} />
            <PhotoActs activityId={id} photo={photo} album={value} />
          </View>
        ))}
      </View>
      {staff && <AddBar activityId={id} folder={folder} left={Math.max(0, PHOTOS_MOST - photos.length)} />}
    </View>
  );
}
