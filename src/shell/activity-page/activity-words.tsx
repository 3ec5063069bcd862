import { View } from '@tarojs/components';
import { dateBlock } from '../../../domain/wording/dates';
import { joiningRules } from '../../../domain/wording/joining-rules';
import { BRAND_WORDS, FORMAT_WORDS } from '../../../domain/wording/vocabulary';
import type { ActivityDetail } from '../../../types/contract/activity';
import { Cover } from '../../ui/cover/cover';
import { SideBySide } from '../side-by-side/side-by-side';
import './activity-page.css';

/** Its cover, and what it is in a sentence. */
export function ActivityHead({ detail }: { detail: ActivityDetail }) {
  return (
    <>
      <Cover
        brand={detail.brand}
        title={detail.title}
        above={`${BRAND_WORDS[detail.brand].name} · ${FORMAT_WORDS[detail.format]}`}
        date={dateBlock(detail.startsAt)}
      />
      <View className="activity__tagline">{detail.tagline}</View>
    </>
  );
}

/** As few a row as still shows them all at a size that says something. */
function layoutOf({ length }: readonly string[]): string {
  if (length === 1) return 'activity__images--one';
  return length === 2 || length === 4 ? 'activity__images--two' : '';
}

/** What it is, in its organizer's words, and what holds for who joins. */
export function ActivityWords({ detail }: { detail: ActivityDetail }) {
  const { images = [] } = detail;
  const rules = [...joiningRules(detail), ...detail.rules];
  return (
    <>
      <View className="activity__part pad">
        <View className="title">活动介绍</View>
        <View className="stack">
          {detail.description.map((paragraph) => (
            <View key={paragraph}>{paragraph}</View>
          ))}
        </View>
        <SideBySide photos={images} opens layout={layoutOf(images)} />
      </View>
      {rules.length > 0 && (
        <View className="activity__part pad">
          <View className="title">参与须知</View>
          <View className="stack">
            {rules.map((rule, index) => (
              <View key={rule} className="activity__rule">
                <View className="note number">{index + 1}</View>
                <View className="grow">{rule}</View>
              </View>
            ))}
          </View>
        </View>
      )}
    </>
  );
}
