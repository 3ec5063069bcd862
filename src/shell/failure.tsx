import { View } from '@tarojs/components';
import type { AnyRefused, NextStep, RefusalCode } from '../../domain/wording/refusal';
import { refusalWords } from '../../domain/wording/refusals';
import { serverNow } from '../cloud/clock';
import { ContactPress } from '../device/contact-press';
import { go } from '../routes';
import { Button } from '../ui/button/button';
import type { IconName } from '../ui/icon/icon';
import { Notice } from '../ui/notice/notice';
import { broughtWords } from './refused/brought';
import './failure.css';

interface FailureProps {
  refused: AnyRefused;
  /** Asks again. */
  again?: (() => void) | undefined;
  /** Busy asking again. */
  asking?: boolean;
  /** Opens what is held already; needed where a refusal can say so. */
  seeTicket?: (() => void) | undefined;
}

const LOST: readonly RefusalCode[] = ['OFFLINE', 'TIMEOUT'];

function StepButton({ next, again, asking, seeTicket }: { next: NextStep } & Omit<FailureProps, 'refused'>) {
  switch (next) {
    case 'again':
    case 'again-or-ask':
    case 'reload':
    case 'reread-notice':
      return again ? (
        <Button onPress={again} busy={asking ?? false} testId="again">
          {next === 'again' || next === 'again-or-ask' ? '再试一次' : '刷新'}
        </Button>
      ) : null;
    case 'browse':
      return <Button onPress={() => go.tab('pages/activities/index')}>看别的活动</Button>;
    case 'join':
      return <Button onPress={go.join}>去加入工会</Button>;
    case 'see-ticket':
      return seeTicket ? <Button onPress={seeTicket}>看我的报名</Button> : null;
    case 'see-registrations':
      return <Button onPress={go.registrations}>看我的报名</Button>;
    case 'see-vouchers':
      return <Button onPress={go.vouchers}>看我的券</Button>;
    case 'see-points':
      return <Button onPress={go.points}>怎么攒积分</Button>;
    // The other choices stand right there.
    case 'choose-other':
    case 'ask-for-help':
    case 'none':
      return null;
    default:
      return next satisfies never;
  }
}

/** Fills a page whose content could not be had: what happened, what can be done, and somebody to ask. */
export function Failure({ refused, again, asking, seeTicket }: FailureProps) {
  const words = refusalWords(refused.refusal, refused.detail, serverNow(), broughtWords());
  const icon: IconName = LOST.includes(refused.refusal) ? 'offline' : 'sorry';
  return (
    <Notice icon={icon} title={words.title} text={words.text} testId={`refused-${refused.refusal}`}>
      <StepButton next={words.next} again={again} asking={asking ?? false} seeTicket={seeTicket} />
      <ContactPress className="ask-for-help">联系工会工作人员</ContactPress>
    </Notice>
  );
}

/** The same in a line or two, where the page's own content stays. */
export function FailureLine({ refused, again, asking, seeTicket }: FailureProps) {
  const words = refusalWords(refused.refusal, refused.detail, serverNow(), broughtWords());
  const help = words.next === 'ask-for-help' || words.next === 'again-or-ask';
  return (
    <View className="failure-line" data-testid={`refused-${refused.refusal}`} role="alert">
      <View className="grow">
        <View className="strong">{words.title}</View>
        <View className="note">{words.text}</View>
        {help && <ContactPress className="ask-for-help">联系工会工作人员</ContactPress>}
      </View>
      <View className="failure-line__step">
        <StepButton next={words.next} again={again} asking={asking ?? false} seeTicket={seeTicket} />
      </View>
    </View>
  );
}

/** Above content that is older than it should be. */
export function StaleLine({ words = '网络不太顺，先看上次的内容' }: { words?: string }) {
  return <View className="stale-line">{words}</View>;
}
