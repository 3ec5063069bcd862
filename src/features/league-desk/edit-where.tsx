import { View } from '@tarojs/components';
import { courtWords, minutesWords } from '../../../domain/wording/league-desk';
import { Stepper } from '../../ui/stepper/stepper';
import { openingsWords, openMinutes, resized } from './court-form';
import { CourtsSheet } from './courts-sheet';
import { LEAGUE_LIMITS } from './league-faults';
import { LeagueField, LeagueLine } from './league-field';
import type { LeagueForm } from './league-form';
import { OpeningsField } from './openings-field';
import type { LeagueEditor } from './use-league-editor';

/** `5 张台，两个晚上 18:30–21:30，一共 30 小时`; empty while there is nothing to say. */
export function courtsWords(form: LeagueForm): string {
  const minutes = openMinutes(form);
  if (form.courts.length === 0 || minutes === 0) return '';
  const { unit } = courtWords(form.discipline);
  const own = form.courts.filter(({ own: theirs }) => theirs !== null).length;
  const apart = own > 0 ? `（${own} ${unit}另有时间）` : '';
  return `${form.courts.length} ${unit}，${openingsWords(form.openings)}${apart}，一共 ${minutesWords(minutes)}`;
}

/** How many courts, and when they are open: once for all of them. */
function Courts({ editor }: { editor: LeagueEditor }) {
  const { form, fill } = editor;
  const { name, unit } = courtWords(form.discipline);
  const words = courtsWords(form);
  return (
    <View className="league-group league-part">
      <View className="title">场地</View>
      <LeagueField editor={editor} path="courts" label="有几个">
        <Stepper
          value={form.courts.length}
          least={0}
          most={LEAGUE_LIMITS.courts}
          label="场地"
          unit={unit}
          onChange={(count) => fill({ courts: resized(form.courts, count, name) })}
          testId="courts"
        />
      </LeagueField>
      <OpeningsField
        editor={editor}
        path="openings"
        label="什么时候开"
        openings={form.openings}
        onChange={(openings) => fill({ openings })}
      />
      {words !== '' && (
        <View className="league-told number" data-testid="courts-words" aria-live="polite">
          {words}
        </View>
      )}
      <CourtsSheet editor={editor} />
    </View>
  );
}

/** Where it is, on what, and when. */
export function EditWhere({ editor }: { editor: LeagueEditor }) {
  return (
    <>
      <View className="league-group">
        <LeagueLine
          editor={editor}
          path="venueName"
          label="地点"
          placeholder="职工活动中心 2 楼"
          maxLength={LEAGUE_LIMITS.venueName}
        />
        <LeagueLine
          editor={editor}
          path="venueAddress"
          label="地址"
          placeholder="药谷中路 1 号，东门进"
          maxLength={LEAGUE_LIMITS.venueAddress}
        />
        <LeagueLine
          editor={editor}
          path="venuePoint"
          label="地图坐标"
          placeholder="39.796, 116.506"
          note="在腾讯或高德地图里选点，复制坐标贴到这里"
        />
      </View>
      <Courts editor={editor} />
      <View className="league-group league-part">
        <View className="title">节奏</View>
        <LeagueLine number editor={editor} path="rest" label="两场之间至少歇几分钟" />
        <LeagueLine
          number
          editor={editor}
          path="answer"
          label="对方几分钟不回应，比分就算数"
          note="一方队长报比分，另一方确认或提异议"
        />
      </View>
    </>
  );
}
