import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { NAME_MOST, nameFault } from '../../../domain/wording/entry-name';
import { regionName } from '../../../domain/wording/league-card';
import type { EntryDetail, Player } from '../../../types/contract/league';
import type { ManagedLeague } from '../../../types/contract/league-desk';
import type { EntryId, LeagueId } from '../../../types/vocabulary';
import { useAnswer } from '../../cloud/use-answer';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import type { FoundMember } from '../../shell/member-search/member-search';
import { MemberSearch } from '../../shell/member-search/member-search';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { TextInput } from '../../ui/field/text-input';
import { Press } from '../../ui/press/press';
import { Sheet } from '../../ui/sheet/sheet';
import { SkeletonCard } from '../../ui/skeleton/skeleton';
import { ReasonSheet } from './reason-sheet';
import { useAct } from './use-act';

interface EntryProps {
  entry: EntryDetail;
  onClose: () => void;
}

/** Found first, then the reason: the sheet of an entry makes room for both. */
function AddSheet({ entry, onClose }: EntryProps) {
  const act = useAct('league.addPlayer');
  const [member, setMember] = useState<FoundMember>();
  if (!member) {
    return (
      <Sheet open title={`加进${entry.name}`} onClose={onClose} testId="add-sheet">
        <MemberSearch why="队长联系不上的人，由你加进来" onChoose={setMember} />
      </Sheet>
    );
  }
  async function add(reason: string, { memberId, name }: FoundMember): Promise<void> {
    const outcome = await act.send({ leagueId: entry.leagueId, entryId: entry.id, memberId, reason });
    if (!outcome.ok) return;
    toast(`${name}进队了`);
    onClose();
  }
  return (
    <ReasonSheet
      title={`加${member.name}`}
      text={`${member.name}（${member.phone}，${member.enterprise.name}）会在${entry.name}的名单里。`}
      note="记下来备查"
      placeholder="比如“队长手机坏了，托我加的”"
      yes="加进来"
      hard={false}
      busy={act.busy}
      refused={act.refused}
      onYes={(reason) => void add(reason, member)}
      onClose={onClose}
    />
  );
}

function RemoveSheet({ entry, player, onClose }: EntryProps & { player: Player }) {
  const act = useAct('league.removePlayer');
  async function remove(reason: string): Promise<void> {
    const { leagueId, id } = entry;
    const outcome = await act.send({ leagueId, entryId: id, memberId: player.memberId, reason });
    if (!outcome.ok) return;
    toast(`${player.name}移出了`);
    onClose();
  }
  return (
    <ReasonSheet
      title={`移出${player.name}`}
      text={`${player.name}不再在${entry.name}里，可以再进别的队。`}
      note="记下来备查"
      yes="移出"
      busy={act.busy}
      refused={act.refused}
      onYes={(reason) => void remove(reason)}
      onClose={onClose}
    />
  );
}

function RenameSheet({ entry, onClose }: EntryProps) {
  const act = useAct('league.renameEntry');
  const [name, setName] = useState(entry.name);
  const [fault, setFault] = useState<string>();
  const taken = act.refused?.refusal === 'NAME_TAKEN' ? '这个名字有人用了，换一个' : undefined;
  async function rename(reason: string): Promise<void> {
    const wrong = nameFault(name);
    setFault(wrong);
    if (wrong !== undefined) return;
    const outcome = await act.send({ leagueId: entry.leagueId, entryId: entry.id, name: name.trim(), reason });
    if (!outcome.ok) return;
    toast('改好了');
    onClose();
  }
  return (
    <ReasonSheet
      title="改名"
      text="积分榜和对阵上的名字一起变。"
      note="记下来备查"
      yes="改名"
      hard={false}
      busy={act.busy}
      refused={taken === undefined ? act.refused : undefined}
      onYes={(reason) => void rename(reason)}
      onClose={onClose}
    >
      <Field label="新名字" fault={fault ?? taken}>
        <TextInput
          initial={entry.name}
          label="新名字"
          maxLength={NAME_MOST}
          onType={(typed) => {
            setName(typed);
            setFault(undefined);
            act.forget();
          }}
          testId="new-name"
        />
      </Field>
    </ReasonSheet>
  );
}

