const NOBODY = 'nobody-there';
const file = { fileId: 'cloud://local-env.bucket/sheets/nobody/nothing-of-the-kind.xlsx', sheet: '名单' };
const columns = { name: 0, phone: 1, enterprise: 2, employment: 3, activity: 4, day: 5 };
const yes = 'x';

/** Well-formed inputs of imports; the file is nobody's, so that nothing is imported whatever one field is changed to. */
export const IMPORT_INPUTS: Record<string, object> = {
  'import.start': {},
  'import.readRoster': { ...file, enterpriseId: NOBODY },
  'import.checkRoster': { ...file, columns, enterpriseId: NOBODY },
  'import.applyRoster': { ...file, columns, enterpriseId: NOBODY, yes },
  'import.rosterImports': { enterpriseId: NOBODY, cursor: 'x' },
  'import.readAttendance': { ...file, activityId: NOBODY, sessionId: 's1' },
  'import.checkAttendance': { ...file, columns, activityId: NOBODY, sessionId: 's1' },
  'import.applyAttendance': { ...file, columns, activityId: NOBODY, sessionId: 's1', yes },
};
