import { View } from '@tarojs/components';
import type { VenueRefusal, VenueStep } from '../../../domain/wording/checkin';
import { moment } from '../../../domain/wording/dates';
import { serverNow } from '../../cloud/clock';
import { ContactPress } from '../../device/contact-press';
import { openPositionSetting } from '../../device/position';
import { ScanPress, TYPED } from '../../device/scan';
import { go } from '../../routes';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import type { IconName } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { type CheckedIn, useAtVenue } from './use-at-venue';
import './at-venue.css';

function Done({ value }: { value: CheckedIn }) {
  const { title, sessionName, at, again, registrationId } = value;
  const now = serverNow();
  return (
    <Notice icon="check" good title={again ? '你已经签到过了' : '签到好了'} testId={again ? 'was-in' : 'checked-in'}>
      <View className="at-venue__what">
        <View className="title">{title}</View>
        {sessionName !== title && <View>{sessionName}</View>}
        <View className="note number">{moment(at, now)} 签到</View>
      </View>
      <Button kind="primary" onPress={go.back} testId="done">
        完成
      </Button>
      <Button kind="quiet" onPress={() => go.ticket(registrationId)} testId="see-record">
        看我的报名
      </Button>
    </Notice>
  );
}

function Step({ next, onAgain }: { next: VenueStep; onAgain: () => void }) {
  switch (next) {
    case 'again':
      return (
        <Button onPress={onAgain} testId="again">
          再试一次
        </Button>
      );
    case 'registrations':
      return <Button onPress={go.registrations}>看我的报名</Button>;
    case 'join':
      return <Button onPress={go.join}>去加入工会</Button>;
    case 'setting':
      return openPositionSetting ? <Button onPress={openPositionSetting}>去打开位置权限</Button> : null;
    // The camera is at the foot of the page.
    case 'scan':
    case 'none':
      return null;
    default:
      return next satisfies never;
  }
}

const AT_PLACE: readonly string[] = ['TOO_FAR', 'POSITION_NEEDED'];

/** Somebody only has to try again differently, or something went wrong. */
function signOf({ refusal, words: { next } }: { refusal: string; words: VenueRefusal }): IconName {
  if (AT_PLACE.includes(refusal)) return 'place';
  if (next === 'again') return 'offline';
  return next === 'scan' ? 'scan' : 'sorry';
}

const LOOKING = { code: '正在签到', position: '正在确认你的位置' };

/** 会场签到: a member proves presence by the code on the venue's screen. */
export function AtVenue() {
  const { state, read } = useAtVenue();
  if (state.kind === 'done') return <Done value={state.value} />;
  return (
    <View data-testid="at-venue">
      {state.kind === 'ready' && (
        <Notice
          icon="scan"
          title={TYPED ? '输入会场屏幕上的码' : '扫会场屏幕上的码'}
          text="到了现场再签，签完就算参加了"
          testId="ready"
        />
      )}
      {state.kind === 'looking' && <Notice icon="scan" title={LOOKING[state.what]} testId="looking" />}
      {state.kind === 'refused' && (
        <Notice
          icon={signOf(state)}
          title={state.words.title}
          text={state.words.text}
          testId={`refused-${state.refusal}`}
        >
          <Step next={state.words.next} onAgain={() => read(state.code)} />
          <ContactPress className="ask-for-help">联系工会工作人员</ContactPress>
        </Notice>
      )}
      <Bar>
        <ScanPress
          words={state.kind === 'refused' ? '再扫一次' : '扫码签到'}
          typedWords="签到"
          placeholder="会场屏幕上的码"
          busy={state.kind === 'looking'}
          onCode={read}
        />
      </Bar>
    </View>
  );
}
