import { useRef, useState } from 'react';
import type { EnterpriseView, Me } from '../../../types/contract/member';
import { type Employment, PRIVACY_NOTICE } from '../../../types/vocabulary';
import { keepAnswer, outdate } from '../../cloud/answers';
import type { RefusedBy } from '../../cloud/call';
import { serverNow } from '../../cloud/clock';
import { command } from '../../cloud/command';

export interface JoinForm {
  name: string;
  phone: { code: string; shown: string | undefined } | undefined;
  enterprise: EnterpriseView | undefined;
  employment: Employment | undefined;
  agreed: boolean;
  faults: Record<string, string>;
  busy: boolean;
  refused: RefusedBy<'member.join'> | undefined;
  done: Me | undefined;
  fill: (part: Partial<Filled>) => void;
  submit: () => Promise<void>;
}

interface Filled {
  name: string;
  phone: { code: string; shown: string | undefined } | undefined;
  enterprise: EnterpriseView | undefined;
  employment: Employment | undefined;
  agreed: boolean;
}

const EMPTY: Filled = { name: '', phone: undefined, enterprise: undefined, employment: undefined, agreed: false };

function faultsOf({ name, phone, enterprise, employment, agreed }: Filled): Record<string, string> {
  const length = [...name.trim()].length;
  return {
    ...(length === 0 || length > 30 ? { name: '请填写姓名' } : {}),
    ...(phone === undefined ? { phone: '点一下获取手机号' } : {}),
    ...(enterprise === undefined ? { enterprise: '请选择单位' } : {}),
    ...(employment === undefined ? { employment: '请选一项' } : {}),
    ...(agreed ? {} : { agreed: '请先看过并同意隐私说明' }),
  };
}

/** Filling in the application. A phone code is good once: after an answer that used it up, it is asked for again. */
export function useJoin(): JoinForm {
  const send = useRef(command('member.join'));
  const [filled, setFilled] = useState<Filled>(EMPTY);
  const [faults, setFaults] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<RefusedBy<'member.join'>>();
  const [done, setDone] = useState<Me>();

  async function submit(): Promise<void> {
    const wrong = faultsOf(filled);
    setFaults(wrong);
    const { name, phone, enterprise, employment } = filled;
    if (Object.keys(wrong).length > 0 || !phone || !enterprise || !employment) return;
    setBusy(true);
    setRefused(undefined);
    const outcome = await send.current({
      name: name.trim(),
      phoneCode: phone.code,
      enterpriseId: enterprise.id,
      employment,
      consent: { notice: PRIVACY_NOTICE },
    });
    setBusy(false);
    if (outcome.ok) {
      keepAnswer('member.me', {}, { ...outcome.value, now: serverNow() });
      outdate('member.me', 'activity.get');
      setDone(outcome.value);
      return;
    }
    setRefused(outcome);
    const lost = outcome.refusal === 'OFFLINE' || outcome.refusal === 'TIMEOUT';
    if (!lost) setFilled((before) => ({ ...before, phone: undefined }));
    if (outcome.refusal === 'ALREADY') outdate('member.me');
  }

  return {
    ...filled,
    faults,
    busy,
    refused,
    done,
    fill: (part) => {
      setFilled((before) => ({ ...before, ...part }));
      setFaults((before) => Object.fromEntries(Object.entries(before).filter(([key]) => !(key in part))));
    },
    submit,
  };
}
