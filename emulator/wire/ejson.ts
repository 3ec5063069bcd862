import { BSONRegExp, type Document, EJSON } from 'bson';
import { isRecord } from './json';
import { invalid } from './wire-error';

/** Replaces BSON's own regular expressions by native ones, which is what a query engine matches with. */
function withNativePatterns(value: unknown, where: string): unknown {
  if (value instanceof BSONRegExp) {
    try {
      return new RegExp(value.pattern, value.options.replace('x', ''));
    } catch {
      throw invalid(`${where} holds an invalid regular expression`);
    }
  }
  if (Array.isArray(value)) return value.map((item) => withNativePatterns(item, where));
  if (isRecord(value) && Object.getPrototypeOf(value) === Object.prototype)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withNativePatterns(item, where)]));
  return value;
}

/**
 * Reads one canonical EJSON text. Numbers become plain numbers, as the store keeps them.
 * Refuses with `INVALID_PARAM` what is no EJSON; `where` names the field in the message.
 */
export function parseEjson(text: string, where: string): unknown {
  let value: unknown;
  try {
    value = EJSON.parse(text);
  } catch {
    throw invalid(`${where} is not valid EJSON`);
  }
  return text.includes('$regularExpression') ? withNativePatterns(value, where) : value;
}

/** The same for a text that has to be one document. */
export function parseDocument(text: unknown, where: string): Document {
  if (typeof text !== 'string') throw invalid(`${where} should be an EJSON string`);
  const value = parseEjson(text, where);
  if (!isRecord(value)) throw invalid(`${where} should be a document`);
  return value;
}

/** Canonical EJSON, the form in which every answer carries its documents. */
export const printEjson = (value: Document): string => EJSON.stringify(value, { relaxed: false });
