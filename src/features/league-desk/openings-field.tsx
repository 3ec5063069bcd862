import { View } from '@tarojs/components';
import { fieldId } from '../../shell/step-form/step-plan';
import { Button } from '../../ui/button/button';
import { DayInput } from '../../ui/date-time/day';
import { TimeOfDay } from '../../ui/date-time/time-of-day';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { type OpeningForm, withNextDay } from './court-form';
import { LEAGUE_LIMITS } from './league-faults';
import { LeagueField } from './league-field';
import type { LeagueEditor } from './use-league-editor';

interface OpeningProps {
  editor: LeagueEditor;
  path: string;
  opening: OpeningForm;
  number: number;
  onChange: (part: Partial<OpeningForm>) => void;
  onRemove: (() => void) | undefined;
}

/** One day: which, from when, until when. */
function OpeningLine({ editor, path, opening, number, onChange, onRemove }: OpeningProps) {
  const fault = editor.faults[path];
  return (
    <View id={fieldId(path)} className={`opening${fault ? ' field--fault' : ''}`}>
      <View className="opening__head">
        <View className="opening__day">
          <DayInput
            value={opening.day}
            label={`第 ${number} 天`}
            onChange={(day) => onChange({ day })}
            testId={`${path}.day`}
          />
        </View>
        {onRemove && (
          <Press className="league-remove" label={`删除第 ${number} 天`} onPress={onRemove}>
            <Icon name="close" />
          </Press>
        )}
      </View>
      <View className="opening__hours">
        <View className="opening__hour">
          <TimeOfDay
            value={opening.from}
            label={`第 ${number} 天几点开`}
            onChange={(from) => onChange({ from })}
            testId={`${path}.from`}
          />
        </View>
        <View className="note">到</View>
        <View className="opening__hour">
          <TimeOfDay
            value={opening.until}
            label={`第 ${number} 天几点关`}
            onChange={(until) => onChange({ until })}
            testId={`${path}.until`}
          />
        </View>
      </View>
      {fault && <View className="field__fault">{fault}</View>}
    </View>
  );
}

interface OpeningsProps {
  editor: LeagueEditor;
  path: string;
  label: string;
  openings: readonly OpeningForm[];
  onChange: (openings: OpeningForm[]) => void;
}

/** The days on which courts are open; a further day is the next one at the same hours. */
export function OpeningsField({ editor, path, label, openings, onChange }: OpeningsProps) {
  return (
    <LeagueField editor={editor} path={path} label={label}>
      <View className="stack">
        {openings.map((opening, at) => (
          <OpeningLine
            key={opening.id}
            editor={editor}
            path={`${path}.${opening.id}`}
            opening={opening}
            number={at + 1}
            onChange={(part) =>
              onChange(openings.map((each) => (each.id === opening.id ? { ...each, ...part } : each)))
            }
            onRemove={openings.length > 1 ? () => onChange(openings.filter(({ id }) => id !== opening.id)) : undefined}
          />
        ))}
        {openings.length < LEAGUE_LIMITS.openings && (
          <View>
            <Button small onPress={() => onChange(withNextDay(openings))} testId={`${path}.add`}>
              再加一天
            </Button>
          </View>
        )}
      </View>
    </LeagueField>
  );
}
