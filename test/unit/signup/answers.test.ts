import fc from 'fast-check';
import { answerIssues, maskedAnswers, tidyAnswers } from '../../../domain/signup/answers';
import type { Answers, Question } from '../../../types/contract/activity';
import { holds } from '../../support/seed';

const text: Question = { id: 'why', label: '为什么', required: true, kind: 'text', maxLength: 5 };
const size: Question = { id: 'size', label: '几号', required: false, kind: 'number', min: 1, max: 9 };
const meal: Question = { id: 'meal', label: '吃什么', required: true, kind: 'choice', options: ['面', '饭'] };
const phone: Question = { id: 'phone', label: '电话', required: false, kind: 'phone' };

const paths = (questions: Question[], answers: Answers) => answerIssues(questions, answers).map(({ path }) => path);

test.each<[string, Question, string | number, boolean]>([
  ['a text within its length', text, '12345', true],
  ['a text of as many characters as allowed, each of two code units', text, '😀😀😀😀😀', true],
  ['a text one character too long', text, '123456', false],
  ['a number where a text is asked', text, 5, false],
  ['the least number', size, 1, true],
  ['the greatest number', size, 9, true],
  ['a number below the least', size, 0, false],
  ['a number above the greatest', size, 10, false],
  ['a broken number', size, 1.5, false],
  ['no number at all', size, Number.POSITIVE_INFINITY, false],
  ['digits where a number is asked', size, '3', false],
  ['one of the options', meal, '面', true],
  ['something that is no option', meal, '粥', false],
  ['a number where an option is asked', meal, 0, false],
  ['a mobile number', phone, '13800001234', true],
  ['a number with its country code', phone, '+8613800001234', false],
  ['ten digits', phone, '1380000123', false],
  ['a number where a phone is asked', phone, 13800001234, false],
])('%s is judged by its question alone', (_what, question, answer, fine) => {
  expect(paths([question], { [question.id]: answer })).toEqual(fine ? [] : [`answers.${question.id}`]);
});

test('a required question needs an answer that is not blank, another one does not', () => {
  const all = [text, size, meal, phone];
  expect(paths(all, {})).toEqual(['answers.why', 'answers.meal']);
  expect(paths(all, { why: '  ', meal: '', phone: ' ' })).toEqual(['answers.why', 'answers.meal']);
});

test('an answer to no question is refused, whatever its name', () => {
  for (const name of ['other', 'constructor', 'toString', 'a.b', '$set', '']) {
    expect(paths([size], { [name]: 'x' })).toEqual([`answers.${name}`]);
  }
});

test('a question named like a property of every object is not answered by it', () => {
  expect(paths([{ ...text, id: 'toString' }], {})).toEqual(['answers.toString']);
});

test('answers that pass still pass when tidied, and tidying leaves nothing blank', () => {
  const answers = fc.record(
    { why: fc.string(), size: fc.integer(), meal: fc.constantFrom('面', '饭', ' ', ''), phone: fc.string() },
    { requiredKeys: [] },
  );
  holds(
    fc.property(answers, (given) => {
      const tidy = tidyAnswers(given);
      const blank = Object.values(tidy).some((each) => typeof each === 'string' && each.trim() !== each);
      const passed = paths([text, size, meal, phone], given).length === 0;
      return !blank && (!passed || paths([text, size, meal, phone], tidy).length === 0);
    }),
  );
});

describe('answers as staff see them', () => {
  test('a phone is masked, whatever it was an answer to', () => {
    expect(maskedAnswers({ call: '13812341234', note: '找我妈 13900005678，下午' })).toEqual({
      call: '138****1234',
      note: '找我妈 139****5678，下午',
    });
  });

  test('longer numbers and whole numbers are no phones', () => {
    expect(maskedAnswers({ order: '213812341234', size: 42 })).toEqual({ order: '213812341234', size: 42 });
  });
});