function WithdrawSheet({ entry, onClose }: EntryProps) {
  const act = useAct('league.withdraw');
  const left = entry.fixtures.filter(({ state }) => state === 'unplayed').length;
  async function withdraw(reason: string): Promise<void> {
    const outcome = await act.send({ leagueId: entry.leagueId, entryId: entry.id, reason });
    if (!outcome.ok) return;
    toast(`${entry.name}退赛了`);
    onClose();
  }
  return (
    <ReasonSheet
      title={`${entry.name}退赛`}
      text={left > 0 ? `没打的 ${left} 场都算弃权，对手直接赢。不能恢复。` : '不再参加这次联赛，不能恢复。'}
      note="队里的人会看到"
      yes="退赛"
      busy={act.busy}
      refused={act.refused}
      onYes={(reason) => void withdraw(reason)}
      onClose={onClose}
    />
  );
}

type EntryAct = { do: 'add' | 'rename' | 'withdraw' } | { do: 'remove'; player: Player };

function Roster({ entry, onRemove }: { entry: EntryDetail; onRemove: (player: Player) => void }) {
  return (
    <View className="league-sheet">
      {(entry.roster ?? []).map((player) => (
        <View key={player.memberId} className="league-line row">
          <View className="grow">
            <View className="strong">{player.name}</View>
            <View className="note">
              {[player.enterpriseName, player.captain ? '队长' : '', player.substitute ? '替补' : '']
                .filter((part) => part !== '')
                .join(' · ')}
            </View>
          </View>
          {!entry.withdrawn && (
            <Press
              className="text-press league-quiet"
              onPress={() => onRemove(player)}
              testId={`remove-${player.memberId}`}
            >
              <Text>移出</Text>
            </Press>
          )}
        </View>
      ))}
    </View>
  );
}

/** How full it is: `5 人，还差 0 人`. */
function fullWords({ players, missing, limits }: EntryDetail): string {
  if (missing > 0) return `${players} 人，还差 ${missing} 人`;
  return players < limits.most ? `${players} 人，还能加 ${limits.most - players} 人` : `${players} 人，满了`;
}

function Foot({ entry, onAct }: { entry: EntryDetail; onAct: (act: EntryAct) => void }) {
  if (entry.withdrawn) return null;
  const person = entry.limits.most === 1;
  return (
    <>
      {entry.players < entry.limits.most && (
        <Button kind="primary" onPress={() => onAct({ do: 'add' })} testId="add-player">
          加人
        </Button>
      )}
      <View className="league-decide">
        {!person && (
          <Button onPress={() => onAct({ do: 'rename' })} testId="rename">
            改名
          </Button>
        )}
        <Button kind="danger" onPress={() => onAct({ do: 'withdraw' })} testId="withdraw">
          退赛
        </Button>
      </View>
    </>
  );
}

function ActSheet({ act, ...props }: EntryProps & { act: EntryAct }) {
  switch (act.do) {
    case 'add':
      return <AddSheet {...props} />;
    case 'rename':
      return <RenameSheet {...props} />;
    case 'withdraw':
      return <WithdrawSheet {...props} />;
    case 'remove':
      return <RemoveSheet {...props} player={act.player} />;
    default:
      return act satisfies never;
  }
}

interface EntrySheetProps {
  leagueId: LeagueId;
  entryId: EntryId;
  league: ManagedLeague | undefined;
  onClose: () => void;
}

/** One entry for its organizers: who is in it, and what can be done for it. */
export function EntrySheet({ leagueId, entryId, league, onClose }: EntrySheetProps) {
  const { value, refused, again, asking } = useAnswer('league.entry', { leagueId, entryId });
  const [act, setAct] = useState<EntryAct>();
  const region = value && league && regionName(value, league.plan.format);
  if (value && act) return <ActSheet act={act} entry={value} onClose={() => setAct(undefined)} />;
  return (
    <Sheet
      open
      title={value?.name ?? '报名'}
      onClose={onClose}
      testId="entry-sheet"
      {...(value && !value.withdrawn ? { foot: <Foot entry={value} onAct={setAct} /> } : {})}
    >
      {!value && !refused && <SkeletonCard />}
      {!value && refused && <FailureLine refused={refused} again={again} asking={asking} />}
      {value && (
        <>
          <View className="note number">
            {value.withdrawn ? '退赛了' : fullWords(value)}
            {region === undefined ? '' : ` · ${region}`}
          </View>
          <Roster entry={value} onRemove={(player) => setAct({ do: 'remove', player })} />
        </>
      )}
    </Sheet>
  );
}
