import { Text, View } from '@tarojs/components';
import { Press } from '../../ui/press/press';
import './step-form.css';

interface FormToldProps {
  /** What is edited, in a word. */
  what: string;
  restored: boolean;
  merged: { theirs: readonly string[]; both: readonly string[] } | undefined;
  /** The names of fields, each once. */
  names: (fields: readonly string[]) => string;
  onStartOver: () => void;
}

/** What stands above a form: that it goes on from last time, and what somebody else changed meanwhile. */
export function FormTold({ what, restored, merged, names, onStartOver }: FormToldProps) {
  return (
    <>
      {restored && (
        <View className="form-told row" data-testid="restored">
          <View className="grow">接着上次没保存的</View>
          <Press className="form-told__press" onPress={onStartOver} testId="start-over">
            <Text>不要了，重新来</Text>
          </Press>
        </View>
      )}
      {merged && (
        <View className="form-told" data-testid="merged" role="alert">
          <View className="strong">刚才有人改过这个{what}，你填的都还在</View>
          {merged.theirs.length > 0 && <View>已换成新的：{names(merged.theirs)}</View>}
          {merged.both.length > 0 && <View>你们都改了，现在是你的：{names(merged.both)}</View>}
        </View>
      )}
    </>
  );
}
