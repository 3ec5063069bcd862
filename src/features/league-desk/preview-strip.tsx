import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { moment } from '../../../domain/wording/dates';
import { courtWords, minutesWords, type PreviewWords, previewWords } from '../../../domain/wording/league-desk';
import type { LeaguePreview } from '../../../types/contract/league-desk';
import { serverNow } from '../../cloud/clock';
import { Icon } from '../../ui/icon/icon';
import { Meter } from '../../ui/meter/meter';
import { Press } from '../../ui/press/press';
import { Sheet } from '../../ui/sheet/sheet';
import { issueWords } from './league-fields';
import { type LeagueForm, planFrom } from './league-form';
import type { Preview } from './use-preview';

/** What stands in the strip while there is no preview. */
function missingWords(form: LeagueForm, { refused, asking }: Preview): string {
  if (refused) return refused.refusal === 'OFFLINE' ? '没有网络，预览等一等' : '预览没有算出来，改一处再看';
  if (asking) return '正在算要打多久';
  return form.discipline === '' ? '选好项目，就知道要打多少场' : '填好人数和分组，就知道要打多少场';
}

interface FactsProps {
  preview: LeaguePreview;
  form: LeagueForm;
}

function Fact({ label, children }: { label: string; children: string }) {
  return (
    <View className="row row--apart preview-fact">
      <View className="note">{label}</View>
      <View className="number">{children}</View>
    </View>
  );
}

/** What a league comes to, in figures. */
export function PreviewFacts({ preview, form }: FactsProps) {
  const now = serverNow();
  const { unit } = courtWords(form.discipline);
  const { stages, neededMinutes, openMinutes, courts, leastCourts, finish, longer, issues } = preview;
  return (
    <View className="preview-facts">
      {stages.map(({ name, matches }) => (
        <Fact key={name} label={name}>{`${matches} 场`}</Fact>
      ))}
      <Fact label="比赛一共要">{minutesWords(neededMinutes)}</Fact>
      <Fact label="场地一共开">{openMinutes === 0 ? '还没填' : minutesWords(openMinutes)}</Fact>
      {openMinutes > 0 && <Meter share={neededMinutes / openMinutes} tone={form.brand === '' ? 'vital' : form.brand} />}
      {leastCourts !== undefined && <Fact label="最少要">{`${leastCourts} ${unit}`}</Fact>}
      {courts !== undefined && <Fact label="排得下的">{`${courts} ${unit}`}</Fact>}
      {finish !== undefined && <Fact label="打完">{moment(finish, now)}</Fact>}
      {longer !== undefined && longer > 0 && <Fact label="最后一天还要晚">{minutesWords(longer)}</Fact>}
      {issues.map((issue) => (
        <View key={`${issue.path} ${issue.message}`} className="field__fault">
          {issueWords(form, issue)}
        </View>
      ))}
    </View>
  );
}

function Words({ words, busy }: { words: PreviewWords; busy: boolean }) {
  return (
    <View className={`grow${busy ? ' preview--busy' : ''}`}>
      <View className="strong number">{words.matches}</View>
      <View className={`note number${words.fits ? '' : ' preview__unfit'}`}>{words.verdict}</View>
    </View>
  );
}

/** Always in sight while a league is typed: matches, hours, whether the courts do. A tap shows the figures. */
export function PreviewStrip({ form, preview }: { form: LeagueForm; preview: Preview }) {
  const [open, setOpen] = useState(false);
  const { value, asking, refused } = preview;
  if (!value) {
    return (
      <View className="preview note" data-testid="preview-missing" aria-live="polite">
        {missingWords(form, preview)}
      </View>
    );
  }
  const words = previewWords(value, planFrom(form), serverNow());
  return (
    <>
      <Press className="preview" onPress={() => setOpen(true)} testId="preview">
        <View className="row" aria-live="polite">
          <Words words={words} busy={asking || refused !== undefined} />
          <Icon name="forward" small />
        </View>
      </Press>
      <Sheet open={open} title="打下来是这样" onClose={() => setOpen(false)} testId="preview-sheet">
        {refused && (
          <View className="league-told">
            <Text>{missingWords(form, preview)}，下面是上一次的</Text>
          </View>
        )}
        <PreviewFacts preview={value} form={form} />
      </Sheet>
    </>
  );
}
