import { Text, View } from '@tarojs/components';
import { entryWords } from '../../../domain/wording/league-card';
import { fieldId } from '../../shell/step-form/step-plan';
import { Button } from '../../ui/button/button';
import { TextInput } from '../../ui/field/text-input';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { Switch } from '../../ui/switch/switch';
import { LEAGUE_LIMITS } from './league-faults';
import { LeagueField, LeagueFixed, LeagueLine, LeagueMoment } from './league-field';
import { newRegion, type RegionForm } from './league-form';
import type { LeagueEditor } from './use-league-editor';

function RegionLine({ editor, region, at }: { editor: LeagueEditor; region: RegionForm; at: number }) {
  const { form, fill, faults, revision } = editor;
  const path = `regions.${region.id}`;
  const fault = faults[path];
  return (
    <View id={fieldId(path)}>
      <View className={`row${fault ? ' field--fault' : ''}`}>
        <View className="grow">
          <TextInput
            key={revision}
            initial={region.name}
            label={`赛区 ${at + 1}`}
            placeholder={at === 0 ? '东区' : '西区'}
            maxLength={LEAGUE_LIMITS.regionName}
            onType={(name) =>
              fill({ regions: form.regions.map((each) => (each.id === region.id ? { ...each, name } : each)) })
            }
            testId={path}
          />
        </View>
        <Press
          className="league-remove"
          label={`删除赛区${region.name}`}
          onPress={() => fill({ regions: form.regions.filter(({ id }) => id !== region.id) })}
        >
          <Icon name="close" />
        </Press>
      </View>
      {fault && <View className="field__fault">{fault}</View>}
    </View>
  );
}

function Regions({ editor }: { editor: LeagueEditor }) {
  const { form, fill, fixed } = editor;
  if (fixed) {
    return (
      <LeagueFixed label="赛区" why="发布以后不能再改，大家是照这个报的名">
        <Text>{form.regional ? form.regions.map(({ name }) => name).join('、') : '不分赛区'}</Text>
      </LeagueFixed>
    );
  }
  const begin = (): RegionForm[] => {
    const first = newRegion([]);
    return [first, newRegion([first])];
  };
  return (
    <>
      <View className="league-switch">
        <Switch
          title="分赛区打预赛"
          note={form.regional ? '报名时选一个赛区，各区打完再合在一起' : '现在大家都在一起打'}
          on={form.regional}
          onChange={(regional) => fill({ regional, regions: form.regions.length > 0 ? form.regions : begin() })}
          testId="regional"
        />
      </View>
      {form.regional && (
        <LeagueField editor={editor} path="regions" label="赛区">
          <View className="stack">
            {form.regions.map((region, at) => (
              <RegionLine key={region.id} editor={editor} region={region} at={at} />
            ))}
            {form.regions.length < LEAGUE_LIMITS.regions && (
              <View>
                <Button
                  small
                  onPress={() => fill({ regions: [...form.regions, newRegion(form.regions)] })}
                  testId="add-region"
                >
                  加赛区
                </Button>
              </View>
            )}
          </View>
        </LeagueField>
      )}
    </>
  );
}

/** Who may enter, how many, and when. */
export function EditWho({ editor }: { editor: LeagueEditor }) {
  const { form } = editor;
  const { unit, name } = entryWords(form.discipline);
  return (
    <View className="league-group">
      <LeagueMoment editor={editor} path="opensAt" label="报名开始" />
      <LeagueMoment editor={editor} path="lockAt" label="报名截止" note="之后名单就定了，只有组织者能改" />
      <LeagueLine
        number
        editor={editor}
        path="most"
        label={`最多多少${unit}`}
        note={`报满为止。人没齐的${name}不进抽签`}
      />
      <Regions editor={editor} />
    </View>
  );
}
