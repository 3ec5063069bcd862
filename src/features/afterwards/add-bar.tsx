import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ActivityId } from '../../../types/vocabulary';
import { newRequestId } from '../../cloud/call';
import { upload } from '../../cloud/upload';
import { useCommand } from '../../cloud/use-command';
import { choosePhotos } from '../../device/choose-photos';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';

/** Chosen in one go. */
const AT_ONCE = 9;

/** Photos as they were chosen: made small on the phone, put into the storage, then into the album. */
export function AddBar({ activityId, folder, left }: { activityId: ActivityId; folder: string; left: number }) {
  const act = useCommand('afterwards.addPhotos', ['afterwards.album']);
  const [busy, setBusy] = useState(false);
  async function add(): Promise<void> {
    const files = await choosePhotos(Math.min(AT_ONCE, left));
    if (files.length === 0) return;
    setBusy(true);
    const put = async (file: string) => upload(`${folder}/${(await newRequestId()).toLowerCase()}.jpg`, file);
    const photos = (await Promise.all(files.map(put))).filter((file): file is string => file !== undefined);
    if (photos.length < files.length) toast('有照片没传上去，有网络时再加');
    if (photos.length > 0) {
      const sent = await act.send({ activityId, photos });
      if (sent.ok) toast(`放上了 ${photos.length} 张`);
    }
    setBusy(false);
  }
  return (
    <Bar>
      <View className="grow">
        {act.refused && <FailureLine refused={act.refused} />}
        <Button kind="primary" busy={busy} disabled={left === 0} onPress={() => void add()} testId="add-photos">
          {left === 0 ? '放满了' : '加照片'}
        </Button>
      </View>
    </Bar>
  );
}
