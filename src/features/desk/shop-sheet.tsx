import { View } from '@tarojs/components';
import { useState } from 'react';
import { SHOP_KIND_WORDS } from '../../../domain/wording/counter';
import type { ShopView } from '../../../types/contract/benefit';
import { toast } from '../../device/toast';
import { FailureLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Choice } from '../../ui/choice/choice';
import { Sheet } from '../../ui/sheet/sheet';
import { Switch } from '../../ui/switch/switch';
import { DeskField, DeskLine } from './desk-field';
import { useAct } from './use-act';
import './desk.css';

interface ShopSheetProps {
  /** Absent: a new one. */
  shop: ShopView | undefined;
  onClose: () => void;
  onVerifiers: (shop: ShopView) => void;
}

const KINDS: readonly ShopView['kind'][] = ['merchant', 'station'];
const EMPTY = { name: '', kind: 'merchant' as ShopView['kind'], address: '', phone: '', open: true };

/** What is typed of a shop, and saving it. */
function useShopForm({ shop, onClose }: Pick<ShopSheetProps, 'shop' | 'onClose'>) {
  const act = useAct('benefit.saveShop');
  const [form, setForm] = useState({ ...EMPTY, ...shop });
  const [checked, setChecked] = useState(false);
  const name = form.name.trim();
  const address = form.address.trim();
  const faults = {
    name: checked && name === '' ? '请填写名称' : undefined,
    address: checked && address === '' ? '请填写地址' : undefined,
  };
  async function save(): Promise<void> {
    setChecked(true);
    if (name === '' || address === '') return;
    const phone = form.phone.trim();
    const outcome = await act.send({
      ...(shop ? { shopId: shop.id } : {}),
      ...{ name, address, kind: form.kind, open: form.open },
      ...(phone === '' ? {} : { phone }),
    });
    if (!outcome.ok) return;
    toast('已保存');
    onClose();
  }
  return {
    act,
    form,
    faults,
    save,
    fill: (change: Partial<typeof form>) => setForm((before) => ({ ...before, ...change })),
  };
}

function ShopFields({ form, faults, fill }: Pick<ReturnType<typeof useShopForm>, 'form' | 'faults' | 'fill'>) {
  return (
    <>
      <DeskLine
        label="名称"
        fault={faults.name}
        value={form.name}
        onType={(name) => fill({ name })}
        testId="shop-name"
      />
      <DeskField label="种类" fault={undefined}>
        <Choice
          options={KINDS.map((value) => ({
            value,
            title: SHOP_KIND_WORDS[value].name,
            note: SHOP_KIND_WORDS[value].note,
          }))}
          chosen={form.kind}
          onChoose={(kind) => fill({ kind })}
        />
      </DeskField>
      <DeskLine
        label="地址"
        fault={faults.address}
        maxLength={120}
        value={form.address}
        onType={(address) => fill({ address })}
        testId="shop-address"
      />
      <DeskLine
        label="电话"
        fault={undefined}
        optional
        maxLength={20}
        value={form.phone}
        onType={(phone) => fill({ phone })}
        testId="shop-phone"
      />
      <View className="desk-switch">
        <Switch
          title="可以核销"
          note={form.open ? '停掉以后，这里什么都核销不了' : '现在什么都核销不了'}
          on={form.open}
          onChange={(open) => fill({ open })}
          testId="shop-open"
        />
      </View>
    </>
  );
}

/** A shop or a station, made or changed. */
export function ShopSheet({ shop, onClose, onVerifiers }: ShopSheetProps) {
  const { act, form, faults, save, fill } = useShopForm({ shop, onClose });
  return (
    <Sheet
      open
      title={shop?.name ?? '添加商户或驿站'}
      onClose={onClose}
      testId="shop-sheet"
      foot={
        <>
          {act.refused && <FailureLine refused={act.refused} />}
          <Button kind="primary" busy={act.busy} onPress={() => void save()} testId="save-shop">
            保存
          </Button>
          {shop && (
            <Button onPress={() => onVerifiers(shop)} testId="verifiers">
              谁来核销
            </Button>
          )}
        </>
      }
    >
      <ShopFields form={form} faults={faults} fill={fill} />
    </Sheet>
  );
}
