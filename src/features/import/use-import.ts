import { useRef, useState } from 'react';
import type { Imported, ReadSheet, SheetColumns, SheetProblem } from '../../../types/contract';
import { newRequestId } from '../../cloud/call';
import { upload } from '../../cloud/upload';
import { chooseSheet } from '../../device/choose-sheet';
import {
  applySheet,
  type Checked,
  type ChosenSheet,
  checkSheet,
  type ImportRefused,
  type ImportTarget,
  readSheet,
} from './ask-import';

/** How far an import has come. */
export type Step =
  | { at: 'file' }
  | { at: 'columns'; file: ChosenSheet; name: string; read: ReadSheet }
  | { at: 'check'; file: ChosenSheet; name: string; read: ReadSheet; columns: SheetColumns; checked: Checked }
  | { at: 'done'; imported: Imported };

/** Why a step was not taken. */
export type Trouble =
  | { kind: 'refused'; refused: ImportRefused }
  | { kind: 'problem'; problem: SheetProblem }
  | { kind: 'lost' };

export interface Importing {
  step: Step;
  busy: boolean;
  trouble: Trouble | undefined;
  choose: () => Promise<void>;
  /** Reads the file that was sent last once more, as of that session. */
  readAs: (target: ImportTarget) => Promise<void>;
  /** Reads another sheet of its workbook. */
  readSheetOf: (sheet: string) => Promise<void>;
  check: (columns: SheetColumns) => Promise<void>;
  apply: () => Promise<void>;
}

const troubleOf = (refused: ImportRefused): Trouble =>
  refused.refusal === 'SHEET_PROBLEM'
    ? { kind: 'problem', problem: refused.detail.problem }
    : { kind: 'refused', refused };

/** Where a chosen file goes: its name is made by chance, since whoever knows it could read the file there. */
async function sent(folder: string, { path, name }: { path: string; name: string }): Promise<string | undefined> {
  const ending = /\.([a-z]{1,5})$/.exec(name.toLowerCase())?.[1] ?? 'txt';
  return upload(`${folder}/${(await newRequestId()).toLowerCase()}.${ending}`, path);
}

/** A sheet that has arrived, and what its owner calls it. */
interface Sent {
  file: ChosenSheet;
  name: string;
}

type Work = () => Promise<Trouble | undefined>;

/** One thing at a time, and why the last one did not come about. */
function useWork() {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>();
  async function during(work: Work): Promise<void> {
    setBusy(true);
    setTrouble(undefined);
    setTrouble(await work());
    setBusy(false);
  }
  return { busy, trouble, during };
}

/** Gets a file into the storage and reads it, or another of its sheets. */
function useReading(
  target: ImportTarget,
  start: { folder: string; bytesMost: number } | undefined,
  { setStep, during }: { setStep: (step: Step) => void; during: (work: Work) => Promise<void> },
) {
  const last = useRef<Sent>();

  async function read(of: ImportTarget, one: Sent): Promise<Trouble | undefined> {
    last.current = one;
    const outcome = await readSheet(of, one.file);
    if (!outcome.ok) return troubleOf(outcome);
    setStep({ at: 'columns', ...one, read: outcome.value });
    return undefined;
  }

  const choose = async (): Promise<void> => {
    if (!start) return;
    const chosen = await chooseSheet();
    if (!chosen) return;
    // What was read before is of another file: whatever becomes of this one, that is over.
    setStep({ at: 'file' });
    await during(async () => {
      const { bytes, name } = chosen;
      const most = start.bytesMost;
      if (bytes > most) return { kind: 'problem', problem: { code: 'FILE_TOO_LARGE', bytes, most } };
      const fileId = await sent(start.folder, chosen);
      return fileId === undefined ? { kind: 'lost' } : read(target, { file: { fileId }, name });
    });
  };

  const readAs = async (of: ImportTarget): Promise<void> => {
    const one = last.current;
    if (one) await during(() => read(of, one));
  };

  const readSheetOf = async (sheet: string): Promise<void> => {
    const one = last.current;
    if (one) await during(() => read(target, { ...one, file: { ...one.file, sheet } }));
  };
  return { choose, readAs, readSheetOf };
}

/** One import, step by step. What was typed or chosen stays where a step is refused. */
export function useImport(target: ImportTarget, start: { folder: string; bytesMost: number } | undefined): Importing {
  const [step, setStep] = useState<Step>({ at: 'file' });
  const { busy, trouble, during } = useWork();
  const reading = useReading(target, start, { setStep, during });

  const check = async (columns: SheetColumns): Promise<void> => {
    if (step.at !== 'columns') return;
    await during(async () => {
      const outcome = await checkSheet(target, step.file, columns);
      if (!outcome.ok) return troubleOf(outcome);
      setStep({ ...step, at: 'check', columns, checked: outcome.value });
      return undefined;
    });
  };

  const apply = async (): Promise<void> => {
    if (step.at !== 'check' || !step.checked.plan) return;
    const { file, columns, checked } = step;
    await during(async () => {
      const outcome = await applySheet(target, file, { columns, yes: checked.plan?.digest ?? '' });
      if (outcome.ok) {
        setStep({ at: 'done', imported: outcome.value });
        return undefined;
      }
      // The rosters changed meanwhile: what would happen now is shown, and asked about anew.
      if (outcome.refusal === 'NEEDS_YES') {
        const anew = await checkSheet(target, file, columns);
        if (anew.ok) setStep({ ...step, checked: anew.value });
      }
      return troubleOf(outcome);
    });
  };

  return { step, busy, trouble, check, apply, ...reading };
}
