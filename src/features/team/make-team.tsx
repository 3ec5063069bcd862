import { View } from '@tarojs/components';
import { useState } from 'react';
import { typedInvite } from '../../../domain/wording/feed';
import type { ChallengeDetail } from '../../../types/contract/reading-operations';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { TextInput } from '../../ui/field/text-input';
import { Notice } from '../../ui/notice/notice';
import { Segments } from '../../ui/segments/segments';
import { useTeamAct } from './use-team-act';
import './team.css';

const MOST_NAME = 12;

/** Who makes a team has to take part: they are let in by the same tap. */
function useCreating({ id, mine }: ChallengeDetail) {
  const join = useTeamAct('reading.join');
  const create = useTeamAct('reading.createTeam');
  async function make(name: string): Promise<void> {
    if (!mine) {
      const joined = await join.send({ challengeId: id });
      if (!joined.ok) return;
    }
    const outcome = await create.send({ challengeId: id, name });
    if (outcome.ok) toast('小队建好了，去叫同事');
  }
  return { make, busy: join.busy || create.busy, refused: join.refused ?? create.refused };
}

function Create({ challenge }: { challenge: ChallengeDetail }) {
  const { make, busy, refused } = useCreating(challenge);
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const press = (): void => {
    const words = name.trim();
    setMissing(words === '');
    if (words !== '') void make(words);
  };
  return (
    <View className="pad" data-testid="create-team">
      <Field label="队名" fault={missing ? '先起个队名' : undefined}>
        <TextInput
          label="队名"
          placeholder="比如“午休读书会”"
          maxLength={MOST_NAME}
          onType={(text) => {
            setName(text);
            setMissing(false);
          }}
          testId="team-name"
        />
      </Field>
      <View className="note number team-note">
        最多 {MOST_NAME} 字，审核后别人看得到
        {challenge.mine ? '' : '；建队会同时加入这个挑战，从今天算起'}
      </View>
      <View className="stack team-step">
        {refused && <FailureLine refused={refused} />}
        <Button kind="primary" busy={busy} onPress={press} testId="make-team">
          建一支小队
        </Button>
      </View>
    </View>
  );
}

/** Joins with the code that a colleague gave. */
function JoinByCode() {
  const act = useTeamAct('reading.joinTeam');
  const [typed, setTyped] = useState('');
  const [missing, setMissing] = useState(false);
  const invite = typedInvite(typed);
  const press = async (): Promise<void> => {
    setMissing(invite === '');
    if (invite === '') return;
    const outcome = await act.send({ invite });
    if (outcome.ok) toast(`进了“${outcome.value.name}”`);
  };
  return (
    <View className="pad" data-testid="join-by-code">
      <Field label="邀请码" fault={missing ? '填上同事给的邀请码' : undefined}>
        <TextInput
          label="邀请码"
          placeholder="邀请码，或整条链接"
          maxLength={300}
          onType={(text) => {
            setTyped(text);
            setMissing(false);
          }}
          testId="invite-code"
        />
      </Field>
      <View className="stack team-step">
        {act.refused && <FailureLine refused={act.refused} />}
        <Button kind="primary" busy={act.busy} onPress={() => void press()} testId="join-team">
          进小队
        </Button>
      </View>
    </View>
  );
}

/** What somebody sees who came by a colleague's link: one tap. */
export function Invited({ invite, challenge }: { invite: string; challenge: ChallengeDetail }) {
  const act = useTeamAct('reading.joinTeam');
  const [alone, setAlone] = useState(false);
  if (alone) return <MakeTeam challenge={challenge} />;
  const join = async (): Promise<void> => {
    const outcome = await act.send({ invite });
    if (outcome.ok) toast(`进了“${outcome.value.name}”`);
  };
  return (
    <Notice
      icon="people"
      title="同事邀请你进小队"
      text={`一起读“${challenge.title}”，每个人读的天数加在一起`}
      testId="invited"
    >
      {act.refused && <FailureLine refused={act.refused} />}
      <Button kind="primary" busy={act.busy} onPress={() => void join()} testId="accept-invite">
        进小队
      </Button>
      <Button onPress={() => setAlone(true)} testId="not-this-team">
        自己建一支
      </Button>
    </Notice>
  );
}

type Way = 'create' | 'join';
const WAYS: readonly { value: Way; words: string }[] = [
  { value: 'create', words: '建小队' },
  { value: 'join', words: '用邀请码进' },
];

/** Who has no team yet makes one, or comes into a colleague's. */
export function MakeTeam({ challenge }: { challenge: ChallengeDetail }) {
  const [way, setWay] = useState<Way>('create');
  return (
    <View className="team" data-testid="no-team">
      <View className="pad team-head">
        <View className="title">三到十位同事，一起读</View>
        <View className="note">每个人读的天数加在一起。满三位上小队榜，离开的人带走自己的天数。</View>
      </View>
      <View className="pad">
        <Segments options={WAYS} chosen={way} onChoose={setWay} />
      </View>
      {way === 'create' ? <Create challenge={challenge} /> : <JoinByCode />}
    </View>
  );
}
