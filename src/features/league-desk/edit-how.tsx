import { View } from '@tarojs/components';
import { bestOfWords, entryWords } from '../../../domain/wording/league-card';
import { lengthsOf } from '../../../domain/wording/league-desk';
import { serverNow } from '../../cloud/clock';
import { Choice } from '../../ui/choice/choice';
import { Pills } from '../../ui/pills/pills';

import { LeagueField, LeagueLine, LeagueSwitch } from './league-field';
import { hasFinal, type LeagueForm, numberOf } from './league-form';
import type { LeagueEditor } from './use-league-editor';

const KINDS = [
  { value: 'groups', title: '小组赛', note: '组里都打一遍，谁都不止打一场' },
  { value: 'knockout', title: '淘汰赛', note: '输一场就结束，最快' },
] as const;

interface LengthProps {
  editor: LeagueEditor;
  path: 'firstBestOf' | 'finalBestOf';
}

/** How many games, where the discipline leaves a choice. */
function Length({ editor, path }: LengthProps) {
  const { form, fill } = editor;
  const lengths = lengthsOf(form.discipline, serverNow());
  if (lengths.length < 2) return null;
  return (
    <LeagueField editor={editor} path={path} label="几局几胜">
      <Pills
        options={lengths.map((length) => ({ value: String(length), words: bestOfWords(length) }))}
        chosen={[form[path]]}
        onPress={(length) => fill({ [path]: length })}
      />
    </LeagueField>
  );
}

/** How large groups are: `每组 4 队`, `每组 4 到 5 队`; empty while it cannot be said. */
function groupWords(form: LeagueForm): string {
  const [most, groups] = [numberOf(form.most), numberOf(form.groups)];
  const { unit } = entryWords(form.discipline);
  const parts = form.regional ? form.regions.length : 1;
  if (most === undefined || groups === undefined || groups < 1 || parts < 1) return '';
  const each = most / parts / groups;
  const [least, largest] = [Math.floor(each), Math.ceil(each)];
  if (least < 2) return `报满也不够分，每组不到两${unit}`;
  return `报满时每组 ${least === largest ? least : `${least} 到 ${largest}`} ${unit}`;
}

function Groups({ editor }: { editor: LeagueEditor }) {
  const { form } = editor;
  const size = groupWords(form);
  return (
    <>
      <LeagueLine
        number
        editor={editor}
        path="groups"
        label={form.regional ? '每个赛区分几组' : '分几组'}
        {...(size === '' ? {} : { note: size })}
      />
      <LeagueSwitch
        editor={editor}
        path="double"
        title="打两个循环"
        note={form.double ? '同组两两打两场' : '同组两两打一场'}
      />
    </>
  );
}

function First({ editor }: { editor: LeagueEditor }) {
  const { form, fill } = editor;
  return (
    <>
      <LeagueField editor={editor} path="kind" label={form.regional ? '预赛怎么打' : '先打什么'}>
        <Choice options={KINDS} chosen={form.kind} onChoose={(kind) => fill({ kind })} />
      </LeagueField>
      {form.kind === 'groups' && <Groups editor={editor} />}
      <Length editor={editor} path="firstBestOf" />
      <LeagueLine number editor={editor} path="firstMinutes" label="一场多少分钟" note="连换场一起算，排赛程照这个来" />
      {form.kind === 'knockout' && (
        <LeagueSwitch editor={editor} path="firstThree" title="决第 3 名" note="半决赛输的两方再打一场" />
      )}
    </>
  );
}

/** How many go on in all: `12 队进淘汰赛`. */
function takeWords(form: LeagueForm): string {
  const take = numberOf(form.take);
  const groups = form.kind === 'groups' ? numberOf(form.groups) : 1;
  if (take === undefined || groups === undefined) return '';
  const all = take * groups * (form.regional ? form.regions.length : 1);
  return `一共 ${all} ${entryWords(form.discipline).unit}进淘汰赛`;
}

function Final({ editor }: { editor: LeagueEditor }) {
  const { form } = editor;
  const words = takeWords(form);
  return (
    <View className="league-group league-part">
      <View className="title">{form.regional ? '决赛' : '淘汰赛'}</View>
      <LeagueLine
        number
        editor={editor}
        path="take"
        label={form.kind === 'groups' ? '每组前几名出线' : '每个赛区前几名出线'}
        {...(words === '' ? {} : { note: words })}
      />
      <Length editor={editor} path="finalBestOf" />
      <LeagueLine number editor={editor} path="finalMinutes" label="一场多少分钟" />
      <LeagueSwitch editor={editor} path="finalThree" title="决第 3 名" note="半决赛输的两方再打一场" />
    </View>
  );
}

/** How it is played. */
export function EditHow({ editor }: { editor: LeagueEditor }) {
  const { form } = editor;
  return (
    <View className="league-group">
      <First editor={editor} />
      {form.kind === 'groups' && !form.regional && (
        <LeagueSwitch
          editor={editor}
          path="final"
          title="小组出线打淘汰赛"
          note={form.final ? '最后有一个冠军' : '打完就按名次结束'}
        />
      )}
      {hasFinal(form) && <Final editor={editor} />}
    </View>
  );
}
