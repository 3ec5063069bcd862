import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useRef, useState } from 'react';
import { isUnderWay } from '../../../domain/export/state';
import { moment } from '../../../domain/wording/dates';
import {
  exportTitle,
  keptWords,
  PHONES_WORDS,
  progressShare,
  progressWords,
  sizeWords,
  WHY_WORDS,
} from '../../../domain/wording/exports';
import { EXPORT_STATE_WORDS } from '../../../domain/wording/refusals-export';
import type { ExportView } from '../../../types/contract/export';
import type { Page } from '../../../types/contract/op';
import type { ActivityId, Grant, Instant } from '../../../types/vocabulary';
import { outdate, useAnswers } from '../../cloud/answers';
import { call, type RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { useCommand } from '../../cloud/use-command';
import { useLive } from '../../cloud/use-live';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { openFile } from '../../device/open-file';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { Failure, FailureLine } from '../../shell/failure';
import { ListEnd } from '../../shell/list-end/list-end';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Meter } from '../../ui/meter/meter';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import { WIDE } from '../../ui/wide/wide';
import { StartSheet } from './start-sheet';
import { type OfYear, standpointOf } from './wish';
import '../../shell/refused/export';
import './export.css';

/** Asked again after so long while one is under way; what takes longer than a minute is looked at less often. */
const SOON_MS = 3_000;
const LATER_MS = 10_000;
const SOON_TIMES = 20;

/** Opens the file behind an export; the link is asked for when somebody wants it, and never kept. */
function useOpening() {
  const [opening, setOpening] = useState<string>();
  const [refused, setRefused] = useState<RefusedBy<'export.link'>>();
  async function open(exportId: string): Promise<void> {
    setOpening(exportId);
    setRefused(undefined);
    const outcome = await call('export.link', { exportId });
    if (!outcome.ok) setRefused(outcome);
    else if (!(await openFile(outcome.value.url, outcome.value.fileName))) toast('没能打开，再试一次');
    setOpening(undefined);
  }
  return { opening, refused, open };
}

function Stands({ one, now }: { one: ExportView; now: Instant }) {
  const { state, bytes, rows, expiresAt, why } = one;
  if (isUnderWay(one)) {
    return (
      <>
        <View className="export-meter">
          <Meter share={progressShare(one)} tone="craft" />
        </View>
        <View className="note number">{progressWords(one)}</View>
      </>
    );
  }
  if (state === 'failed' && why !== undefined) return <View className="note">{WHY_WORDS[why]}</View>;
  if (state !== 'ready' || bytes === undefined || expiresAt === undefined) return null;
  return <View className="note number">{keptWords(rows, sizeWords(bytes), expiresAt, now)}</View>;
}

interface ExportLineProps {
  one: ExportView;
  now: Instant;
  opening: boolean;
  onOpen: () => void;
  onCancel: () => void;
}

function ExportLine({ one, now, opening, onOpen, onCancel }: ExportLineProps) {
  const { id, state, phones, askedAt } = one;
  return (
    <View className="parted row" data-testid={`export-${state}`}>
      <View className="grow">
        <View className="row">
          <Text className="strong">{exportTitle(one)}</Text>
          <Tag words={EXPORT_STATE_WORDS[state]} tone={state === 'ready' ? 'mine' : 'none'} />
        </View>
        <View className="note number">
          {moment(askedAt, now)} · {PHONES_WORDS[phones]}
        </View>
        <Stands one={one} now={now} />
      </View>
      {state === 'ready' && (
        <Press className="text-press" onPress={onOpen} disabled={opening} testId={`open-${id}`}>
          <Text>{opening ? '打开中' : '打开'}</Text>
        </Press>
      )}
      {isUnderWay(one) && (
        <Press className="text-press" onPress={onCancel} testId={`cancel-${id}`}>
          <Text>取消</Text>
        </Press>
      )}
    </View>
  );
}

/** The list, asked for again and again while one in it is under way. */
function useExports() {
  const version = useAnswers(({ versions }) => versions['export.list'] ?? 0);
  const list = usePages<ExportView, Page<ExportView>, RefusedBy<'export.list'>>('', version, (cursor) =>
    call('export.list', cursor === undefined ? {} : { cursor }),
  );
  useReachBottom(list.loadMore);
  const under = list.items?.some(isUnderWay) === true;
  const looked = useRef(0);
  if (!under) looked.current = 0;
  const look = (): void => {
    looked.current += 1;
    outdate('export.list');
  };
  useLive({ again: look, asking: list.asking }, looked.current < SOON_TIMES ? SOON_MS : LATER_MS, under);
  return list;
}

function Lines({ items }: { items: readonly ExportView[] }) {
  const now = useNow();
  const cancelling = useCommand('export.cancel', ['export.list', 'export.get']);
  const { opening, refused, open } = useOpening();
  const no = refused ?? cancelling.refused;
  return (
    <>
      <View className="export-lines">
        {items.map((one) => (
          <ExportLine
            key={one.id}
            one={one}
            now={now}
            opening={opening === one.id}
            onOpen={() => void open(one.id)}
            onCancel={() => void cancelling.send({ exportId: one.id })}
          />
        ))}
      </View>
      {no && (
        <View className="pad">
          <FailureLine refused={no} />
        </View>
      )}
    </>
  );
}

interface ExportsProps {
  /** Where one came from: then its lists are offered. */
  activity?: { id: ActivityId; title: string };
  /** The report that one came from: then it is offered at once. */
  ofYear?: OfYear;
  grants: readonly Grant[];
}

/** My exports, newest first, with how far each is, and a new one. */
export function Exports({ activity, ofYear, grants }: ExportsProps) {
  const [starting, setStarting] = useState(ofYear !== undefined);
  const list = useExports();
  const { items, refused } = list;
  const from = standpointOf(grants, { activityId: activity?.id, ofYear }, serverNow());
  return (
    <View className={`export-list ${WIDE}`} data-testid="exports">
      {!items &&
        (refused ? <Failure refused={refused} again={list.again} asking={list.asking} /> : <SkeletonRows count={3} />)}
      {items?.length === 0 && (
        <Notice icon="copy" title="还没有导出过" text="导出的文件保留一天，只有你自己能打开" testId="empty" />
      )}
      {items && items.length > 0 && (
        <>
          <Lines items={items} />
          <ListEnd list={list} />
        </>
      )}
      {from.admin && (
        <CellGroup>
          <Cell icon="shield" title="查看记录" value="谁看过什么" onPress={go.audits} testId="audits" />
        </CellGroup>
      )}
      {items && (
        <Bar>
          <Button kind="primary" onPress={() => setStarting(true)} testId="new-export">
            {activity ? '导出这个活动的名单' : '导出一份'}
          </Button>
        </Bar>
      )}
      {starting && <StartSheet from={from} onClose={() => setStarting(false)} />}
    </View>
  );
}
