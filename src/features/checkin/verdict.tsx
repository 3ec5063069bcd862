import { View } from '@tarojs/components';
import { attendanceWords, type GateRefusal, nameOf, partyWords } from '../../../domain/wording/checkin';
import type { Admitted } from '../../../types/contract/checkin';
import { serverNow } from '../../cloud/clock';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import '../../ui/verdict/verdict.css';

/** Let in, or in already: read at arm's length, in one colour each. */
export function AdmittedVerdict({ admitted }: { admitted: Admitted }) {
  const { again, zone, companions, enterpriseName, attendance } = admitted;
  const party = partyWords(companions);
  return (
    <View
      className={`verdict verdict--${again ? 'again' : 'in'}`}
      role="status"
      data-testid={again ? 'verdict-again' : 'verdict-in'}
    >
      <View className="verdict__head">
        <Icon name={again ? 'clock' : 'check'} />
        <View className="title">{again ? '已经进过场了' : '请进'}</View>
      </View>
      <View className="verdict__name">{nameOf(admitted)}</View>
      {(zone ?? party) && (
        <View className="verdict__facts">
          {zone && <View>{zone.name}</View>}
          {party && <View className="number">{party}</View>}
        </View>
      )}
      <View className="verdict__note number">
        {again && attendance ? attendanceWords(attendance, serverNow()) : enterpriseName}
      </View>
    </View>
  );
}

interface RefusedVerdictProps {
  refusal: string;
  words: GateRefusal;
  /** Above the words: what did not happen. */
  head?: string;
  /** The same once more; offered where that can help. */
  onAgain?: (() => void) | undefined;
  onList?: (() => void) | undefined;
}

/** Not let in: why, and what helps. Where it is not known whether they may come in, no colour says that they may not. */
export function RefusedVerdict({ refusal, words, head = '不能入场', onAgain, onList }: RefusedVerdictProps) {
  const { title, text, next } = words;
  return (
    <View
      className={`verdict verdict--${next === 'again' ? 'unsure' : 'refused'}`}
      role="alert"
      data-testid={`refused-${refusal}`}
    >
      <View className="verdict__head">
        <Icon name={next === 'again' ? 'offline' : 'close'} />
        <View className="title">{next === 'again' ? '没有核对成' : head}</View>
      </View>
      <View className="verdict__name">{title}</View>
      <View className="verdict__text">{text}</View>
      {next === 'again' && onAgain && (
        <View className="verdict__step">
          <Button onPress={onAgain} testId="again">
            再试一次
          </Button>
        </View>
      )}
      {next === 'list' && onList && (
        <View className="verdict__step">
          <Button onPress={onList} testId="to-list">
            去名单里找
          </Button>
        </View>
      )}
    </View>
  );
}
