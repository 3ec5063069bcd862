import { View } from '@tarojs/components';
import { useState } from 'react';
import type { OpName } from '../../../types/contract';
import type { NoteCard } from '../../../types/contract/reading-feed';
import { useCommand } from '../../cloud/use-command';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { ReasonSheet } from './reason-sheet';
import './desk.css';

/** Whatever shows the note, or what it counted for. */
const SHOWN: readonly OpName[] = ['reading.note', 'reading.feed', 'reading.book'];

function TakeAwaySheet({ note, onClose }: { note: NoteCard; onClose: () => void }) {
  const act = useCommand('reading.takeAway', SHOWN);
  const takeAway = async (reason: string): Promise<void> => {
    const outcome = await act.send({ checkInId: note.id, reason });
    if (!outcome.ok) return;
    toast('撤掉了');
    go.back();
  };
  return (
    <ReasonSheet
      title={`撤掉${note.author}的这次打卡`}
      text="这次打卡不再算数，积分收回，随感也看不到了。只想藏起随感，去“待看的内容”里做。"
      note="作者会看到"
      yes="撤掉"
      busy={act.busy}
      refused={act.refused}
      onYes={(reason) => void takeAway(reason)}
      onClose={onClose}
    />
  );
}

/** What organizers can do with a note that others see: put it forward, or take the check-in away. */
export function NoteDesk({ note }: { note: NoteCard }) {
  const act = useCommand('reading.feature', SHOWN);
  const [taking, setTaking] = useState(false);
  const feature = async (): Promise<void> => {
    const outcome = await act.send({ noteId: note.id, featured: !note.featured });
    if (outcome.ok) toast(outcome.value.featured ? '放进精选了' : '从精选里拿下了');
  };
  return (
    <View className="pad stack desk-note" data-testid="note-desk">
      {act.refused && <FailureLine refused={act.refused} />}
      <View className="desk-decide">
        <Button busy={act.busy} onPress={() => void feature()} testId="feature">
          {note.featured ? '拿下精选' : '放进精选'}
        </Button>
        <Button kind="danger" onPress={() => setTaking(true)} testId="take-away">
          撤掉打卡
        </Button>
      </View>
      {taking && <TakeAwaySheet note={note} onClose={() => setTaking(false)} />}
    </View>
  );
}
