import type { StoredDocument } from './store';

interface Kept {
  document: StoredDocument;
  size: number;
}

/** Parsed documents, the least recently used forgotten first; bounded by the characters of their texts. */
export class DocumentCache {
  private readonly kept = new Map<string, Kept>();
  private size = 0;

  constructor(private readonly limit: number) {}

  get(table: string, seq: number): StoredDocument | undefined {
    const key = `${table}/${seq}`;
    const found = this.kept.get(key);
    if (!found) return undefined;
    this.kept.delete(key);
    this.kept.set(key, found);
    return found.document;
  }

  set(table: string, seq: number, document: StoredDocument, size: number): void {
    this.delete(table, seq);
    this.kept.set(`${table}/${seq}`, { document, size });
    this.size += size;
    for (const [key, { size: freed }] of this.kept) {
      if (this.size <= this.limit) break;
      this.kept.delete(key);
      this.size -= freed;
    }
  }

  delete(table: string, seq: number): void {
    const key = `${table}/${seq}`;
    const found = this.kept.get(key);
    if (!found) return;
    this.kept.delete(key);
    this.size -= found.size;
  }

  clear(): void {
    this.kept.clear();
    this.size = 0;
  }
}
