import { Text, View } from '@tarojs/components';
import { useEffect, useMemo } from 'react';
import { STEP_MS, stepOf, ticketCode } from '../../../domain/ticket/code';
import { moment } from '../../../domain/wording/dates';
import { companionWords } from '../../../domain/wording/registration';
import { STATE_WORDS } from '../../../domain/wording/vocabulary';
import type { MyRegistration } from '../../../types/contract/registration';
import type { Instant, RegistrationId } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { useShown } from '../../cloud/use-live';
import { useSteps } from '../../cloud/use-now';
import { keepBright } from '../../device/bright';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Qr } from '../../ui/qr/qr';
import { Selectable } from '../../ui/selectable/selectable';
import { Bone } from '../../ui/skeleton/skeleton';
import { SlipBody } from '../../ui/slip/slip';
import { TimeLeft } from '../../ui/time-left/time-left';
import './ticket-code.css';

/** What one reads at a time, when somebody types the code: of the id, and of what changes. */
const ID_GROUP = /^T\.|.{1,6}/g;
const NEW_GROUP = /^\..{1,5}|.{1,5}/g;

/** A text in groups, each with where it begins. */
function Groups({ text, group }: { text: string; group: RegExp }) {
  return (
    <>
      {[...text.matchAll(group)].map(({ index = 0, 0: signs }) => (
        <Text key={index} className="ticket-code__group">
          {signs}
        </Text>
      ))}
    </>
  );
}

/** The code to be read out or copied: first whose it is, which stays, then what changes. */
function CodeText({ code }: { code: string }) {
  const cut = code.lastIndexOf('.');
  return (
    <Selectable className="ticket-code__text" testId="ticket-code">
      <Text className="ticket-code__part">
        <Groups text={code.slice(0, cut)} group={ID_GROUP} />
      </Text>
      <Text className="ticket-code__part ticket-code__part--new">
        <Groups text={code.slice(cut)} group={NEW_GROUP} />
      </Text>
    </Selectable>
  );
}

/** A camera needs light, and nobody should have to wake their phone in the queue at the gate. */
function useBright(): void {
  const shown = useShown();
  useEffect(() => (shown ? keepBright() : undefined), [shown]);
}

/**
 * The code that opens the gate, drawn from the ticket's key without asking anybody; another one at every step of the
 * server's clock. The bar below runs out with it, and the text says the same for whom the camera fails.
 */
function RotatingCode({ id, ticketKey }: { id: RegistrationId; ticketKey: string }) {
  useBright();
  const step = stepOf(useSteps(STEP_MS));
  const code = useMemo(() => ticketCode(ticketKey, id, step * STEP_MS), [ticketKey, id, step]);
  const gone = Math.min(STEP_MS, Math.max(0, serverNow() - step * STEP_MS));
  return (
    <>
      <Qr text={code} label="入场二维码" />
      <TimeLeft step={step} gone={gone} />
      <CodeText code={code} />
    </>
  );
}

/** In place of the code while its key is not on this phone: it came by no answer yet. */
function CodeAwaited({ asking, again }: { asking: boolean; again: () => void }) {
  if (asking) return <Bone className="ticket-code__shape" />;
  return (
    <Notice icon="offline" title="入场码还没取到" text="联网后取一次，以后没有网络也能用" testId="code-awaited">
      <Button onPress={again} testId="again">
        再试一次
      </Button>
    </Notice>
  );
}

/** What to do with the code, and from when on. */
function gateWords(opensAt: Instant, now: Instant, shown: boolean): string {
  const words = [shown ? '入场时出示给工作人员' : '', now < opensAt ? `${moment(opensAt, now)} 起可以签到` : ''];
  return words.filter((each) => each !== '').join('，');
}

interface TicketCodeProps {
  registration: MyRegistration;
  asking: boolean;
  again: () => void;
}

/** What the gate wants to see. */
export function TicketCode({ registration, asking, again }: TicketCodeProps) {
  const { id, state, ticketKey, companions, checkIn } = registration;
  const now = serverNow();
  if (!checkIn) return <Notice icon="check" good title={STATE_WORDS[state]} text="不用签到，到时候直接来" />;
  return (
    <SlipBody>
      {ticketKey === undefined ? (
        <CodeAwaited asking={asking} again={again} />
      ) : (
        <RotatingCode id={id} ticketKey={ticketKey} />
      )}
      <View className="slip__state">{STATE_WORDS[state]}</View>
      {companions > 0 && <View>{companionWords(companions)}一起入场</View>}
      <View className="note number">{gateWords(checkIn.opensAt, now, ticketKey !== undefined)}</View>
    </SlipBody>
  );
}
