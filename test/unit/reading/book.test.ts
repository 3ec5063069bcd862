import { isSought, shelved } from '../../../domain/reading/book';

const book = { title: '平凡的世界', author: '路遥' };

test.each(['平凡', '世界', '平', '路遥', '平凡 路遥', '的世'])('%s finds it', (text) => {
  expect(isSought(book, text)).toBe(true);
});

test.each(['平世', '路远', '活着', '——', ''])('%p does not', (text) => {
  expect(isSought(book, text)).toBe(false);
});

test('a book is sorted by its title, and a change raises its number and keeps what was asked before', () => {
  const first = shelved('9787020002207', book);
  expect(first).toMatchObject({ rev: 1, titleKey: '平凡的世界_9787020002207', requests: [] });
  const request = { id: 'q1', digest: 'd', answer: { id: '9787020002207', title: '平凡的世界' } };
  const again = shelved('9787020002207', { title: '平凡的世界' }, { rev: 1, requests: [request] });
  expect(again).toMatchObject({ rev: 2, requests: [request] });
  expect(again).not.toHaveProperty('author');
});
