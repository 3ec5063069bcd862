import { View } from '@tarojs/components';
import { BRAND_WORDS, FORMAT_WORDS } from '../../../domain/wording/vocabulary';
import { BRANDS, FORMATS } from '../../../types/vocabulary';
import { Pills } from '../../ui/pills/pills';
import { EditImages } from './edit-images';
import type { PlanEditor } from './plan-editor';
import { PLAN_LIMITS } from './plan-faults';
import { PlanField, PlanLine, PlanText } from './plan-field';
import { planGroup } from './plan-group';

const BRAND_OPTIONS = BRANDS.map((value) => ({ value, words: BRAND_WORDS[value].short }));
const FORMAT_OPTIONS = FORMATS.map((value) => ({ value, words: FORMAT_WORDS[value] }));

function EditWhatGroup({ editor }: { editor: PlanEditor }) {
  const { form, fill } = editor;
  return (
    <View className="edit-group">
      <View className="title">活动</View>
      <PlanLine
        editor={editor}
        path="title"
        label="名称"
        placeholder="比如“职工音乐节”"
        maxLength={PLAN_LIMITS.title}
        value={form.title}
        onType={(title) => fill({ title })}
      />
      <PlanLine
        editor={editor}
        path="tagline"
        label="一句话介绍"
        placeholder="下班以后，草坪上听同事唱歌"
        maxLength={PLAN_LIMITS.tagline}
        value={form.tagline}
        onType={(tagline) => fill({ tagline })}
      />
      <PlanField editor={editor} path="brand" label="品牌">
        <Pills
          options={BRAND_OPTIONS}
          chosen={form.brand === '' ? [] : [form.brand]}
          onPress={(brand) => fill({ brand })}
        />
      </PlanField>
      <PlanField editor={editor} path="format" label="形式">
        <Pills
          options={FORMAT_OPTIONS}
          chosen={form.format === '' ? [] : [form.format]}
          onPress={(format) => fill({ format })}
        />
      </PlanField>
      <PlanText
        editor={editor}
        path="description"
        label="介绍"
        placeholder="做什么、怎么安排，写给没来过的人"
        note="换行就是新的一段"
        value={form.description}
        onType={(description) => fill({ description })}
      />
      <EditImages editor={editor} />
      <PlanText
        editor={editor}
        path="rules"
        label="须知"
        optional
        placeholder="凭电子票入场"
        note="一行一条"
        value={form.rules}
        onType={(rules) => fill({ rules })}
      />
    </View>
  );
}

/** What it is: its name and how it is told. */
export const EditWhat = planGroup(
  EditWhatGroup,
  ['title', 'tagline', 'brand', 'format', 'description', 'rules', 'images'],
  ['title', 'tagline', 'brand', 'format', 'description', 'rules', 'images'],
);
