import { View } from '@tarojs/components';
import { instantAt } from '../../../domain/time/shanghai';
import { moment } from '../../../domain/wording/dates';
import { disciplineName, entryWords } from '../../../domain/wording/league-card';
import { minutesWords, stageWords } from '../../../domain/wording/league-desk';
import { BRAND_WORDS } from '../../../domain/wording/vocabulary';
import { serverNow } from '../../cloud/clock';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { courtsWords } from './edit-where';
import { fieldName, issueWords, STEP_WORDS, type Step, stepOf } from './league-fields';
import { type LeagueForm, numberOf, planFrom } from './league-form';
import { PreviewFacts } from './preview-strip';
import type { LeagueEditing } from './use-league-editor';
import type { Preview } from './use-preview';

const typed = (text: string): string => (text.trim() === '' ? '还没填' : text.trim());

function whenWords(text: string): string {
  const at = instantAt(text);
  return at === undefined ? '还没填' : moment(at, serverNow());
}

interface CheckLine {
  title: string;
  note: string;
}

/** What was typed in each step, in a few lines. */
function linesOf(form: LeagueForm): Record<Exclude<Step, 'check'>, CheckLine[]> {
  const { unit } = entryWords(form.discipline);
  const regions = form.regional ? form.regions.map(({ name }) => typed(name)).join('、') : '';
  return {
    what: [
      {
        title: typed(form.title),
        note: [
          form.discipline === '' ? '还没选项目' : disciplineName(form.discipline),
          form.brand === '' ? '还没选品牌' : BRAND_WORDS[form.brand].name,
        ].join(' · '),
      },
    ],
    who: [
      {
        title: `${whenWords(form.opensAt)} 到 ${whenWords(form.lockAt)} 报名`,
        note: `最多 ${typed(form.most)} ${unit}${regions === '' ? '' : ` · 分 ${regions} 打预赛`}`,
      },
    ],
    how: stageWords(planFrom(form)).map(({ name, words }) => ({ title: name, note: words })),
    where: [
      { title: typed(form.venueName), note: courtsWords(form) || '场地和时间还没填' },
      {
        title: `两场之间至少歇 ${minutesWords(numberOf(form.rest) ?? 0)}`,
        note: `报了比分，对方 ${minutesWords(numberOf(form.answer) ?? 0)}不回应就算数`,
      },
    ],
  };
}

const PARTS = ['what', 'who', 'how', 'where'] as const;

/** All of it once more, with what is missing, before it is saved. */
export function EditCheck({ editing, preview }: { editing: LeagueEditing; preview: Preview }) {
  const { form, faults, rest, show, showField } = editing;
  const lines = linesOf(form);
  const wrong = Object.entries(faults);
  return (
    <View className="league-check">
      {wrong.length + rest.length > 0 && (
        <CellGroup title="还要改这几处">
          {wrong.map(([field, words]) => (
            <Cell
              key={field}
              title={fieldName(field)}
              note={words}
              value={STEP_WORDS[stepOf(field)]}
              onPress={() => showField(field)}
              testId={`mend-${field}`}
            />
          ))}
          {rest.map((issue) => (
            <Cell key={issue.path} title="有一处不合适" note={issueWords(form, issue)} />
          ))}
        </CellGroup>
      )}
      {PARTS.map((step) => (
        <CellGroup key={step} title={STEP_WORDS[step]}>
          {lines[step].map(({ title, note }) => (
            <Cell key={title} title={title} note={note} onPress={() => show(step)} testId={`to-${step}`} />
          ))}
        </CellGroup>
      ))}
      {preview.value && (
        <View className="pad league-part">
          <View className="title">打下来是这样</View>
          <View className="card league-check__facts">
            <PreviewFacts preview={preview.value} form={form} />
          </View>
        </View>
      )}
    </View>
  );
}
