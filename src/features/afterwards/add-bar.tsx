import { View } from '@tarojs/components';
import { useState } from 'react';
import type { ActivityId } from '../../../types/vocabulary';
import { useCommand } from '../../cloud/use-command';
import { choosePhotos } from '../../device/choose-photos';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { sendUp } from '../../shell/photo-field/send-up';
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
    const photos = await sendUp(folder, files);
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
