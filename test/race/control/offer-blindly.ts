import sdk from 'wx-server-sdk';

/** What the vendor's loose types hide, as far as this function uses it. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(): {
    collection(name: string): {
      doc(id: string): {
        get(): Promise<{ data: { state: string } }>;
        update(change: { data: object }): Promise<unknown>;
      };
    };
  };
}

const wx = sdk as unknown as Sdk;
wx.init({ env: wx.DYNAMIC_CURRENT_ENV });

/** An offer as it must not be: reads who waits, and writes the offer whatever has happened to them since. */
export async function main(event: { input: { registrationId: string } }): Promise<object> {
  const registration = wx.database().collection('registrations').doc(event.input.registrationId);
  const { data } = await registration.get();
  if (data.state !== 'waitlisted') return { ok: false, refusal: 'GONE', detail: {} };
  await registration.update({ data: { state: 'offered' } });
  return { ok: true, value: {} };
}
