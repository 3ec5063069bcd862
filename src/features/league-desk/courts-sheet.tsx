import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { fieldId } from '../../shell/step-form/step-plan';
import { Button } from '../../ui/button/button';
import { TextInput } from '../../ui/field/text-input';
import { Press } from '../../ui/press/press';
import { Sheet } from '../../ui/sheet/sheet';
import { Switch } from '../../ui/switch/switch';
import type { CourtForm } from './court-form';
import { LEAGUE_LIMITS } from './league-faults';
import { OpeningsField } from './openings-field';
import type { LeagueEditor } from './use-league-editor';

interface CourtLineProps {
  editor: LeagueEditor;
  court: CourtForm;
  onChange: (part: Partial<CourtForm>) => void;
}

function CourtLine({ editor, court, onChange }: CourtLineProps) {
  const path = `courts.${court.id}`;
  const fault = editor.faults[path];
  return (
    <View id={fieldId(path)} className={`court-line${fault ? ' field--fault' : ''}`}>
      <TextInput
        key={editor.revision}
        initial={court.name}
        label="场地的名字"
        maxLength={LEAGUE_LIMITS.courtName}
        onType={(name) => onChange({ name })}
        testId={path}
      />
      <View className="league-switch">
        <Switch
          title="开放时间不一样"
          on={court.own !== null}
          onChange={(own) => onChange({ own: own ? [...editor.form.openings] : null })}
          testId={`${path}.own`}
        />
      </View>
      {court.own && (
        <OpeningsField
          editor={editor}
          path={`${path}.openings`}
          label="什么时候开"
          openings={court.own}
          onChange={(own) => onChange({ own })}
        />
      )}
      {fault && <View className="field__fault">{fault}</View>}
    </View>
  );
}

/** Courts one by one: their names, and where one is open at other times. */
export function CourtsSheet({ editor }: { editor: LeagueEditor }) {
  const { form, fill, faults } = editor;
  const [open, setOpen] = useState(false);
  if (form.courts.length === 0) return null;
  const wrong = Object.keys(faults).some((field) => field.startsWith('courts.'));
  const change = (id: string, part: Partial<CourtForm>): void =>
    fill({ courts: form.courts.map((court) => (court.id === id ? { ...court, ...part } : court)) });
  return (
    <View className="league-add">
      <Press className="text-press" onPress={() => setOpen(true)} testId="courts-each">
        <Text>{wrong ? '有场地要改，点开看看' : '改名字，或者单独设时间'}</Text>
      </Press>
      <Sheet
        open={open}
        title="每个场地"
        onClose={() => setOpen(false)}
        testId="courts-sheet"
        foot={
          <Button kind="primary" onPress={() => setOpen(false)} testId="courts-done">
            好了
          </Button>
        }
      >
        <View className="stack">
          {form.courts.map((court) => (
            <CourtLine key={court.id} editor={editor} court={court} onChange={(part) => change(court.id, part)} />
          ))}
        </View>
      </Sheet>
    </View>
  );
}
