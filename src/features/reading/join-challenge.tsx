import type { ChallengeId } from '../../../types/vocabulary';
import { useCommand } from '../../cloud/use-command';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';

/** Joins at one tap; what counts, counts from today on. */
export function JoinChallenge({ id, primary = false }: { id: ChallengeId; primary?: boolean }) {
  const { send, busy, refused } = useCommand('reading.join', ['reading.today', 'reading.challenge']);
  const join = (): void => void send({ challengeId: id });
  return (
    <>
      {refused && <FailureLine refused={refused} again={join} asking={busy} />}
      <Button kind={primary ? 'primary' : 'plain'} busy={busy} onPress={join} testId={`join-${id}`}>
        加入挑战
      </Button>
    </>
  );
}
