import type { Service } from '../kit/serve';
import { cancel } from './cancel';
import { create } from './create';
import { edit } from './edit';
import { get } from './get';
import { importCodes } from './import-codes';
import { list } from './list';
import { listed } from './listed';
import { manage, managed } from './managed';
import { mine } from './mine';
import { myShops } from './my-shops';
import { close, publish } from './publish';
import { redeem } from './redeem';
import { redemptions } from './redemptions';
import { revoke } from './revoke';
import { saveShop } from './save-shop';
import { setListed } from './set-listed';
import { shops } from './shops';
import { show } from './show';
import { sweepBenefits } from './sweep-benefits';
import { sweepRedemptions } from './sweep-redemptions';
import { sweepStocks } from './sweep-stocks';
import { tallies } from './tallies';
import { undoVerify } from './undo-verify';
import { verifications } from './verifications';
import { verify } from './verify';

export const benefit: Service<'benefit'> = {
  area: 'benefit',
  operations: {
    ...{ list, get, redeem, cancel, mine, show },
    ...{ myShops, verify, undoVerify, tallies, verifications },
    ...{
      managed,
      manage,
      create,
      edit,
      publish,
      close,
      importCodes,
      setListed,
      listed,
      redemptions,
      revoke,
      shops,
      saveShop,
    },
  },
  sweeps: { sweepBenefits, sweepRedemptions, sweepStocks },
};
