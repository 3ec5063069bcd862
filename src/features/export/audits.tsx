import { Text, View } from '@tarojs/components';
import { useReachBottom } from '@tarojs/taro';
import { useState } from 'react';
import { DAY_MS, dayOf } from '../../../domain/time/shanghai';
import { moment } from '../../../domain/wording/dates';
import { lookWords, seenWords, subjectWords } from '../../../domain/wording/exports';
import { ROLE_WORDS } from '../../../domain/wording/role';
import type { OpOf } from '../../../types/contract';
import type { AuditEntryView, AuditKind } from '../../../types/contract/export';
import type { InputOf, Page } from '../../../types/contract/op';
import type { Instant } from '../../../types/vocabulary';
import { call, type RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { useNow } from '../../cloud/use-now';
import { usePages } from '../../cloud/use-pages';
import { Failure } from '../../shell/failure';
import { ListEnd } from '../../shell/list-end/list-end';
import { Chips } from '../../ui/chips/chips';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { WIDE } from '../../ui/wide/wide';
import '../../shell/refused/export';
import './export.css';

type Sought = Omit<InputOf<OpOf<'export.audits'>>, 'cursor' | 'kind' | 'from' | 'upTo'>;
type Kind = AuditKind | 'all';
type Since = '7' | '30' | '366' | 'all';

const KINDS: { value: Kind; words: string }[] = [
  { value: 'all', words: '全部' },
  { value: 'look', words: '查看' },
  { value: 'export', words: '导出' },
  { value: 'role', words: '授权' },
];

const SINCE: { value: Since; words: string }[] = [
  { value: 'all', words: '不限时间' },
  { value: '7', words: '近 7 天' },
  { value: '30', words: '近 30 天' },
  { value: '366', words: '近一年' },
];

interface EntryProps {
  entry: AuditEntryView;
  now: Instant;
  onSeek: (sought: Sought, words: string) => void;
}

function Entry({ entry, now, onSeek }: EntryProps) {
  const { id, at, by, byName, role, subjects, reason } = entry;
  const who = byName === '' ? '首位管理员' : byName;
  return (
    <View className="parted audit-line row" data-testid={`audit-${id}`}>
      <View className="grow">
        <View className="row">
          <Press
            className="text-press audit-line__who"
            onPress={() => by !== '' && onSeek({ by }, who)}
            testId={`by-${id}`}
          >
            <Text>
              {who} · {ROLE_WORDS[role]}
            </Text>
          </Press>
          <Text className="note number">{moment(at, now)}</Text>
        </View>
        <View className="audit-line__what">
          <Text>{lookWords(entry)}</Text>
          {subjects
            .filter(({ kind }) => kind !== 'export')
            .map(({ kind, id: of, name }) => (
              <Press
                key={`${kind}:${of}`}
                className="text-press"
                onPress={() => onSeek({ subject: { kind, id: of } }, subjectWords({ kind, name }))}
                testId={`subject-${id}`}
              >
                <Text>{subjectWords({ kind, name })}</Text>
              </Press>
            ))}
        </View>
        {entry.kind !== 'role' && <View className="note number">{seenWords(entry)}</View>}
        {reason !== undefined && <View className="note">用途：{reason}</View>}
      </View>
    </View>
  );
}

/** What is searched for by a tap on it: a person, an activity, an enterprise. */
function Chosen({ words, onClear }: { words: string; onClear: () => void }) {
  return (
    <Press className="audit-chosen row" onPress={onClear} label={`不只看${words}`} testId="clear">
      <Text className="grow">只看：{words}</Text>
      <Icon name="close" small />
    </Press>
  );
}

/** Who of the staff saw or took away other people's data: latest first, found by who, what, of whom and when. */
export function Audits() {
  const now = useNow();
  const [kind, setKind] = useState<Kind>('all');
  const [since, setSince] = useState<Since>('all');
  const [sought, setSought] = useState<{ by: Sought; words: string }>();
  const key = JSON.stringify([kind, since, sought?.by]);
  const list = usePages<AuditEntryView, Page<AuditEntryView>, RefusedBy<'export.audits'>>(key, 0, (cursor) =>
    call('export.audits', {
      ...sought?.by,
      ...(kind !== 'all' && { kind }),
      ...(since !== 'all' && { from: dayOf(serverNow() - Number(since) * DAY_MS) }),
      ...(cursor !== undefined && { cursor }),
    }),
  );
  useReachBottom(list.loadMore);
  const { items, refused } = list;
  return (
    <View className={`export-list ${WIDE}`} data-testid="audits">
      <View className="audit-filter">
        <View className="audit-filter__line">
          <Chips options={KINDS} chosen={kind} onChoose={setKind} />
        </View>
        <View className="audit-filter__line">
          <Chips options={SINCE} chosen={since} onChoose={setSince} />
        </View>
      </View>
      {sought && <Chosen words={sought.words} onClear={() => setSought(undefined)} />}
      {!items &&
        (refused ? <Failure refused={refused} again={list.again} asking={list.asking} /> : <SkeletonRows count={5} />)}
      {items?.length === 0 && (
        <Notice icon="shield" title="没有这样的记录" text="有人看过或导出过别人的信息，就会记在这里" testId="empty" />
      )}
      {items && items.length > 0 && (
        <View className="export-lines">
          {items.map((entry) => (
            <Entry key={entry.id} entry={entry} now={now} onSeek={(by, words) => setSought({ by, words })} />
          ))}
        </View>
      )}
      {items && items.length > 0 && <ListEnd list={list} />}
    </View>
  );
}
