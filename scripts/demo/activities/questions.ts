import type { Question } from '../../../types/contract/activity';

/** Questions that several activities ask in the same words. */
export const bus: Question = {
  id: 'bus',
  label: '是否需要班车',
  required: true,
  kind: 'choice',
  options: ['不需要', '地铁站往返', '宿舍区往返'],
};

export const contact: Question = { id: 'contact', label: '紧急联系人电话', required: true, kind: 'phone' };

export const note: Question = { id: 'note', label: '备注', required: false, kind: 'text', maxLength: 100 };

export const shirt: Question = {
  id: 'shirt',
  label: 'T 恤尺码',
  required: true,
  kind: 'choice',
  options: ['S', 'M', 'L', 'XL', 'XXL'],
};

export const asked = (label: string, maxLength = 60): Question => ({
  id: 'asked',
  label,
  required: false,
  kind: 'text',
  maxLength,
});

export const howMany = (label: string, max: number): Question => ({
  id: 'count',
  label,
  required: true,
  kind: 'number',
  min: 1,
  max,
});

export const choice = (id: string, label: string, ...options: string[]): Question => ({
  id,
  label,
  required: true,
  kind: 'choice',
  options,
});
