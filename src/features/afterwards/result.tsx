import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import '../../shell/refused/afterwards';
import {
  AGAIN_WORDS,
  answeredWords,
  averageWords,
  fewWords,
  percentOf,
  STAR_WORDS,
} from '../../../domain/wording/afterwards';
import { COMING_AGAIN, type FeedbackResult } from '../../../types/contract/afterwards';
import type { ActivityId } from '../../../types/vocabulary';
import { call } from '../../cloud/call';
import { useAnswer } from '../../cloud/use-answer';
import { toast } from '../../device/toast';
import { Failure, StaleLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Meter } from '../../ui/meter/meter';
import { Notice } from '../../ui/notice/notice';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { WIDEST } from '../../ui/wide/wide';
import './afterwards.css';

function Line({ words, count, of, testId }: { words: string; count: number; of: number; testId: string }) {
  return (
    <View className="result__line" data-testid={testId}>
      <Text className="result__name">{words}</Text>
      <View className="result__meter">
        <Meter share={of === 0 ? 0 : count / of} tone="books" />
      </View>
      <Text className="number result__count">
        {count} 人 · {percentOf(count, of)}%
      </Text>
    </View>
  );
}

function Counts({ counts, answers }: { counts: NonNullable<FeedbackResult['counts']>; answers: number }) {
  return (
    <View className="card result__card" data-testid="counts">
      <View className="row">
        <Text className="large number" data-testid="average">
          {averageWords(counts.average)}
        </Text>
        <Text className="note">平均，满分 5</Text>
      </View>
      {STAR_WORDS.map((words, at) => ({ words, count: counts.stars[at] ?? 0, at }))
        .reverse()
        .map(({ words, count, at }) => (
          <Line key={words} words={words} count={count} of={answers} testId={`stars-${at + 1}`} />
        ))}
      <View className="strong result__part">下次还来吗</View>
      {COMING_AGAIN.map((again) => (
        <Line
          key={again}
          words={AGAIN_WORDS[again]}
          count={counts.again[again]}
          of={answers}
          testId={`again-${again}`}
        />
      ))}
    </View>
  );
}

/** Those behind the first page are asked for by the one who reads on. */
function useSentences(id: ActivityId, first: FeedbackResult['words']) {
  const [more, setMore] = useState<{ items: string[]; next?: string }>();
  const [busy, setBusy] = useState(false);
  const next = more ? more.next : first?.next;
  async function load(): Promise<void> {
    if (next === undefined) return;
    setBusy(true);
    const answer = await call('afterwards.result', { activityId: id, cursor: next });
    setBusy(false);
    if (!answer.ok || !answer.value.words) return toast('没有读到，再试一次');
    const { items, next: after } = answer.value.words;
    setMore({ items: [...(more?.items ?? []), ...items], ...(after !== undefined && { next: after }) });
  }
  return { items: [...(first?.items ?? []), ...(more?.items ?? [])], more: next !== undefined, busy, load };
}

/** Two people may say the same: each with the how many-th it is of its kind. */
function toldApart(items: readonly string[]): { key: string; words: string }[] {
  const seen = new Map<string, number>();
  return items.map((words) => {
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    return { key: `${nth} ${words}`, words };
  });
}

function Sentences({ id, first }: { id: ActivityId; first: FeedbackResult['words'] }) {
  const { items, more, busy, load } = useSentences(id, first);
  return (
    <View className="card result__card" data-testid="sentences">
      <View className="strong">大家说</View>
      <View className="note result__note">没有名字，顺序是打乱的</View>
      {items.length === 0 && <View className="note result__part">还没有人留言</View>}
      {toldApart(items).map(({ key, words }) => (
        <View key={key} className="result__words">
          {words}
        </View>
      ))}
      {more && (
        <Button small busy={busy} onPress={() => void load()} testId="more">
          再看一些
        </Button>
      )}
    </View>
  );
}

/** What those who came said, for organizers: numbers and sentences, and nobody's name. */
export function Result({ id }: { id: ActivityId }) {
  const { value, refused, asking, again } = useAnswer('afterwards.result', { activityId: id });
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  const { counts, words, answers, title } = value;
  return (
    <View className={`pad afterwards ${WIDEST}`} data-testid="result">
      {refused && <StaleLine />}
      <View className="title">{title}</View>
      <View className="note number" data-testid="answered">
        {answeredWords(value)}
      </View>
      {!counts && (
        <Notice icon="comment" title={answers === 0 ? '还没有人回答' : '再等等'} text={fewWords(value)} testId="few" />
      )}
      {counts && (
        <View className="result__parts">
          <Counts counts={counts} answers={answers} />
          <Sentences key={words?.items[0] ?? ''} id={id} first={words} />
        </View>
      )}
    </View>
  );
}
