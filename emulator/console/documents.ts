import { type Document, EJSON } from 'bson';
import type { Store } from '../store/store';
import { parseDocument } from '../wire/ejson';
import { isRecord, parseJson } from '../wire/json';

/** All documents of a collection as one canonical EJSON array; read past every meter, for auditors and the curious. */
export async function allDocuments(store: Store, collection: string): Promise<string> {
  return EJSON.stringify(await store.find(collection, {}, {}), { relaxed: false });
}

const BATCH = 1000;

/** Puts documents straight into the store, for seeds and tests; each is EJSON, as a text or as JSON. A string says what is wrong. */
export async function insertDocuments(store: Store, body: string): Promise<number | string> {
  const input = parseJson(body);
  if (!isRecord(input) || typeof input.collection !== 'string' || !Array.isArray(input.documents))
    return 'collection and documents are needed';
  const documents: Document[] = input.documents.map((entry: unknown) =>
    parseDocument(typeof entry === 'string' ? entry : JSON.stringify(entry), 'documents'),
  );
  if (documents.some((document) => document._id === undefined)) return 'every document needs its _id';
  for (let at = 0; at < documents.length; at += BATCH)
    await store.insert(input.collection, documents.slice(at, at + BATCH));
  return documents.length;
}
