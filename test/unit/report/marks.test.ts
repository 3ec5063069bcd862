import { marked } from '../../../domain/report/marks';

test('a record that changes again in the same moment has another mark, so that no sweep takes the later one for the earlier', () => {
  expect(marked({}, 5)).toEqual({ tallyDue: 5 });
  expect(marked({ tallyDue: 3 }, 5)).toEqual({ tallyDue: 5 });
  expect(marked({ tallyDue: 5 }, 5)).toEqual({ tallyDue: 6 });
  expect(marked({ tallyDue: 9 }, 5)).toEqual({ tallyDue: 10 });
});
