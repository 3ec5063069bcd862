import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { checkInWindow } from '../../../domain/signup/window';
import { sessionWords } from '../../../domain/wording/checkin';
import type { Attendee, Duty } from '../../../types/contract/checkin';
import type { Instant } from '../../../types/vocabulary';
import { useNow } from '../../cloud/use-now';
import { go } from '../../routes';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { Segments } from '../../ui/segments/segments';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { ArrivalsView } from './arrivals-view';
import { AttendeeSheet } from './attendee-sheet';
import { useGateName } from './gate-name';
import { GateSheet } from './gate-sheet';
import { ListView } from './list-view';
import type { GateOf } from './recent';
import { ScanView } from './scan-view';
import { Trouble } from './trouble';
import { useGateSession } from './use-gate-session';
import { useScan } from './use-scan';
import './gate.css';

type GateView = 'scan' | 'list' | 'arrivals';
const VIEWS: readonly { value: GateView; words: string }[] = [
  { value: 'scan', words: '扫码' },
  { value: 'list', words: '名单' },
  { value: 'arrivals', words: '到场' },
];

interface HeadProps {
  title: string;
  session: Duty['session'];
  gate: string | undefined;
  now: Instant;
  onGate: () => void;
}

function Head({ title, session, gate, now, onGate }: HeadProps) {
  return (
    <View className="gate__head pad">
      <View className="grow">
        <View className="strong gate__title">{title}</View>
        <View className="note number">{sessionWords(session, title, now)}</View>
      </View>
      <Press
        className={`gate__name${gate === undefined ? ' gate__name--none' : ''}`}
        onPress={onGate}
        testId="gate-name-press"
      >
        <Text>{gate === undefined ? '选入口' : gate === '' ? '不分入口' : gate}</Text>
      </Press>
    </View>
  );
}

interface GateProps {
  of: GateOf;
  /** May correct what the gate has closed on. */
  organizer: boolean;
}

/** One session's gate: scanning, the list, and how many have come. */
function OpenGate({ of, organizer, title, session }: GateProps & { title: string; session: Duty['session'] }) {
  const gate = useGateName();
  const scanning = useScan(of, gate.name ?? '');
  const [view, setView] = useState<GateView>('scan');
  const [naming, setNaming] = useState(false);
  const [picked, setPicked] = useState<Attendee>();
  const checkIn = checkInWindow(session);
  const [turn, setTurn] = useState<Instant>();
  const now = useNow(turn);
  const next = now < checkIn.opensAt ? checkIn.opensAt : checkIn.closesAt + 1;
  if (next !== turn) setTurn(next);
  return (
    <View className="gate" data-testid="gate">
      <Head title={title} session={session} gate={gate.name} now={now} onGate={() => setNaming(true)} />
      <View className="pad">
        <Segments options={VIEWS} chosen={view} onChoose={setView} />
      </View>
      {view === 'scan' && (
        <ScanView
          of={of}
          checkIn={checkIn}
          scanning={scanning}
          now={now}
          onPick={setPicked}
          onList={() => setView('list')}
        />
      )}
      {view === 'list' && <ListView of={of} onPick={setPicked} />}
      {view === 'arrivals' && (
        <>
          <ArrivalsView of={of} />
          <CellGroup>
            <Cell
              title="活动照片"
              note="拍了就放上来，只有到场的人看得到"
              onPress={() => go.album(of.activityId)}
              testId="album"
            />
          </CellGroup>
        </>
      )}
      {picked && (
        <AttendeeSheet
          key={picked.registrationId}
          of={of}
          gate={gate.name ?? ''}
          attendee={picked}
          organizer={organizer}
          onClose={() => setPicked(undefined)}
        />
      )}
      {naming && <GateSheet gate={gate} onClose={() => setNaming(false)} />}
    </View>
  );
}

/** The gate of that session, once it is known what it is called and when it is. */
export function Gate({ of, organizer }: GateProps) {
  const { activity, session, refused, asking, again } = useGateSession(of);
  if (!activity) return refused ? <Trouble refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  if (!session) {
    const gone = { refusal: 'NOT_FOUND', detail: { what: 'session' } } as const;
    return <Trouble refused={gone} again={again} asking={asking} />;
  }
  if (activity.phase === 'cancelled') {
    return (
      <Notice icon="sorry" title="活动取消了" text="不用值守了，有人来的话告诉他们一声" testId="gate-cancelled">
        <Button onPress={() => go.detail(of.activityId)}>看活动详情</Button>
      </Notice>
    );
  }
  return <OpenGate of={of} organizer={organizer} title={activity.title} session={session} />;
}
