import { gateRefusal } from '../../../domain/wording/checkin';
import type { AnyRefused } from '../../../domain/wording/refusal';
import { serverNow } from '../../cloud/clock';
import { ContactPress } from '../../device/contact-press';
import { go } from '../../routes';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';

interface TroubleProps {
  refused: AnyRefused;
  again: () => void;
  asking: boolean;
}

/** Fills the place of what could not be had, in the gate's words. */
export function Trouble({ refused, again, asking }: TroubleProps) {
  const { title, text, next } = gateRefusal(refused, serverNow());
  return (
    <Notice
      icon={next === 'again' ? 'offline' : 'sorry'}
      title={title}
      text={text}
      testId={`refused-${refused.refusal}`}
    >
      {next === 'duties' ? (
        <Button onPress={go.duties}>回到值守</Button>
      ) : (
        <Button onPress={again} busy={asking} testId="again">
          再试一次
        </Button>
      )}
      <ContactPress className="ask-for-help">联系工会工作人员</ContactPress>
    </Notice>
  );
}
