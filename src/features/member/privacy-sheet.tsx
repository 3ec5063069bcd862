import { Button } from '../../ui/button/button';
import { Sheet } from '../../ui/sheet/sheet';
import { PrivacyText } from './privacy-text';

interface PrivacySheetProps {
  open: boolean;
  onAgree: () => void;
  onClose: () => void;
}

/** Comes before the first personal datum is asked for. */
export function PrivacySheet({ open, onAgree, onClose }: PrivacySheetProps) {
  return (
    <Sheet
      open={open}
      title="先看看隐私说明"
      onClose={onClose}
      testId="privacy-sheet"
      foot={
        <>
          <Button kind="primary" onPress={onAgree} testId="agree">
            同意并继续
          </Button>
          <Button kind="quiet" onPress={onClose}>
            不同意，先逛逛
          </Button>
        </>
      }
    >
      <PrivacyText />
    </Sheet>
  );
}
