import { View } from '@tarojs/components';
import { span } from '../../../domain/wording/dates';
import { cancelWindow } from '../../../domain/wording/phase';
import { placesLeft } from '../../../domain/wording/places';
import type { ActivityDetail, SessionView } from '../../../types/contract/activity';
import type { Registration } from '../../../types/contract/registration';
import { serverNow } from '../../cloud/clock';
import { isUnsure } from '../../cloud/command';
import { addToCalendar } from '../../device/calendar';
import { go } from '../../routes';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { Field } from '../../ui/field/field';
import { Icon } from '../../ui/icon/icon';
import { Sheet } from '../../ui/sheet/sheet';
import { QuestionField } from './question-field';
import { countFaults } from './sign-up-faults';
import { type SignUpForm, useSignUp } from './use-sign-up';
import './sign-up-sheet.css';

interface SignUpSheetProps {
  detail: ActivityDetail;
  open: boolean;
  onClose: () => void;
  onRefresh: () => void;
}

function SessionAndZone({ detail, form }: { detail: ActivityDetail; form: SignUpForm }) {
  const now = serverNow();
  const session: SessionView | undefined = detail.sessionList.find(({ id }) => id === form.session);
  return (
    <>
      {detail.sessionList.length > 1 && (
        <Field label="场次" fault={form.faults.session}>
          <Choice
            options={detail.sessionList.map(({ id, name, startsAt, endsAt, places }) => ({
              value: id,
              title: name,
              note: `${span(startsAt, endsAt, now)} · ${placesLeft(places)}`,
              off: places.left === 0,
            }))}
            chosen={form.session}
            onChoose={form.chooseSession}
          />
        </Field>
      )}
      {session && session.zones.length > 0 && (
        <Field label="分区" fault={form.faults.zone}>
          <Choice
            options={session.zones.map(({ id, name, places }) => ({
              value: id,
              title: name,
              note: placesLeft(places),
              off: places.left === 0,
            }))}
            chosen={form.zone}
            onChoose={form.chooseZone}
          />
        </Field>
      )}
    </>
  );
}

function Done({ registration }: { registration: Registration }) {
  const { session, zone, venue } = registration;
  return (
    <View className="sign-up__done" data-testid="signed-up">
      <View className="sign-up__sign">
        <Icon name="check" large />
      </View>
      <View className="title">报好了</View>
      <View className="number">{span(session.startsAt, session.endsAt, serverNow())}</View>
      <View className="note">
        {[venue.name, session.name, zone?.name].filter((part) => part !== undefined).join(' · ')}
      </View>
    </View>
  );
}

function DoneFoot({ registration, onClose }: { registration: Registration; onClose: () => void }) {
  const { id, title, venue, session } = registration;
  return (
    <>
      <Button
        kind="primary"
        testId="see-ticket"
        onPress={() => {
          onClose();
          go.ticket(id);
        }}
      >
        看电子票
      </Button>
      <Button
        onPress={() =>
          void addToCalendar({
            id,
            title,
            place: `${venue.name} ${venue.address}`,
            startsAt: session.startsAt,
            endsAt: session.endsAt,
          })
        }
      >
        加到日历
      </Button>
    </>
  );
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
        {form.busy ? '正在报名' : unsure ? '再试一次' : '确认报名'}
      </Button>
      <View className="note number sign-up__small">{cancelWindow(detail.cancelUntil, serverNow())}</View>
    </>
  );
}

/** Signing up in one half-screen: session, zone, questions, confirm; then what one got. */
export function SignUpSheet({ detail, open, onClose, onRefresh }: SignUpSheetProps) {
  const form = useSignUp(detail);
  const close = (): void => {
    onClose();
    if (form.done) form.beginAnew();
  };
  return (
    <Sheet
      open={open}
      title={form.done ? detail.title : `报名 ${detail.title}`}
      onClose={close}
      testId="sign-up-sheet"
      foot={
        form.done ? (
          <DoneFoot registration={form.done} onClose={close} />
        ) : (
          <FormFoot detail={detail} form={form} onClose={close} onRefresh={onRefresh} />
        )
      }
    >
      {form.done ? (
        <Done registration={form.done} />
      ) : (
        <>
          <SessionAndZone detail={detail} form={form} />
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
