import { View } from '@tarojs/components';
import { audienceWords } from '../../../domain/wording/announce';
import { moment } from '../../../domain/wording/dates';
import { messageWords } from '../../../domain/wording/messages';
import type { OpName, OpOf } from '../../../types/contract';
import type { InputOf } from '../../../types/contract/op';
import type { Announcing } from '../../../types/contract/organizer-announce';
import type { Instant } from '../../../types/vocabulary';
import { useCommand } from '../../cloud/use-command';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';

const SHOWN: readonly OpName[] = ['organizer.announcing', 'organizer.announcements', 'organizer.log'];

interface SendSheetProps {
  wish: InputOf<OpOf<'organizer.announce'>>;
  announcing: Announcing;
  /** To how many it goes, as far as is known now. */
  people: number;
  now: Instant;
  onSent: () => void;
  onClose: () => void;
}

/** Once more before it rings in so many pockets: to whom, to how many, and the words as they will see them. */
export function SendSheet({ wish, announcing, people, now, onSent, onClose }: SendSheetProps) {
  const announce = useCommand('organizer.announce', SHOWN);
  const session = announcing.sessions.find(({ id }) => id === wish.sessionId);
  const [first] = announcing.sessions;
  const startsAt = (session ?? first)?.startsAt ?? now;
  const { title } = announcing;
  const words = messageWords({ about: 'announcement', kind: 'announced', title, startsAt, text: wish.text }, now);
  const whom = [...new Set(wish.to.map((audience) => audienceWords(audience, announcing)))].join('、');
  async function send(): Promise<void> {
    const outcome = await announce.send(wish);
    if (!outcome.ok) return;
    toast('发出去了');
    onSent();
  }
  return (
    <Sheet
      open
      title={`发给 ${people} 位`}
      onClose={onClose}
      testId="send-sheet"
      foot={
        <>
          {announce.refused && <FailureLine refused={announce.refused} />}
          <Button kind="primary" busy={announce.busy} onPress={() => void send()} testId="send">
            确定发给 {people} 位
          </Button>
          <Button onPress={onClose}>再改改</Button>
        </>
      }
    >
      <View className="stack">
        <View className="number">
          {whom}
          {session && `，只发${session.name}`}，会在“消息”里看到这样一条。发出去就收不回来了。
        </View>
        <View className="card announce__preview" data-testid="preview">
          <View className="strong">{words.title}</View>
          <View>{words.note}</View>
          <View className="note">{session ? `${title} · ${session.name}` : title}</View>
          <View className="note number">{moment(now, now)}</View>
        </View>
      </View>
    </Sheet>
  );
}
