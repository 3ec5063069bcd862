import type { ReadSheet, RosterPreview, RowCheck } from '../../types/contract';

export const START = { folder: 'sheets/one', bytesMost: 1_000_000, rowsMost: 5_000 };

export function readOf(change: Partial<ReadSheet> = {}): ReadSheet {
  return {
    ...{ sheet: '名单', sheets: ['名单', '说明'], missing: [], rows: 3 },
    columns: [
      { at: 0, letter: 'A', head: '姓名', field: 'name', how: 'sure', samples: ['王敏'] },
      { at: 1, letter: 'B', head: '手机号', field: 'phone', how: 'sure', samples: ['138****1001'] },
      { at: 2, letter: 'C', head: '单位', field: 'enterprise', how: 'sure', samples: ['禾芩生物制药'] },
    ],
    ...change,
  };
}

const NO_NOTICES = { blank: 0, passedOver: [], repeated: [], tidied: 0, employmentUnknown: [] };

export function planOf(change: Partial<RosterPreview> = {}): RosterPreview {
  return {
    enterprises: [{ id: 'e1', name: '禾芩生物制药', before: 40, added: 1, removed: 0 }],
    ...{ added: 1, unchanged: 40, removed: 0, going: [], goingMembers: 0, digest: 'one-plan' },
    coming: [{ row: 2, name: '王敏', phone: '138****1001', enterpriseName: '禾芩生物制药' }],
    ...change,
  };
}

export function checkedOf(change: Partial<RowCheck> & { plan?: RosterPreview } = {}) {
  return { rows: 3, issues: [], badRows: 0, notices: NO_NOTICES, ...change };
}

/** Chosen files are handed in by this, as a browser's dialog does; the storage takes them, or does not. */
export function choosing(name = '名册.xlsx', arrives = true): void {
  URL.createObjectURL = () => 'blob:sheet';
  HTMLInputElement.prototype.click = function choose(this: HTMLInputElement) {
    const file = new File(['some bytes'], name);
    Object.defineProperty(this, 'files', { value: [file], configurable: true });
    this.dispatchEvent(new Event('change'));
  };
  const calls = globalThis.fetch;
  const place = { data: { url: 'http://storage/put', token: 't', fileId: 'cloud://sheet' } };
  const fetched = async (url: string, init: RequestInit): Promise<unknown> => {
    if (url === '/admin') return { json: async () => (arrives ? place : {}) };
    if (url === 'blob:sheet') return { blob: async () => new Blob() };
    if (url === '/put') return { ok: true };
    return calls(url, init);
  };
  Object.assign(globalThis, { fetch: fetched });
}
