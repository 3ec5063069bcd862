import { View } from '@tarojs/components';
import { clock } from '../../../domain/wording/dates';
import type { Me } from '../../../types/contract/member';
import { serverNow } from '../../cloud/clock';
import { go } from '../../routes';
import { Button } from '../../ui/button/button';
import { Bone } from '../../ui/skeleton/skeleton';
import { useMe } from './use-me';
import './member.css';

function partOfDay(): string {
  const hour = Number(clock(serverNow()).slice(0, 2));
  if (hour < 5) return '夜深了';
  if (hour < 11) return '早上好';
  if (hour < 13) return '中午好';
  return hour < 18 ? '下午好' : '晚上好';
}

/** What the union has to say to me, while I am not a member. */
function Standing({ me }: { me: Me }) {
  switch (me.status) {
    case 'active':
      return null;
    case 'visitor':
      return (
        <View className="card stack">
          <View>加入工会，就能报名活动、留住名额。用手机号核对单位名单，多数人当场通过。</View>
          <Button kind="primary" onPress={go.join} testId="join">
            加入工会
          </Button>
        </View>
      );
    case 'pending':
      return <View className="card">入会申请已经交上去了，单位工会核对后会在这里告诉你。</View>;
    case 'declined':
      return (
        <View className="card stack">
          <View>入会申请没有通过{me.reason === undefined ? '' : `：${me.reason}`}</View>
          <Button onPress={go.join}>重新申请</Button>
        </View>
      );
    default:
      return me.status satisfies never;
  }
}

/** The first words of the home page. */
export function Greeting() {
  const { value, refused } = useMe();
  const name = value?.name === undefined ? '' : `，${value.name}`;
  return (
    <View className="pad greeting">
      <View className="title">{`${partOfDay()}${name}`}</View>
      {value?.status === 'active' && <View className="note">{value.enterprise?.name}</View>}
      {!value && !refused && <Bone className="greeting__shape" />}
      {value && <Standing me={value} />}
    </View>
  );
}
