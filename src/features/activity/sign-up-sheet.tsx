import { View } from '@tarojs/components';
import { span } from '../../../domain/wording/dates';
import { cancelWindow } from '../../../domain/wording/primary';
import type { ActivityDetail, Clash, SessionView } from '../../../types/contract/activity';
import { serverNow } from '../../cloud/clock';
import { isUnsure } from '../../cloud/command';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { Field } from '../../ui/field/field';
import { Hint } from '../../ui/hint/hint';
import { Sheet } from '../../ui/sheet/sheet';
import { Stepper } from '../../ui/stepper/stepper';
import type { BeTold } from './be-told';
import { QuestionField } from './question-field';
import { Done, DoneFoot } from './sign-up-done';
import { countFaults } from './sign-up-faults';
import { type SignUpForm, useSignUp } from './use-sign-up';
import { freeSessions, roomWords, takesMore, type WayIn } from './way-in';
import './sign-up-sheet.css';

interface SignUpSheetProps {
  detail: ActivityDetail;
  open: boolean;
  onClose: () => void;
  onRefresh: () => void;
  /** Stands below what one got. */
  beTold?: BeTold | undefined;
}

/** Sessions to choose from, what is held already among them, and what else of mine is on at the same time. */
function SessionField({ detail, form }: { detail: ActivityDetail; form: SignUpForm }) {
  const now = serverNow();
  const free = freeSessions(detail);
  return (
    <Field label="场次" fault={form.faults.session}>
      <Choice
        options={detail.sessionList.map((session) => {
          const held = !free.includes(session);
          const room = held ? '你已经报了这场' : roomWords(detail, session.places);
          return {
            value: session.id,
            title: session.name,
            note: `${span(session.startsAt, session.endsAt, now)} · ${room}`,
            off: held || !takesMore(detail, session.places),
          };
        })}
        chosen={form.session}
        onChoose={form.chooseSession}
      />
    </Field>
  );
}

function ClashHint({ clash }: { clash: Clash }) {
  return (
    <Hint icon="clock" warns testId="clash">
      和“{clash.title}”时间撞上了（{span(clash.startsAt, clash.endsAt, serverNow())}），两边都顾得上再报。
    </Hint>
  );
}

function SessionAndZone({ detail, form }: { detail: ActivityDetail; form: SignUpForm }) {
  const session: SessionView | undefined = detail.sessionList.find(({ id }) => id === form.session);
  return (
    <>
      {detail.sessionList.length > 1 && <SessionField detail={detail} form={form} />}
      {session?.clash && <ClashHint clash={session.clash} />}
      {session && session.zones.length > 0 && (
        <Field label="分区" fault={form.faults.zone}>
          <Choice
            options={session.zones.map(({ id, name, places }) => ({
              value: id,
              title: name,
              note: roomWords(detail, places),
              off: !takesMore(detail, places),
            }))}
            chosen={form.zone}
            onChoose={form.chooseZone}
          />
        </Field>
      )}
    </>
  );
}

/** Who comes along: each takes a place, so what is left has to be enough for all. */
function Companions({ detail, form }: { detail: ActivityDetail; form: SignUpForm }) {
  if (detail.companions === 0) return null;
  return (
    <Field label="带同伴" optional>
      <Stepper
        value={form.companions}
        least={0}
        most={detail.companions}
        label="同伴"
        unit="位"
        onChange={form.bring}
        testId="companions"
      />
      <View className="note sign-up__below">最多 {detail.companions} 位，每位占一个名额，和你一起凭电子票入场</View>
    </Field>
  );
}

const SUBMIT: Record<WayIn, { title: string; words: string; busy: string }> = {
  place: { title: '报名', words: '确认报名', busy: '正在报名' },
  queue: { title: '候补', words: '候补排队', busy: '正在排队' },
  apply: { title: '申请', words: '提交申请', busy: '正在提交' },
};

/** Until when one can change one's mind. Who only waits may go at any time. */
function wayBack(way: WayIn, { cancelUntil }: ActivityDetail): string {
  if (way === 'place') return cancelWindow(cancelUntil, serverNow());
  return way === 'queue' ? '候补随时可以退出' : '出结果前随时可以撤回';
}

function FormFoot({
  detail,
  form,
  onClose,
  onRefresh,
}: { detail: ActivityDetail; form: SignUpForm } & Pick<SignUpSheetProps, 'onClose' | 'onRefresh'>) {
  const { refused } = form;
  const unsure = refused !== undefined && isUnsure(refused.refusal);
  const wrong = countFaults(form.faults);
  const held = refused?.refusal === 'ALREADY' ? refused.detail.registrationId : undefined;
  const { words, busy } = SUBMIT[form.way];
  const seeTicket = (): void => {
    onClose();
    if (held !== undefined) go.ticket(held);
  };
  return (
    <>
      {refused && <FailureLine refused={refused} again={unsure ? undefined : onRefresh} seeTicket={seeTicket} />}
      {wrong > 0 && (
        <View className="field__fault sign-up__small" data-testid="faults">
          还有 {wrong} 处要填
        </View>
      )}
      <Button
        kind="primary"
        busy={form.busy}
        disabled={form.stuck}
        onPress={() => void form.submit()}
        testId="confirm-sign-up"
      >
        {form.busy ? busy : unsure ? '再试一次' : words}
      </Button>
      <View className="note number sign-up__small">{wayBack(form.way, detail)}</View>
    </>
  );
}

/** Signing up in one half-screen: session, zone, companions, questions, confirm; then what one got. */
export function SignUpSheet({ detail, open, onClose, onRefresh, beTold }: SignUpSheetProps) {
  const form = useSignUp(detail);
  const { done } = form;
  const close = (): void => {
    onClose();
    if (done) form.beginAnew();
  };
  return (
    <Sheet
      open={open}
      title={done ? detail.title : `${SUBMIT[form.way].title} ${detail.title}`}
      onClose={close}
      testId="sign-up-sheet"
      foot={
        done ? (
          <DoneFoot registration={done} onClose={close} />
        ) : (
          <FormFoot detail={detail} form={form} onClose={close} onRefresh={onRefresh} />
        )
      }
    >
      {done ? (
        <Done registration={done}>{beTold?.(done)}</Done>
      ) : (
        <>
          <SessionAndZone detail={detail} form={form} />
          <Companions detail={detail} form={form} />
          {form.hint !== undefined && (
            <Hint icon="people" testId="way-hint">
              {form.hint}
            </Hint>
          )}
          {detail.questions.map((question) => (
            <QuestionField
              key={question.id}
              question={question}
              typed={form.typed[question.id] ?? ''}
              fault={form.faults.answers[question.id]}
              onAnswer={(text) => form.answer(question.id, text)}
            />
          ))}
        </>
      )}
    </Sheet>
  );
}
