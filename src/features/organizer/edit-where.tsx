import { View } from '@tarojs/components';
import type { PlanEditor } from './plan-editor';
import { PLAN_LIMITS } from './plan-faults';
import { PlanLine, PlanMoment, PlanNumber, PlanSwitch } from './plan-field';
import { planGroup } from './plan-group';

function EditWhereGroup({ editor }: { editor: PlanEditor }) {
  const { form, fill } = editor;
  return (
    <View className="edit-group">
      <View className="title">在哪里</View>
      <PlanLine
        editor={editor}
        path="venue.name"
        label="地点"
        placeholder="中央公园草坪"
        maxLength={PLAN_LIMITS.venueName}
        value={form.venueName}
        onType={(venueName) => fill({ venueName })}
      />
      <PlanLine
        editor={editor}
        path="venue.address"
        label="地址"
        placeholder="药谷中路 1 号，东门进"
        maxLength={PLAN_LIMITS.venueAddress}
        value={form.venueAddress}
        onType={(venueAddress) => fill({ venueAddress })}
      />
      <PlanLine
        editor={editor}
        path="venue.point"
        label="地图坐标"
        placeholder="39.796, 116.506"
        note="在腾讯或高德地图里选点，复制坐标贴到这里"
        value={form.venuePoint}
        onType={(venuePoint) => fill({ venuePoint })}
      />
      <PlanNumber
        editor={editor}
        path="venue.checkInWithin"
        label="扫会场码要在多少米内"
        optional
        note="不填就不看距离"
        value={form.checkInWithin}
        onType={(checkInWithin) => fill({ checkInWithin })}
      />
      <PlanNumber
        editor={editor}
        path="venue.holds"
        label="场地最多容纳多少人"
        optional
        note="填了，名额超过时会提醒"
        value={form.venueHolds}
        onType={(venueHolds) => fill({ venueHolds })}
      />
    </View>
  );
}

function EditWindowGroup({ editor }: { editor: PlanEditor }) {
  const { form, fill } = editor;
  return (
    <View className="edit-group">
      <View className="title">报名时间</View>
      {!editor.fixed && (
        <PlanSwitch
          editor={editor}
          path="preview"
          label="先预告"
          note="大家看得到活动，报名时间以后再定"
          on={form.preview}
          onChange={(preview) => fill({ preview })}
        />
      )}
      {!form.preview && (
        <>
          <PlanMoment
            editor={editor}
            path="opensAt"
            label="报名开始"
            value={form.opensAt}
            onType={(opensAt) => fill({ opensAt })}
          />
          <PlanMoment
            editor={editor}
            path="closesAt"
            label="报名截止"
            value={form.closesAt}
            onType={(closesAt) => fill({ closesAt })}
          />
          <PlanMoment
            editor={editor}
            path="cancelUntil"
            label="自己取消的期限"
            optional
            note="不填就到报名截止"
            value={form.cancelUntil}
            onType={(cancelUntil) => fill({ cancelUntil })}
          />
        </>
      )}
    </View>
  );
}

/** Where it is. */
export const EditWhere = planGroup(
  EditWhereGroup,
  ['venueName', 'venueAddress', 'venuePoint', 'checkInWithin', 'venueHolds'],
  ['venue'],
);

/** When one can sign up and give a place back. */
export const EditWindow = planGroup(
  EditWindowGroup,
  ['preview', 'opensAt', 'closesAt', 'cancelUntil'],
  ['preview', 'opensAt', 'closesAt', 'cancelUntil'],
);
