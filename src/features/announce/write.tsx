import { View } from '@tarojs/components';
import { useState } from 'react';
import { WORDS_MOST } from '../../../domain/message/announceable';
import { audienceWords, reachOf } from '../../../domain/wording/announce';
import { ANNOUNCE_REFUSALS } from '../../../domain/wording/refusals-announce';
import { type Announcing, AUDIENCES, type Audience } from '../../../types/contract/organizer-announce';
import type { ActivityId, Instant, SessionId } from '../../../types/vocabulary';
import { Button } from '../../ui/button/button';
import { Chips } from '../../ui/chips/chips';
import { Field } from '../../ui/field/field';
import { TextArea } from '../../ui/field/text-area';
import { Pills } from '../../ui/pills/pills';
import { SendSheet } from './send-sheet';

const ALL = 'all';

/** Those of whom there are any, or that were chosen; who has a place always. */
function offeredTo(announcing: Announcing, to: readonly Audience[]): Audience[] {
  return AUDIENCES.filter(
    (audience) => audience === 'confirmed' || to.includes(audience) || reachOf(announcing, [audience], undefined) > 0,
  );
}

interface WhomProps {
  announcing: Announcing;
  to: readonly Audience[];
  sessionId: SessionId | undefined;
  onTo: (to: Audience[]) => void;
  onSession: (sessionId: SessionId | undefined) => void;
  fault: string | undefined;
}

/** To whom: by what they have, and of which session where there are several. */
function Whom({ announcing, to, sessionId, onTo, onSession, fault }: WhomProps) {
  const named = announcing.sessions.filter(({ name }) => name !== '');
  const pill = (audience: Audience) => ({
    value: audience,
    words: `${audienceWords(audience, announcing)} ${reachOf(announcing, [audience], sessionId)}`,
  });
  const press = (audience: Audience): void =>
    onTo(to.includes(audience) ? to.filter((each) => each !== audience) : [...to, audience]);
  return (
    <>
      {named.length > 1 && (
        <Field label="哪一场">
          <Chips
            options={[{ value: ALL, words: '所有场次' }, ...named.map(({ id, name }) => ({ value: id, words: name }))]}
            chosen={sessionId ?? ALL}
            onChoose={(chosen) => onSession(chosen === ALL ? undefined : chosen)}
          />
        </Field>
      )}
      <Field label="发给谁" fault={fault}>
        <Pills options={offeredTo(announcing, to).map(pill)} chosen={to} onPress={press} />
      </Field>
    </>
  );
}

/** How many of today's are left, or when the next can go. */
function leftWords({ sentToday, most, nextAt }: Announcing, now: Instant): string {
  if (nextAt === undefined) return `一天最多 ${most} 条${sentToday > 0 ? `，今天发过 ${sentToday} 条` : ''}`;
  // Once that has come, it is another day, of which nothing has gone.
  if (now >= nextAt) return `一天最多 ${most} 条`;
  const { title, text } = ANNOUNCE_REFUSALS.ENOUGH_TODAY({ sent: sentToday, nextAt }, now);
  return `${title}，${text}`;
}

/** What is about to be written, and what it still lacks. */
function useWish(announcing: Announcing) {
  const [text, setText] = useState('');
  const [to, setTo] = useState<Audience[]>(['confirmed']);
  const [sessionId, setSession] = useState<SessionId>();
  const words = text.trim();
  const people = reachOf(announcing, to, sessionId);
  const nobody = to.length === 0 ? '选一下发给谁' : people === 0 ? '现在没有这样的人' : undefined;
  const wish = { text: words, to, ...(sessionId !== undefined && { sessionId }) };
  return { wish, people, nobody, wordless: words === '', sessionId, setText, setTo, setSession };
}

function WordsField({
  typed,
  fault,
  onType,
}: {
  typed: string;
  fault: string | undefined;
  onType: (text: string) => void;
}) {
  return (
    <Field label="想说的话" fault={fault}>
      <TextArea
        label="想说的话"
        placeholder="比如“停车场满了，请坐地铁来”"
        maxLength={WORDS_MOST}
        // A line, as the messages show it.
        onType={(words) => onType(words.replace(/\p{Cc}+/gu, ' '))}
        testId="words"
      />
      <View className="note number announce__count">
        {typed.length} / {WORDS_MOST}
      </View>
    </Field>
  );
}

interface WriteProps {
  id: ActivityId;
  announcing: Announcing;
  now: Instant;
}

/** The words and whom they go to. Nothing is lost by a refusal; once they are sent the form is empty again. */
export function Write({ id, announcing, now }: WriteProps) {
  const { wish, people, nobody, wordless, sessionId, setText, setTo, setSession } = useWish(announcing);
  const [checked, setChecked] = useState(false);
  const [asking, setAsking] = useState(false);
  const [sent, setSent] = useState(0);
  const enough = announcing.nextAt !== undefined && now < announcing.nextAt;

  function look(): void {
    setChecked(true);
    if (!wordless && nobody === undefined) setAsking(true);
  }
  function done(): void {
    setAsking(false);
    setChecked(false);
    setText('');
    setSent(sent + 1);
  }
  return (
    <View className="pad">
      <View className="note announce__about">{announcing.title}</View>
      <WordsField
        key={sent}
        typed={wish.text}
        fault={checked && wordless ? '写一句再发' : undefined}
        onType={setText}
      />
      <Whom
        {...{ announcing, to: wish.to, sessionId }}
        onTo={setTo}
        onSession={setSession}
        fault={checked ? nobody : undefined}
      />
      <View className="announce__go">
        <Button kind="primary" disabled={enough} onPress={look} testId="look">
          看一眼再发
        </Button>
        <View className="note number announce__left" data-testid="left">
          {leftWords(announcing, now)}
        </View>
      </View>
      {asking && (
        <SendSheet
          wish={{ activityId: id, ...wish }}
          {...{ announcing, people, now }}
          onSent={done}
          onClose={() => setAsking(false)}
        />
      )}
    </View>
  );
}
