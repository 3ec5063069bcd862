import { View } from '@tarojs/components';
import { type GatePhase, gatePhase, gateRefusal, phaseWords } from '../../../domain/wording/checkin';
import type { Attendee, Duty } from '../../../types/contract/checkin';
import type { Instant } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { ScanPress, TYPED } from '../../device/scan';
import { go } from '../../routes';
import { Bar } from '../../ui/bar/bar';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Icon } from '../../ui/icon/icon';
import { RecentRow } from './attendee-rows';
import { type GateOf, useRecent } from './recent';
import type { Scan, Scanning } from './use-scan';
import { AdmittedVerdict, RefusedVerdict } from './verdict';

function readyNote(phase: GatePhase): string {
  switch (phase) {
    case 'early':
      return '可以先选好入口，把会场码摆到门口';
    case 'open':
      return TYPED ? '输入或粘贴来客电子票上的码' : '请来客打开电子票，对准上面的码';
    case 'late':
      return '漏签的，请组织者在名单里补';
    default:
      return phase satisfies never;
  }
}

/** Before the first code: whether people can come in yet. The server decides anew, so scanning stays possible. */
function Ready({ checkIn, now }: { checkIn: Duty['checkIn']; now: Instant }) {
  const phase = gatePhase(checkIn, now);
  return (
    <View className="verdict verdict--ready" data-testid={`gate-${phase}`}>
      <Icon name={phase === 'open' ? 'scan' : 'clock'} large />
      <View className="title number">{phase === 'open' ? '可以扫票了' : phaseWords(checkIn, now)}</View>
      <View className="note number">{readyNote(phase)}</View>
    </View>
  );
}

interface ScanViewProps {
  of: GateOf;
  checkIn: Duty['checkIn'];
  scanning: Scanning;
  now: Instant;
  onPick: (attendee: Attendee) => void;
  onList: () => void;
}

function Result({ scan, scanning, checkIn, now, onList }: Omit<ScanViewProps, 'of' | 'onPick'> & { scan: Scan }) {
  switch (scan.kind) {
    case 'ready':
      return <Ready checkIn={checkIn} now={now} />;
    case 'looking':
      return (
        <View className="verdict verdict--looking" data-testid="looking">
          <View className="title">正在核对</View>
        </View>
      );
    case 'admitted':
      return <AdmittedVerdict admitted={scan.admitted} />;
    case 'refused': {
      const { refused, code } = scan;
      const words = gateRefusal(refused, serverNow());
      return (
        <RefusedVerdict refusal={refused.refusal} words={words} onAgain={() => scanning.read(code)} onList={onList} />
      );
    }
    default:
      return scan satisfies never;
  }
}

/** 扫码: one code after another, the last answer large, who came in below. */
export function ScanView({ of, checkIn, scanning, now, onPick, onList }: ScanViewProps) {
  const recent = useRecent(of);
  const undone = recent.filter((entry) => entry.undone).map(({ admitted }) => admitted.registrationId);
  // Who was sent back again does not stand there as let in.
  const over = scanning.scan.kind === 'admitted' && undone.includes(scanning.scan.admitted.registrationId);
  const scan: Scan = over ? { kind: 'ready' } : scanning.scan;
  const first = scan.kind === 'ready';
  return (
    <View data-testid="scan-view">
      <View className="pad gate__result">
        <Result scan={scan} scanning={scanning} checkIn={checkIn} now={now} onList={onList} />
      </View>
      {recent.length > 0 && (
        <View className="attendees">
          <View className="note attendees__title">刚刚进场</View>
          <View className="attendees__rows">
            {recent.map((entry) => (
              <RecentRow
                key={entry.admitted.registrationId}
                entry={entry}
                onPress={() => onPick({ ...entry.admitted, state: 'attended' })}
              />
            ))}
          </View>
        </View>
      )}
      {gatePhase(checkIn, now) !== 'late' && (
        <CellGroup>
          <Cell
            icon="screen"
            title="会场码"
            note="摆在门口，来客自己扫码签到"
            onPress={() => go.venueScreen(of.activityId, of.sessionId)}
            testId="venue-screen"
          />
        </CellGroup>
      )}
      <Bar>
        <ScanPress
          words={first ? '扫码' : '扫下一位'}
          typedWords={first ? '核对' : '下一位'}
          placeholder="电子票上的码"
          busy={scan.kind === 'looking'}
          onCode={scanning.read}
        />
      </Bar>
    </View>
  );
}
