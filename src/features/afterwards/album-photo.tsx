import { View } from '@tarojs/components';
import type { AlbumPhoto } from '../../../types/contract/afterwards';
import { Photo } from '../../device/photo';
import { Tag } from '../../ui/tag/tag';
import './afterwards.css';

interface AlbumPhotoProps {
  photo: AlbumPhoto;
  /** The addresses of all, in their order: turned over once one is open. */
  among: readonly string[];
  label: string;
}

/** One picture of an album, which opens large. */
export function AlbumPicture({ photo, among, label }: AlbumPhotoProps) {
  const { id, url, hidden = false } = photo;
  return (
    <View className={`album__one${hidden ? ' album__one--hidden' : ''}`} data-testid={`photo-${id}`}>
      {url === undefined ? (
        <View className="album__none note">读不到</View>
      ) : (
        <Photo className="album__picture" file={url} label={label} among={among} />
      )}
      {hidden && (
        <View className="album__tag">
          <Tag words="请求撤下" tone="mine" />
        </View>
      )}
    </View>
  );
}
