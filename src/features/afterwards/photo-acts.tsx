import { View } from '@tarojs/components';
import { useState } from 'react';
import type { Album, AlbumPhoto, PhotoDecision } from '../../../types/contract/afterwards';
import type { ActivityId } from '../../../types/vocabulary';
import { useCommand } from '../../cloud/use-command';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Press } from '../../ui/press/press';
import { Sheet } from '../../ui/sheet/sheet';
import './afterwards.css';

interface OfPhoto {
  activityId: ActivityId;
  photo: AlbumPhoto;
}

/** For who is in it: from one press on nobody sees it. */
export function AskToGo({ activityId, photo }: OfPhoto) {
  const act = useCommand('afterwards.hidePhoto', ['afterwards.album']);
  async function hide(): Promise<void> {
    const sent = await act.send({ activityId, photoId: photo.id });
    if (sent.ok) toast('撤下了，别人看不到了');
  }
  return (
    <>
      <Press
        className="album__ask note"
        label="我在照片里，请撤下"
        disabled={act.busy}
        onPress={() => void hide()}
        testId={`hide-${photo.id}`}
      >
        我在照片里，请撤下
      </Press>
      {act.refused && <FailureLine refused={act.refused} />}
    </>
  );
}

/** For organizers: shown again where somebody asked, or gone for good. */
export function Decide({ activityId, photo }: OfPhoto) {
  const act = useCommand('afterwards.decidePhoto', ['afterwards.album']);
  const [removing, setRemoving] = useState(false);
  async function decide(decision: PhotoDecision): Promise<void> {
    const sent = await act.send({ activityId, photoId: photo.id, decision });
    if (!sent.ok) return;
    setRemoving(false);
    toast(decision === 'keep' ? '又看得到了' : '删掉了');
  }
  return (
    <View className="album__acts">
      {photo.hidden && (
        <Button small busy={act.busy} onPress={() => void decide('keep')} testId={`keep-${photo.id}`}>
          留着
        </Button>
      )}
      <Button small kind="danger" onPress={() => setRemoving(true)} testId={`remove-${photo.id}`}>
        删除
      </Button>
      {removing && (
        <Sheet
          open
          title="删掉这张照片"
          onClose={() => setRemoving(false)}
          testId="remove-sheet"
          foot={
            <>
              {act.refused && <FailureLine refused={act.refused} />}
              <Button kind="danger" busy={act.busy} onPress={() => void decide('remove')} testId="remove">
                删掉
              </Button>
            </>
          }
        >
          <View>删掉就找不回来了，谁都看不到。</View>
        </Sheet>
      )}
      {act.refused && !removing && <FailureLine refused={act.refused} />}
    </View>
  );
}

/** What the caller can do with a photo. */
export function PhotoActs({ activityId, photo, album }: OfPhoto & { album: Album }) {
  if (album.decides) return <Decide activityId={activityId} photo={photo} />;
  return photo.hidden ? null : <AskToGo activityId={activityId} photo={photo} />;
}
