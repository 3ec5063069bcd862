import { View } from '@tarojs/components';
import { holdsAny } from '../../../domain/permission/grants';
import { EMPLOYMENT_WORDS, STATUS_WORDS } from '../../../domain/wording/vocabulary';
import type { Me as MyMembership } from '../../../types/contract/member';
import type { Grant, Role } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { useUnread } from '../../cloud/use-unread';
import { ContactPress } from '../../device/contact-press';
import { go } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Cell, CellGroup } from '../../ui/cell/cell';
import { Dot } from '../../ui/dot/dot';
import { lookOf, useLook } from '../../ui/look/look';
import { SkeletonCard } from '../../ui/skeleton/skeleton';
import { Tag } from '../../ui/tag/tag';
import { useMe } from './use-me';
import './member.css';

/** Who lets people in at a gate. */
const GATEKEEPERS: readonly Role[] = ['volunteer', 'organizer', 'admin'];
/** Who takes vouchers. */
const MERCHANTS: readonly Role[] = ['merchant'];
/** Who makes activities; everybody else does not see that there is a way. */
const ORGANIZERS: readonly Role[] = ['organizer', 'admin'];
/** Who keeps rosters, reads what a year came to, and takes lists along: an officer those of their own enterprise. */
const REPORTED: readonly Role[] = ['unit-officer', ...ORGANIZERS];

function Standing({ me }: { me: MyMembership }) {
  const word = STATUS_WORDS[me.status];
  if (me.status === 'visitor') {
    return (
      <View className="stack">
        <View>
          <View className="title">{word}</View>
          <View className="note">加入后就能报名活动，用手机号核对，多数人当场通过。</View>
        </View>
        <Button kind="primary" onPress={go.join} testId="join">
          加入工会
        </Button>
      </View>
    );
  }
  return (
    <View className="stack">
      <View>
        <View className="title">{me.name ?? word}</View>
        <View className="note">{me.enterprise?.name}</View>
      </View>
      <View>
        <Tag words={word} tone={me.status === 'active' ? 'mine' : 'none'} />
      </View>
      {me.status === 'pending' && <View className="note">单位工会正在核对，一般一两个工作日。通过后这里会变。</View>}
      {me.status === 'declined' && (
        <>
          {me.reason !== undefined && <View>原因：{me.reason}</View>}
          <Button onPress={go.join}>重新申请</Button>
        </>
      )}
    </View>
  );
}

/** What one serves as: shown to nobody else. */
function Duties({ grants }: { grants: readonly Grant[] }) {
  const now = serverNow();
  const held = (roles: readonly Role[]): boolean => holdsAny(grants, roles, now);
  const [gate, shop, desk, reported] = [GATEKEEPERS, MERCHANTS, ORGANIZERS, REPORTED].map(held);
  if (!gate && !shop && !reported) return null;
  return (
    <CellGroup>
      {gate && <Cell icon="scan" title="值守" value="入场签到" onPress={go.duties} testId="duties" />}
      {shop && <Cell icon="shop" title="核销" value="到店券和领取" onPress={go.counter} testId="counter" />}
      {desk && (
        <>
          <Cell icon="calendar" title="活动管理" onPress={go.manageAll} testId="manage" />
          <Cell icon="flag" title="联赛管理" onPress={go.deskLeagues} testId="desk-leagues" />
          <Cell icon="gift" title="福利管理" onPress={go.deskBenefits} testId="desk-benefits" />
          <Cell icon="points" title="积分管理" onPress={go.deskPoints} testId="desk-points" />
          <Cell icon="book" title="读书管理" onPress={go.deskChallenges} testId="desk-reading" />
          <Cell icon="person" title="授权" onPress={go.roles} testId="roles" />
        </>
      )}
      {reported && <Cell icon="people" title="导入名册" onPress={go.importRoster} testId="import-roster" />}
      {reported && <Cell icon="screen" title="年度报告" onPress={() => go.report()} testId="report" />}
      {reported && <Cell icon="copy" title="导出" onPress={go.exports} testId="exports" />}
    </CellGroup>
  );
}

/** What there is for everybody. */
function Always() {
  const { care } = lookOf(useLook());
  return (
    <CellGroup>
      <Cell icon="text-size" title="关怀模式" value={care ? '已开' : '未开'} onPress={go.care} testId="care" />
      <Cell icon="shield" title="隐私说明" onPress={go.privacy} />
      <Cell icon="help" title="帮助" onPress={go.help} />
    </CellGroup>
  );
}

/** 我的: how I stand with the union, and the way to everything of mine. */
export function MePanel() {
  const { value, refused, asking, again } = useMe();
  const unread = useUnread();
  const unknown = !value && !refused;
  // Most who come have joined: their rows should not move when that is known.
  const joined = unknown || (value !== undefined && value.status !== 'visitor');
  return (
    <>
      {unknown && (
        <View className="card me-card">
          <SkeletonCard />
        </View>
      )}
      {value ? (
        <>
          {refused && <StaleLine />}
          <View className="card me-card" data-testid={`me-${value.status}`}>
            <Standing me={value} />
          </View>
        </>
      ) : (
        refused && <Failure refused={refused} again={again} asking={asking} />
      )}
      <CellGroup>
        <Cell icon="ticket" title="我的报名" onPress={go.registrations} testId="registrations" />
        {joined && <Cell icon="flag" title="我的比赛" onPress={go.myLeagues} testId="my-leagues" />}
        {joined && <Cell icon="gift" title="我的券" onPress={go.vouchers} testId="vouchers" />}
        {joined && <Cell icon="points" title="积分" onPress={go.points} testId="points" />}
        {joined && <Cell icon="star" title="我的一年" onPress={go.myYear} testId="my-year" />}
        {joined && (
          <Cell
            icon="bell"
            title="消息"
            {...(unread && { value: <Dot label="有新消息" /> })}
            onPress={go.messages}
            testId="messages"
          />
        )}
        {joined && (
          <Cell
            icon="person"
            title="个人资料"
            value={value?.employment === undefined ? '' : EMPLOYMENT_WORDS[value.employment].name}
            onPress={go.profile}
            testId="profile"
          />
        )}
      </CellGroup>
      {value && <Duties grants={value.grants} />}
      <Always />
      <View className="pad">
        <ContactPress className="ask-for-help">联系工会工作人员</ContactPress>
      </View>
    </>
  );
}
