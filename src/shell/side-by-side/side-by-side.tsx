import { View } from '@tarojs/components';
import { photoLabel } from '../../../domain/wording/feed';
import { Photo } from '../../device/photo';
import './side-by-side.css';

interface SideBySideProps {
  photos: readonly string[];
  /** A tap shows one whole, and the others after it. */
  opens: boolean;
  /** Lays out fewer than three; its columns are those of `.side-by-side.<layout>`. */
  layout?: string;
}

/** Photos side by side, each square, three in a row, fetched when they come near. */
export function SideBySide({ photos, opens, layout = '' }: SideBySideProps) {
  if (photos.length === 0) return null;
  return (
    <View className={`side-by-side ${layout}`} data-testid="photos">
      {photos.map((file, at) => (
        <View key={file} className="side-by-side__place">
          <Photo
            className="side-by-side__photo"
            file={file}
            label={photoLabel(at, photos)}
            {...(opens && { among: photos })}
          />
        </View>
      ))}
    </View>
  );
}
