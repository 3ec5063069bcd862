import { View } from '@tarojs/components';
import { disciplinesOn } from '../../../domain/league/disciplines';
import { dayOf } from '../../../domain/time/shanghai';
import { disciplineName } from '../../../domain/wording/league-card';
import { courtWords, lengthsOf, rosterLine } from '../../../domain/wording/league-desk';
import { BRAND_WORDS } from '../../../domain/wording/vocabulary';
import { BRANDS } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { Choice } from '../../ui/choice/choice';
import { Pills } from '../../ui/pills/pills';
import { renamed } from './court-form';
import { LEAGUE_LIMITS } from './league-faults';
import { LeagueField, LeagueFixed, LeagueLine, LeagueText } from './league-field';
import type { LeagueForm } from './league-form';
import { fromTemplate, TEMPLATE_WORDS, TEMPLATES } from './league-templates';
import type { LeagueEditor } from './use-league-editor';

const BRAND_OPTIONS = BRANDS.map((value) => ({ value, words: BRAND_WORDS[value].short }));

/** Another discipline: lengths that it does not have become one that it has, and courts are called as it calls them. */
function withDiscipline(form: LeagueForm, discipline: string): Partial<LeagueForm> {
  const lengths = lengthsOf(discipline, serverNow()).map(String);
  const fitting = (typed: string): string => (lengths.includes(typed) ? typed : (lengths[0] ?? typed));
  const courts = renamed(form.courts, courtWords(form.discipline).name, courtWords(discipline).name);
  return {
    ...{ discipline, courts },
    firstBestOf: fitting(form.firstBestOf),
    finalBestOf: fitting(form.finalBestOf),
  };
}

/** A whole league in one tap, to be changed where it should be different. */
function Templates({ editor }: { editor: LeagueEditor }) {
  return (
    <View className="league-templates">
      <View className="note league-templates__head">从样板开始，场次、时间都先帮你填好</View>
      <Choice
        options={TEMPLATES.map((value) => ({
          value,
          title: TEMPLATE_WORDS[value].name,
          note: TEMPLATE_WORDS[value].note,
        }))}
        chosen={undefined}
        onChoose={(template) => editor.replace(fromTemplate(template, editor.form, serverNow()))}
      />
    </View>
  );
}

function Discipline({ editor }: { editor: LeagueEditor }) {
  const { form, fill, fixed } = editor;
  if (fixed) {
    return (
      <LeagueFixed label="项目" why="发布以后不能再改，大家是照这个报的名">
        {disciplineName(form.discipline)}
      </LeagueFixed>
    );
  }
  const options = disciplinesOn(dayOf(serverNow())).map(({ id, name }) => ({ value: id, words: name }));
  return (
    <LeagueField
      editor={editor}
      path="discipline"
      label="项目"
      {...(form.discipline === '' ? {} : { note: rosterLine(form.discipline, serverNow()) })}
    >
      <Pills
        options={options}
        chosen={[form.discipline]}
        onPress={(discipline) => fill(withDiscipline(form, discipline))}
      />
    </LeagueField>
  );
}

/** What is played, and how it is told. */
export function EditWhat({ editor, templates }: { editor: LeagueEditor; templates: boolean }) {
  const { form, fill } = editor;
  return (
    <View className="league-group">
      {templates && form.discipline === '' && <Templates editor={editor} />}
      <Discipline editor={editor} />
      <LeagueLine
        editor={editor}
        path="title"
        label="名称"
        placeholder="比如“药谷电竞联赛”"
        maxLength={LEAGUE_LIMITS.title}
      />
      <LeagueLine
        editor={editor}
        path="tagline"
        label="一句话介绍"
        optional
        placeholder="五个人，两个晚上，一个冠军"
        maxLength={LEAGUE_LIMITS.tagline}
      />
      <LeagueField editor={editor} path="brand" label="品牌">
        <Pills
          options={BRAND_OPTIONS}
          chosen={form.brand === '' ? [] : [form.brand]}
          onPress={(brand) => fill({ brand })}
        />
      </LeagueField>
      <LeagueText
        editor={editor}
        path="description"
        label="介绍"
        optional
        placeholder="比什么、带什么、有什么奖，写给没来过的人"
        note="换行就是新的一段"
      />
    </View>
  );
}
