import { View } from '@tarojs/components';
import { useEffect, useRef, useState } from 'react';
import type { Attendee } from '../../../types/contract/checkin';
import { useAnswer } from '../../cloud/use-answer';
import { StaleLine } from '../../shell/failure';
import { TextInput } from '../../ui/field/text-input';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Press } from '../../ui/press/press';
import { SkeletonRows } from '../../ui/skeleton/skeleton';
import { AttendeeRow } from './attendee-rows';
import type { GateOf } from './recent';
import { Trouble } from './trouble';
import './list-view.css';

const PAUSE_MS = 350;
/** The end of a phone tells people apart from four digits on. */
const FEW_DIGITS = /^\d{1,3}$/;
/** Spaces and signs alone are no part of a name. */
const NO_NAME = /^[\s·.,，。-]*$/;
/** A list of so many was cut off: the gate looks through no more. */
const CUT_AT = 20;

/** Seeks once typing pauses; the cross empties it at once. */
function SearchLine({ onSeek }: { onSeek: (text: string) => void }) {
  const [typed, setTyped] = useState('');
  // An uncontrolled input is emptied by making a new one.
  const [turn, setTurn] = useState(0);
  const seek = useRef(onSeek);
  seek.current = onSeek;
  useEffect(() => {
    const timer = setTimeout(() => seek.current(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const clear = (): void => {
    setTyped('');
    setTurn((count) => count + 1);
    onSeek('');
  };
  return (
    <View className="attendee-search">
      <Icon name="search" />
      <TextInput
        key={turn}
        label="姓名或手机尾号 4 位"
        placeholder="姓名或手机尾号 4 位"
        maxLength={20}
        keyboard="search"
        onType={setTyped}
        onConfirm={() => onSeek(typed.trim())}
        testId="find"
      />
      {typed !== '' && (
        <Press className="attendee-search__clear" label="清空" onPress={clear}>
          <Icon name="close" small />
        </Press>
      )}
    </View>
  );
}

function Found({ of, text, onPick }: { of: GateOf; text: string; onPick: (attendee: Attendee) => void }) {
  const { value, refused, asking, again } = useAnswer('checkin.find', { ...of, text });
  if (!value) {
    return refused ? <Trouble refused={refused} again={again} asking={asking} /> : <SkeletonRows count={3} />;
  }
  if (value.items.length === 0) {
    return (
      <Notice
        icon="search"
        title="这一场没有找到"
        text="换个写法试试，或者请对方打开“我的报名”看看报的是哪一场"
        testId="nobody"
      />
    );
  }
  return (
    <>
      {refused && <StaleLine />}
      <View className="attendees">
        <View className="attendees__rows">
          {value.items.map((attendee) => (
            <AttendeeRow key={attendee.registrationId} attendee={attendee} onPress={() => onPick(attendee)} />
          ))}
        </View>
        {value.items.length >= CUT_AT && (
          <View className="note attendees__more">只列出前 {CUT_AT} 位，姓名多写几个字更好找</View>
        )}
      </View>
    </>
  );
}

/** 名单: whoever has no phone at hand is found by name or number. */
export function ListView({ of, onPick }: { of: GateOf; onPick: (attendee: Attendee) => void }) {
  const [text, setText] = useState('');
  return (
    <View data-testid="list-view">
      <View className="pad">
        <SearchLine onSeek={setText} />
      </View>
      {NO_NAME.test(text) && (
        <Notice icon="people" title="没带手机也能签到" text="按姓名或手机尾号找到人，核对后点一下就好" testId="seek" />
      )}
      {FEW_DIGITS.test(text) && (
        <Notice icon="search" title="再写几位" text="手机尾号要写满 4 位" testId="few-digits" />
      )}
      {!NO_NAME.test(text) && !FEW_DIGITS.test(text) && <Found of={of} text={text} onPick={onPick} />}
    </View>
  );
}
