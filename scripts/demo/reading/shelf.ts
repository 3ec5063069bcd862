import { type BookRecord, shelved } from '../../../domain/reading/book';
import type { Book } from '../../../types/contract';

/** Well known, each under the ISBN of an edition that many have at home. */
const BOOKS: readonly [isbn: string, title: string, author: string][] = [
  ['9787506365437', '活着', '余华'],
  ['9787530212004', '平凡的世界', '路遥'],
  ['9787536692930', '三体', '刘慈欣'],
  ['9787536693968', '三体 2：黑暗森林', '刘慈欣'],
  ['9787229030933', '三体 3：死神永生', '刘慈欣'],
  ['9787020024759', '围城', '钱锺书'],
  ['9787020002207', '红楼梦', '曹雪芹'],
  ['9787020008735', '西游记', '吴承恩'],
  ['9787020008742', '水浒传', '施耐庵'],
  ['9787020008728', '三国演义', '罗贯中'],
  ['9787108018809', '我们仨', '杨绛'],
  ['9787020042531', '白鹿原', '陈忠实'],
  ['9787020028115', '骆驼祥子', '老舍'],
  ['9787020066223', '边城', '沈从文'],
  ['9787108009821', '万历十五年', '黄仁宇'],
  ['9787301059814', '乡土中国', '费孝通'],
  ['9787801656087', '明朝那些事儿', '当年明月'],
  ['9787020084579', '我与地坛', '史铁生'],
  ['9787530208342', '额尔古纳河右岸', '迟子建'],
  ['9787532136766', '蛙', '莫言'],
];

export const bookRecords = (): BookRecord[] => BOOKS.map(([isbn, title, author]) => shelved(isbn, { title, author }));

export const SHELF: readonly (Book & { id: string })[] = BOOKS.map(([id, title, author]) => ({ id, title, author }));
