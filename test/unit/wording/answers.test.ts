import { answerFaults, answerFrom } from '../../../domain/wording/answers';
import type { Question } from '../../../types/contract/activity';

const size: Question = { id: 'size', label: '衣服尺码', required: true, kind: 'choice', options: ['M', 'L'] };
const age: Question = { id: 'age', label: '孩子年龄', required: true, kind: 'number', min: 3, max: 12 };
const note: Question = { id: 'note', label: '备注', required: false, kind: 'text', maxLength: 5 };
const phone: Question = { id: 'phone', label: '联系电话', required: true, kind: 'phone' };

test('what was typed becomes what the question takes', () => {
  expect(answerFrom(age, ' 7 ')).toBe(7);
  expect(answerFrom(age, 'seven')).toBe('seven');
  expect(answerFrom(phone, '13800001234')).toBe('13800001234');
});

test('a missing answer names its question, a choice asks to be chosen', () => {
  expect(answerFaults([size, age, phone], { size: '', age: '', phone: '' })).toEqual({
    size: '请选一项',
    age: '请填写孩子年龄',
    phone: '请填写联系电话',
  });
});

test('a wrong answer says what would be right', () => {
  expect(answerFaults([age, note, phone], { age: 20, note: '一二三四五六', phone: '123' })).toEqual({
    age: '请填 3 到 12 之间的整数',
    note: '最多 5 个字',
    phone: '请填 11 位手机号',
  });
});

test('what is not required may stay empty', () => {
  expect(answerFaults([note], { note: '' })).toEqual({});
});
