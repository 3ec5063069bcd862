import type { Answers, Question } from '../../types/contract/activity';
import type { Issue } from '../../types/contract/op';
import { MOBILE, maskedText } from '../member/phone';

function issueOf(question: Question, answer: string | number): string | undefined {
  switch (question.kind) {
    case 'text':
      if (typeof answer !== 'string') return 'expects a text';
      return [...answer].length > question.maxLength ? `at most ${question.maxLength} characters` : undefined;
    case 'number':
      if (typeof answer !== 'number' || !Number.isInteger(answer)) return 'expects a whole number';
      return answer < question.min || answer > question.max ? `from ${question.min} to ${question.max}` : undefined;
    case 'choice':
      return typeof answer === 'string' && question.options.includes(answer) ? undefined : 'expects one of the options';
    case 'phone':
      return typeof answer === 'string' && MOBILE.test(answer) ? undefined : 'expects an 11-digit mobile number';
    default:
      return question satisfies never;
  }
}

/** A blank text counts as no answer. */
function given(answer: string | number | undefined): answer is string | number {
  return answer !== undefined && (typeof answer === 'number' || answer.trim() !== '');
}

/**
 * What is wrong with the answers to an activity's questions: one issue a question at most, and one for every answer
 * that answers no question. Empty where all is well.
 */
export function answerIssues(questions: readonly Question[], answers: Answers): Issue[] {
  const issues: Issue[] = [];
  const answered = new Map(Object.entries(answers));
  for (const question of questions) {
    const answer = answered.get(question.id);
    const message = given(answer) ? issueOf(question, answer) : question.required ? 'needs an answer' : undefined;
    if (message !== undefined) issues.push({ path: `answers.${question.id}`, message });
  }
  const asked = new Set(questions.map((question) => question.id));
  for (const id of answered.keys()) {
    if (!asked.has(id)) issues.push({ path: `answers.${id}`, message: 'answers no question' });
  }
  return issues;
}

/** The answers worth keeping: trimmed, blank ones left out. */
export function tidyAnswers(answers: Answers): Answers {
  const tidy: Answers = {};
  for (const [id, answer] of Object.entries(answers)) {
    if (given(answer)) tidy[id] = typeof answer === 'string' ? answer.trim() : answer;
  }
  return tidy;
}

/**
 * The answers as others than their owner see them: phones masked. By their shape, since a question of that kind may have
 * been edited away, and people type phones into texts too.
 */
export function maskedAnswers(answers: Answers): Answers {
  const masked: Answers = {};
  for (const [id, answer] of Object.entries(answers))
    masked[id] = typeof answer === 'string' ? maskedText(answer) : answer;
  return masked;
}
