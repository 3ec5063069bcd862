import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { LOCKED_WORDS, RULE_WORDS } from '../../../domain/wording/challenge';
import { ENTRY_WORDS } from '../../../domain/wording/reading';
import { ruleWords, UNIT } from '../../../domain/wording/reading-today';
import { CHALLENGE_ENTRIES, type DailyRule } from '../../../types/contract/reading';
import { Choice } from '../../ui/choice/choice';
import { DayInput } from '../../ui/date-time/day';
import { Pills } from '../../ui/pills/pills';
import { Switch } from '../../ui/switch/switch';
import { BookChoice } from './book-choice';
import type { ChallengeFaults, ChallengeForm, Locks } from './challenge-form';
import { DeskField, DeskLine, DeskText } from './desk-field';
import './desk.css';

export interface ChallengePart {
  form: ChallengeForm;
  faults: ChallengeFaults;
  locks: Locks;
  fill: (change: Partial<ChallengeForm>) => void;
}

/** Fields that hold just what is typed. */
type TypedName = 'title' | 'tagline' | 'description' | 'least' | 'goal' | 'rewards';

const typed = ({ form, faults, fill }: ChallengePart, name: TypedName) => ({
  value: form[name],
  fault: faults[name],
  onType: (text: string) => fill({ [name]: text }),
  testId: name,
});

/** What cannot be changed any more, and why: it stands there as it is. */
function Locked({ label, why, children }: { label: string; why: string; children: ReactNode }) {
  return (
    <DeskField label={label} fault={undefined} note={why}>
      <View className="desk-fixed number" data-testid={`locked-${label}`}>
        {children}
      </View>
    </DeskField>
  );
}

/** What it is, and how it is told. */
export function ChallengeWhat(part: ChallengePart) {
  return (
    <View className="desk-group">
      <View className="title">挑战</View>
      <DeskLine label="名称" placeholder="比如“冬天读完一本书”" maxLength={40} {...typed(part, 'title')} />
      <DeskLine label="一句话介绍" optional placeholder="每天二十分钟" {...typed(part, 'tagline')} />
      <DeskText label="介绍" optional note="换行就是新的一段" {...typed(part, 'description')} />
    </View>
  );
}

/** From when until when. */
export function ChallengeDays({ form, faults, locks, fill }: ChallengePart) {
  return (
    <View className="desk-group">
      <View className="title">哪些天</View>
      {locks.begun ? (
        <Locked label="第一天" why={LOCKED_WORDS.begun}>
          {form.startsOn}
        </Locked>
      ) : (
        <DeskField label="第一天" fault={faults.startsOn}>
          <DayInput
            value={form.startsOn}
            label="第一天"
            onChange={(startsOn) => fill({ startsOn })}
            testId="startsOn"
          />
        </DeskField>
      )}
      {locks.over ? (
        <Locked label="最后一天" why="已经过了最后一天，不能再改">
          {form.endsOn}
        </Locked>
      ) : (
        <DeskField
          label="最后一天"
          fault={faults.endsOn}
          note={locks.begun ? '这一天也算。开始以后只能往后延，要早点收就提前结束' : '这一天也算'}
        >
          <DayInput value={form.endsOn} label="最后一天" onChange={(endsOn) => fill({ endsOn })} testId="endsOn" />
        </DeskField>
      )}
    </View>
  );
}

const KINDS: readonly DailyRule['kind'][] = ['minutes', 'pages', 'note'];

function RuleFields(part: ChallengePart) {
  const { form, fill } = part;
  return (
    <>
      <DeskField label="怎样算读了一天" fault={undefined}>
        <Choice
          options={KINDS.map((value) => ({ value, title: RULE_WORDS[value].name, note: RULE_WORDS[value].note }))}
          chosen={form.kind}
          onChoose={(kind) => fill({ kind })}
        />
      </DeskField>
      <DeskLine
        number
        label={`至少多少${UNIT[form.kind]}`}
        maxLength={4}
        note={form.kind === 'note' ? '0 就是写一句也算' : '0 就是打了卡就算'}
        {...typed(part, 'least')}
      />
    </>
  );
}

/** What makes a day count, and which books do. */
export function ChallengeRule(part: ChallengePart) {
  const { form, faults, locks, fill } = part;
  return (
    <View className="desk-group">
      <View className="title">每天读多少</View>
      {locks.begun ? (
        <>
          <Locked label="每天读多少" why={LOCKED_WORDS.begun}>
            {ruleWords({ kind: form.kind, least: Number(form.least) })}
          </Locked>
          <Locked label="读哪些书" why={LOCKED_WORDS.begun}>
            {form.listed ? `书单里的 ${form.books.length} 本` : '什么书都算'}
          </Locked>
        </>
      ) : (
        <>
          <RuleFields {...part} />
          <View className="desk-switch">
            <Switch
              title="只读书单里的书"
              note={form.listed ? '书单以外的书不算' : '现在什么书都算'}
              on={form.listed}
              onChange={(listed) => fill({ listed })}
              testId="listed"
            />
          </View>
          {form.listed && (
            <DeskField label="书单" fault={faults.books}>
              <BookChoice chosen={form.books} onChange={(books) => fill({ books })} />
            </DeskField>
          )}
        </>
      )}
    </View>
  );
}

const ENTRY_OPTIONS = CHALLENGE_ENTRIES.map((value) => ({ value, words: ENTRY_WORDS[value].name }));

/** Who takes part with whom, what they set out to reach, and what there is for it. */
export function ChallengeEntryPart(part: ChallengePart) {
  const { form, locks, fill } = part;
  const whose = form.entry === 'team' ? '一支小队一起' : '每个人';
  return (
    <View className="desk-group">
      <View className="title">怎么参加</View>
      {locks.published ? (
        <Locked label="参加方式" why={LOCKED_WORDS.published}>
          {ENTRY_WORDS[form.entry].name}
        </Locked>
      ) : (
        <DeskField label="参加方式" fault={undefined} note={ENTRY_WORDS[form.entry].note}>
          <Pills options={ENTRY_OPTIONS} chosen={[form.entry]} onPress={(entry) => fill({ entry })} />
        </DeskField>
      )}
      <DeskLine
        number
        label="目标天数"
        optional
        maxLength={4}
        placeholder="不设目标"
        note={`${whose}要读满的天数`}
        {...typed(part, 'goal')}
      />
      <DeskText
        label="奖励"
        optional
        placeholder="读满 21 天，送一本书"
        note="一行一条，只是告诉大家；积分按积分规则自动发"
        {...typed(part, 'rewards')}
      />
    </View>
  );
}
