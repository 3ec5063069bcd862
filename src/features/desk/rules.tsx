import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { startOfDay } from '../../../domain/time/shanghai';
import { EARNING_WORDS, earliestRules, ruleStart } from '../../../domain/wording/earning';
import { EARNING_KINDS, type EarningKind, type RuleBook } from '../../../types/contract/points';
import type { Instant } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import type { Act } from '../../cloud/use-command';
import { useNow } from '../../cloud/use-now';
import { toast } from '../../device/toast';
import { go } from '../../routes';
import { Failure, FailureLine } from '../../shell/failure';
import { Bar } from '../../ui/bar/bar';
import { Button } from '../../ui/button/button';
import { Pills } from '../../ui/pills/pills';
import { SkeletonPage } from '../../ui/skeleton/skeleton';
import { DeskLine, DeskMoment } from './desk-field';
import { type BookForm, bookFaults, bookForm, bookFrom, newRule } from './rule-form';
import { RuleLine } from './rule-line';
import { useAct } from './use-act';
import './desk.css';

interface PartProps {
  form: BookForm;
  faults: Record<string, string>;
  fill: (change: Partial<BookForm>) => void;
}

/** What is published already and begins later. */
function Coming({ books, now }: { books: readonly RuleBook[]; now: Instant }) {
  if (books.length === 0) return null;
  return (
    <View className="desk-told" data-testid="coming">
      {books.map(({ version, from }) => (
        <View key={version}>{ruleStart(startOfDay(from), now)}的规则已经公布</View>
      ))}
    </View>
  );
}

function CapFields({ kind, form, faults, fill }: PartProps & { kind: EarningKind }) {
  return (
    <View className="desk-pair">
      <DeskLine
        number
        label="一天最多"
        optional
        placeholder="不限"
        fault={faults[`day.${kind}`]}
        value={form.day[kind]}
        onType={(text) => fill({ day: { ...form.day, [kind]: text } })}
        testId={`day.${kind}`}
      />
      <DeskLine
        number
        label="一年最多"
        optional
        placeholder="不限"
        fault={faults[`year.${kind}`]}
        value={form.year[kind]}
        onType={(text) => fill({ year: { ...form.year, [kind]: text } })}
        testId={`year.${kind}`}
      />
    </View>
  );
}

/** What is earned in one way: its lines, and how much of it counts. */
function KindGroup({ kind, form, faults, fill }: PartProps & { kind: EarningKind }) {
  const mine = form.rules.filter((rule) => rule.kind === kind);
  if (mine.length === 0) return null;
  return (
    <View className="desk-group" data-testid={`kind-${kind}`}>
      <View className="title">{EARNING_WORDS[kind]}</View>
      {mine.map((rule) => (
        <RuleLine
          key={rule.id}
          rule={rule}
          fault={faults[rule.id]}
          onChange={(change) =>
            fill({ rules: form.rules.map((each) => (each.id === rule.id ? { ...each, ...change } : each)) })
          }
          onRemove={() => fill({ rules: form.rules.filter(({ id }) => id !== rule.id) })}
        />
      ))}
      <CapFields kind={kind} form={form} faults={faults} fill={fill} />
    </View>
  );
}

const KIND_OPTIONS = EARNING_KINDS.map((value) => ({ value, words: EARNING_WORDS[value] }));

interface FootProps {
  act: Pick<Act<'points.publishRules'>, 'busy' | 'refused'>;
  /** How many fields are wrong. */
  wrong: number;
  onPublish: () => void;
}

function Foot({ act, wrong, onPublish }: FootProps) {
  return (
    <Bar>
      <View className="stack">
        {act.refused && <FailureLine refused={act.refused} />}
        {wrong > 0 && (
          <View className="field__fault desk-small" data-testid="faults">
            还有 {wrong} 处要改
          </View>
        )}
        <Button kind="primary" busy={act.busy} onPress={onPublish} testId="publish-rules">
          公布新规则
        </Button>
      </View>
    </Bar>
  );
}

function Editor({ today, coming }: { today: RuleBook; coming: readonly RuleBook[] }) {
  const act = useAct('points.publishRules');
  const now = useNow();
  const [form, setForm] = useState(() => bookForm(today, earliestRules(serverNow())));
  const [checked, setChecked] = useState(false);
  const faults = checked ? bookFaults(form) : {};
  const wrong = Object.keys(faults).length;
  const fill = (change: Partial<BookForm>): void => setForm((before) => ({ ...before, ...change }));
  const part = { form, faults, fill };

  async function publish(): Promise<void> {
    setChecked(true);
    if (Object.keys(bookFaults(form)).length > 0) return;
    const outcome = await act.send(bookFrom(form));
    if (!outcome.ok) return;
    toast('新规则公布了');
    go.back();
  }

  return (
    <View className="pad desk-form" data-testid="rules-form">
      <View className="note">下面是今天的规则，改好后从以后的某一天起用。过去的积分不变。</View>
      <Coming books={coming} now={now} />
      <DeskMoment
        label="从哪天起"
        fault={faults.from}
        note="从那天零点算起，最早明天"
        value={`${form.from}T00:00`}
        onType={(text) => fill({ from: text.slice(0, 10) })}
        testId="from"
      />
      {EARNING_KINDS.map((kind) => (
        <KindGroup key={kind} kind={kind} {...part} />
      ))}
      <View className="desk-group">
        <View className="title">再加一条</View>
        <View className="desk-add">
          <Pills
            options={KIND_OPTIONS}
            chosen={[]}
            onPress={(kind) => fill({ rules: [...form.rules, newRule(form.rules, kind)] })}
          />
        </View>
        {faults.rules !== undefined && <Text className="field__fault">{faults.rules}</Text>}
      </View>
      <Foot act={act} wrong={wrong} onPublish={() => void publish()} />
    </View>
  );
}

/** The rules by which points are earned, and the next ones. */
export function Rules() {
  const { value, refused, asking, again } = useAnswer('points.rules', {});
  if (!value) return refused ? <Failure refused={refused} again={again} asking={asking} /> : <SkeletonPage />;
  return <Editor today={value.today} coming={value.coming} />;
}
