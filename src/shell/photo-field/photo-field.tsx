import { View } from '@tarojs/components';
import { useRef, useState } from 'react';
import { photoLabel } from '../../../domain/wording/feed';
import { choosePhotos } from '../../device/choose-photos';
import { Photo } from '../../device/photo';
import { Field } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { onTheWay } from './on-the-way';
import { sendUp } from './send-up';
import './photo-field.css';

/** How many a check-in or a dispute takes. */
export const PHOTOS_MOST = 3;

interface PhotoFieldProps {
  /** Where they go in the cloud's storage: the caller's own place. */
  folder: string;
  photos: readonly string[];
  onChange: (photos: string[]) => void;
  /** What they are called; they are pictures of an activity, say. */
  label?: string;
  most?: number;
}

/** Each goes up as soon as it is chosen, while the rest is filled in; the `SendButton` of a form waits for it. */
export function PhotoField({ folder, photos, onChange, label = '照片', most = PHOTOS_MOST }: PhotoFieldProps) {
  const [busy, setBusy] = useState(false);
  // While some go up, others may be taken away.
  const latest = useRef(photos);
  latest.current = photos;
  async function add(): Promise<void> {
    const files = await choosePhotos(most - photos.length);
    if (files.length === 0) return;
    setBusy(true);
    const arrived = await onTheWay(sendUp(folder, files));
    setBusy(false);
    if (arrived.length > 0) onChange([...latest.current, ...arrived]);
  }
  return (
    <Field label={label} optional>
      <View className="photos">
        {photos.map((file, at) => (
          <View key={file} className="photos__one">
            <Photo className="photos__picture" file={file} label={photoLabel(at, photos)} />
            <Press
              className="photos__remove"
              label={`去掉第 ${at + 1} 张照片`}
              onPress={() => onChange(photos.filter((each) => each !== file))}
            >
              <Icon name="close" small />
            </Press>
          </View>
        ))}
        {photos.length < most && (
          <Press
            className="photos__one photos__add"
            label={busy ? '正在上传照片' : '加照片'}
            disabled={busy}
            onPress={() => void add()}
            testId="add-photo"
          >
            <Icon name={busy ? 'clock' : 'plus'} />
          </Press>
        )}
      </View>
    </Field>
  );
}
