/** Well-formed inputs of the operations on exports; what they name does not exist. */
export const EXPORT_INPUTS: Record<string, object> = {
  'export.start': {
    of: { kind: 'participation', year: 2026, month: 11, enterpriseId: 'nobody-there' },
    phones: 'full',
    reason: '核对名单',
  },
  'export.list': { cursor: 'x' },
  'export.get': { exportId: 'nobody-there' },
  'export.link': { exportId: 'nobody-there' },
  'export.cancel': { exportId: 'nobody-there' },
  'export.audits': {
    ...{ by: 'nobody-there', kind: 'look', subject: { kind: 'activity', id: 'nobody-there' } },
    ...{ from: '2026-11-01', upTo: '2026-11-30', cursor: 'x' },
  },
};
