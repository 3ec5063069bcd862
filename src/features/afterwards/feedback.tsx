import { View } from '@tarojs/components';
import { useState } from 'react';
import '../../shell/refused/afterwards';
import { AGAIN_WORDS, starWords } from '../../../domain/wording/afterwards';
import { moment } from '../../../domain/wording/dates';
import { COMING_AGAIN, type ComingAgain, type MyFeedback } from '../../../types/contract/afterwards';
import type { ActivityId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { useCommand } from '../../cloud/use-command';
import { useNow } from '../../cloud/use-now';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { Failure, FailureLine, StaleLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { TextArea } from '../../ui/field/text-area';
import { Notice } from '../../ui/notice/notice';
import { Pills } from '../../ui/pills/pills';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { Stars } from './stars';
import './afterwards.css';

const WORDS_MOST = 300;

const AGAIN = COMING_AGAIN.map((value) => ({ value, words: AGAIN_WORDS[value] }));

function useForm(id: ActivityId, { mine }: MyFeedback) {
  const act = useCommand('afterwards.answer', ['afterwards.feedback']);
  const [stars, setStars] = useState(mine?.stars ?? 0);
  const [again, setAgain] = useState<ComingAgain | undefined>(mine?.again);
  const [words, setWords] = useState(mine?.words ?? '');
  const [missing, setMissing] = useState(false);
  async function send(): Promise<void> {
    setMissing(stars === 0 || again === undefined);
    if (stars === 0 || again === undefined) return;
    const sent = await act.send({ activityId: id, stars, again, words: words.trim() });
    if (!sent.ok) return;
    toast('谢谢，收到了');
    go.back();
  }
  return { act, stars, setStars, again, setAgain, words, setWords, missing, send };
}

function Form({ id, feedback }: { id: ActivityId; feedback: MyFeedback }) {
  const form = useForm(id, feedback);
  const { act, stars, again, missing } = form;
  return (
    <View className="pad afterwards" data-testid="feedback-form">
      <View className="title">{feedback.title}</View>
      <View className="note">不记名：组织者只看到合计，和没有名字的一句话</View>
      <Field label="这次怎么样" fault={missing && stars === 0 ? '点一颗星' : undefined}>
        <Stars chosen={stars} onChoose={form.setStars} />
        <View className="note stars__words">{starWords(stars)}</View>
      </Field>
      <Field label="下次还来吗" fault={missing && again === undefined ? '选一个' : undefined}>
        <Pills options={AGAIN} chosen={again === undefined ? [] : [again]} onPress={form.setAgain} />
      </Field>
      <Field label="想说的一句话" optional>
        <TextArea
          initial={form.words}
          label="想说的一句话"
          placeholder="哪里好，哪里可以更好"
          maxLength={WORDS_MOST}
          // A line, wherever it is read.
          onType={(text) => form.setWords(text.replace(/\p{Cc}+/gu, ' '))}
          testId="words"
        />
        <View className="note afterwards__hint">只有组织者看得到，别写自己的名字和电话</View>
      </Field>
      <Bar>
        <View className="grow">
          {act.refused && <FailureLine refused={act.refused} />}
          <Button kind="primary" busy={act.busy} onPress={() => void form.send()} testId="send">
            {feedback.mine ? '改好了' : '就这样'}
          </Button>
        </View>
      </Bar>
    </View>
  );
}

/** Said, and not to be changed any more. */
function Closed({ feedback, now }: { feedback: MyFeedback; now: number }) {
  const { mine, closesAt } = feedback;
  const until = `${moment(closesAt, now)} 截止的`;
  if (!mine) return <Notice icon="clock" title="收集结束了" text={`${until}，下次记得早点来`} testId="too-late" />;
  return (
    <Notice icon="check" good title={`你说：${starWords(mine.stars)}`} text={AGAIN_WORDS[mine.again]} testId="said">
      {mine.words !== '' && <View>{mine.words}</View>}
    </Notice>
  );
}

/** Three questions to who was there: how it was, whether they would come again, a sentence. */
export function Feedback({ id }: { id: ActivityId }) {
  const { value, refused, asking, again } = useAnswer('afterwards.feedback', { activityId: id });
  const now = useNow(value?.closesAt);
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  if (now < value.opensAt)
    return (
      <Notice icon="clock" title="活动还没结束" text={`${moment(value.opensAt, now)} 以后来说说`} testId="early" />
    );
  return (
    <>
      {refused && <StaleLine />}
      {now > value.closesAt ? <Closed feedback={value} now={now} /> : <Form id={id} feedback={value} />}
    </>
  );
}
