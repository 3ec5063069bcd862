import sdk from 'wx-server-sdk';

interface Handle<T> {
  get(): Promise<{ data: T }>;
  update(change: { data: object }): Promise<unknown>;
}

/** What the vendor's loose types hide, as far as this function uses it. */
interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(): { collection(name: string): { doc<T>(id: string): Handle<T> } };
}

const wx = sdk as unknown as Sdk;
wx.init({ env: wx.DYNAMIC_CURRENT_ENV });

/** Fewer places as it must not be done: looks at what is taken, and writes whatever was taken since. */
async function lower(activityId: string, capacity: number): Promise<boolean> {
  const pool = wx.database().collection('pools').doc<{ used: { s1?: number } }>(activityId);
  const { data } = await pool.get();
  if ((data.used.s1 ?? 0) > capacity) return false;
  await pool.update({ data: { 'terms.caps.s1': capacity } });
  return true;
}

/** An approval as it must not be: reads the application, and writes whatever has happened to it since. */
async function approve(registrationId: string): Promise<boolean> {
  const registration = wx.database().collection('registrations').doc<{ state: string }>(registrationId);
  const { data } = await registration.get();
  if (data.state !== 'applied') return false;
  await registration.update({ data: { state: 'confirmed' } });
  return true;
}

export async function main(event: {
  input: { activityId: string; capacity: number } | { registrationId: string };
}): Promise<object> {
  const { input } = event;
  const done =
    'registrationId' in input ? await approve(input.registrationId) : await lower(input.activityId, input.capacity);
  return done ? { ok: true, value: {} } : { ok: false, refusal: 'REFUSED', detail: {} };
}
