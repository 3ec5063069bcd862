import { Text, View } from '@tarojs/components';
import { useMemo, useState } from 'react';
import { moment } from '../../../domain/wording/dates';
import { ROLE_WORDS, scopeWords, untilWords, usedWords } from '../../../domain/wording/role';
import type { GrantInvite } from '../../../types/contract/grant-invite';
import type { Instant } from '../../../types/vocabulary';
import { copyText } from '../../device/copy';
import { pageLink } from '../../device/page-link';
import { SharePress } from '../../device/share-press';
import { toast } from '../../device/toast';
import { offerPath } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Qr } from '../../ui/qr/qr';
import { Sheet } from '../../ui/sheet/sheet';
import { useAct } from './use-act';

/** What a friend reads on the card. */
export function shareTitle({ role, scope }: Pick<GrantInvite, 'role' | 'scope'>): string {
  return `邀请你做${scopeWords(scope)}的${ROLE_WORDS[role]}`;
}

function Accepted({ invite, now }: { invite: GrantInvite; now: Instant }) {
  const { accepted } = invite;
  if (accepted.length === 0) return <View className="note">还没有人接受</View>;
  return (
    <View>
      {accepted.map(({ memberId, name, at }) => (
        <View key={memberId} className="row parted role-accepted">
          <View className="grow">{name}</View>
          <View className="note number">{moment(at, now)}</View>
        </View>
      ))}
    </View>
  );
}

/** Taking it back is asked once more: the link is in other people's chats. */
function Withdraw({ id, onDone }: { id: string; onDone: () => void }) {
  const act = useAct('organizer.withdrawInvite');
  const [asked, setAsked] = useState(false);
  async function withdraw(): Promise<void> {
    const outcome = await act.send({ id });
    if (!outcome.ok) return;
    toast('撤回了');
    onDone();
  }
  return (
    <>
      {act.refused && <FailureLine refused={act.refused} />}
      {asked && <View className="note">撤回后链接不能再用，已经接受的人不受影响。</View>}
      <Button
        kind={asked ? 'danger' : 'quiet'}
        busy={act.busy}
        onPress={() => (asked ? void withdraw() : setAsked(true))}
        testId="withdraw"
      >
        {asked ? '确定撤回' : '撤回邀请'}
      </Button>
    </>
  );
}

interface ShareSheetProps {
  invite: GrantInvite;
  now: Instant;
  onClose: () => void;
}

/** One invite: its code to scan and its link to send, who has accepted, and the way to take it back. */
export function ShareSheet({ invite, now, onClose }: ShareSheetProps) {
  const { id, code, role, scope, until, expiresAt, uses, accepted, shut } = invite;
  const path = offerPath(code);
  const link = useMemo(() => pageLink(path), [path]);
  return (
    <Sheet
      open
      title={`邀请${ROLE_WORDS[role]}`}
      onClose={onClose}
      testId="share-sheet"
      foot={
        <>
          {shut === undefined && (
            <SharePress className="button button--primary" title={shareTitle(invite)} path={path}>
              <Text>发给要来的人</Text>
            </SharePress>
          )}
          <Withdraw id={id} onDone={onClose} />
        </>
      }
    >
      <View className="role-form">
        <View>
          <View className="strong">{scopeWords(scope)}</View>
          <View className="note number">
            权限{untilWords(until, now)} · 邀请 {moment(expiresAt, now)} 前有效
          </View>
        </View>
        {link !== undefined && shut === undefined && (
          <View className="role-code">
            <Qr text={link} label="邀请码" />
            <View className="note">让对方扫一扫，或者把链接发过去</View>
            <Button kind="quiet" onPress={() => void copyText(link)} testId="copy-link">
              复制链接
            </Button>
          </View>
        )}
        <View>
          <View className="strong number">{usedWords(accepted.length, uses)}</View>
          <Accepted invite={invite} now={now} />
        </View>
      </View>
    </Sheet>
  );
}
