import type { Answers, Question } from '../../types/contract/activity';
import { answerIssues } from '../signup/answers';

/** What a question wants, said to whoever answered it otherwise. */
function wish(question: Question, answered: boolean): string {
  if (!answered) return question.kind === 'choice' ? '请选一项' : `请填写${question.label}`;
  switch (question.kind) {
    case 'text':
      return `最多 ${question.maxLength} 个字`;
    case 'number':
      return `请填 ${question.min} 到 ${question.max} 之间的整数`;
    case 'choice':
      return '请选一项';
    case 'phone':
      return '请填 11 位手机号';
    default:
      return question satisfies never;
  }
}

/** A typed text as the answer its question takes: a number question gets a number where the text is one. */
export function answerFrom(question: Question, typed: string): string | number {
  const text = typed.trim();
  return question.kind === 'number' && /^-?\d{1,9}$/.test(text) ? Number(text) : text;
}

/** What is wrong with which question, in words; empty where all is well. */
export function answerFaults(questions: readonly Question[], answers: Answers): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const { path } of answerIssues(questions, answers)) {
    const question = questions.find(({ id }) => path === `answers.${id}`);
    const answer = question ? answers[question.id] : undefined;
    if (question) faults[question.id] = wish(question, answer !== undefined && answer !== '');
  }
  return faults;
}
