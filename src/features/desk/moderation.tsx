import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { bookWords, byline, photoLabel } from '../../../domain/wording/feed';
import { hideWords, QUEUED_WORDS, queuedKind, queuedWords } from '../../../domain/wording/queued';
import type { Queued } from '../../../types/contract/reading-feed';
import type { Instant } from '../../../types/vocabulary';
import { outdate } from '../../cloud/answers';
import { isUnsure } from '../../cloud/command';
import { useCommand } from '../../cloud/use-command';
import { useNow } from '../../cloud/use-now';
import { Photo } from '../../device/photo';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { Failure, FailureLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import { ReasonSheet } from './reason-sheet';
import { idOf, keyOf, useQueue } from './use-queue';
import './desk.css';

/** Same words of several members are told once, with how many. */
function counted(reports: readonly string[]): { words: string; times: number }[] {
  const times = new Map<string, number>();
  for (const words of reports) times.set(words, (times.get(words) ?? 0) + 1);
  return [...times].map(([words, count]) => ({ words, times: count }));
}

function Reports({ reports }: { reports: readonly string[] }) {
  if (reports.length === 0) return null;
  return (
    <View className="desk-told" data-testid="reports">
      {counted(reports).map(({ words, times }) => (
        <View key={words} className="row row--apart">
          <View className="grow">{words}</View>
          {times > 1 && <Text className="note number">{times} 人</Text>}
        </View>
      ))}
    </View>
  );
}

/** What is judged: its words whole, its photos whole at a tap. */
function QueuedCard({ one, now }: { one: Queued; now: Instant }) {
  const { noteId, commentId, author, text, photos, book, reports } = one;
  return (
    <View className="card desk-card" data-testid={`queued-${idOf(one)}`}>
      <View className="row">
        <Tag words={QUEUED_WORDS[queuedKind(one)].name} tone="books" />
        <Text className="note number">{queuedWords(one)}</Text>
      </View>
      <View>
        {author !== '' && <View className="strong">{author}</View>}
        <View className="note number">{byline(one, now)}</View>
      </View>
      <View className="desk-words">{text === '' ? '（没有文字）' : text}</View>
      {photos.map((file, at) => (
        <View key={file} className="desk-photo">
          <Photo className="desk-photo__photo" file={file} label={photoLabel(at, photos)} among={photos} />
        </View>
      ))}
      {book && <View className="note">在读{bookWords(book)}</View>}
      <Reports reports={reports} />
      {noteId !== undefined && commentId !== undefined && (
        <Press className="text-press desk-words__note" onPress={() => go.note(noteId)} testId="see-note">
          <Text>看它评论的随感</Text>
        </Press>
      )}
    </View>
  );
}

/** Judges one; whatever it was answered surely, it is done with: what changed meanwhile stands in the queue anew. */
function useJudging(onDone: () => void) {
  const act = useCommand('reading.judge', ['reading.feed', 'reading.note', 'reading.board']);
  const judge = async ({ noteId, commentId, teamId, wording }: Queued, reason?: string): Promise<void> => {
    const outcome = await act.send({
      ...(noteId !== undefined && { noteId }),
      ...(teamId !== undefined && { teamId }),
      ...{ wording, verdict: reason === undefined ? ('pass' as const) : ('reject' as const) },
      ...(commentId !== undefined && { commentId }),
      ...(reason !== undefined && { reason }),
    });
    if (outcome.ok) {
      toast(reason === undefined ? '通过了' : '藏起来了');
      onDone();
    } else if (outcome.refusal === 'CHANGED' || outcome.refusal === 'NOT_FOUND') {
      toast('作者刚改过或收回了，看下一条');
      act.forget();
      onDone();
      outdate('reading.queue');
    }
  };
  return { judge, busy: act.busy, refused: act.refused };
}

interface JudgingProps {
  one: Queued;
  /** `12`, or `20+` where there is more behind. */
  waiting: string;
  now: Instant;
  onDone: () => void;
  onSkip: () => void;
}

function Judging({ one, waiting, now, onDone, onSkip }: JudgingProps) {
  const [hiding, setHiding] = useState(false);
  const { judge, busy, refused } = useJudging(() => {
    setHiding(false);
    onDone();
  });
  const unsure = refused !== undefined && isUnsure(refused.refusal);
  return (
    <View className="pad desk-manage" data-testid="moderation">
      <View className="row row--apart desk-queue__head">
        <View className="note number" data-testid="waiting">
          还有 {waiting} 条
        </View>
        <Press className="text-press" onPress={onSkip} testId="skip">
          <Text>先看下一条</Text>
        </Press>
      </View>
      <QueuedCard one={one} now={now} />
      <Bar>
        <View className="stack">
          {refused && !hiding && <FailureLine refused={refused} />}
          <View className="desk-decide">
            <Button kind="danger" disabled={busy} onPress={() => setHiding(true)} testId="hide">
              不放出来
            </Button>
            <Button kind="primary" busy={busy && !hiding} onPress={() => void judge(one)} testId="pass">
              {unsure && !hiding ? '再试一次' : '通过'}
            </Button>
          </View>
        </View>
      </Bar>
      {hiding && (
        <ReasonSheet
          title={hideWords(one)}
          text={QUEUED_WORDS[queuedKind(one)].hidden}
          note={QUEUED_WORDS[queuedKind(one)].told}
          yes="不放出来"
          busy={busy}
          refused={refused}
          onYes={(reason) => void judge(one, reason)}
          onClose={() => setHiding(false)}
        />
      )}
    </View>
  );
}

/** 待看的内容: words and photos that a human should see, one at a time; the next one comes by itself. */
export function Moderation() {
  const queue = useQueue();
  const now = useNow();
  const { left, more, refused, asking, again } = queue;
  if (!left) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const [one] = left;
  if (!one) {
    if (refused) return <Failure refused={refused} again={again} asking={asking} />;
    if (asking) return <SkeletonPage />;
    const { skipped, lookAgain } = queue;
    return (
      <Notice
        icon="check"
        good={skipped === 0}
        title={skipped === 0 ? '都看完了' : `还有 ${skipped} 条跳过的`}
        {...(skipped === 0 && { text: '有新的会出现在这里' })}
        testId="empty"
      >
        <Button onPress={lookAgain} testId="look-again">
          {skipped === 0 ? '再看看有没有' : '看跳过的'}
        </Button>
      </Notice>
    );
  }
  return (
    <Judging
      key={keyOf(one)}
      one={one}
      waiting={`${left.length}${more ? '+' : ''}`}
      now={now}
      onDone={() => queue.pass(one)}
      onSkip={() => queue.skip(one)}
    />
  );
}
