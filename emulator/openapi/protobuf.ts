/**
 * The two messages of `wx.openApi`, as wx-server-sdk encodes and decodes them: `CommApiData` {2: OpenApiData {1: pairs
 * {1: key, 2: value}}} comes in, `CommOpenApiResp` {1: respData, 2: contentType, 3: errorCode, 4: httpCode} goes out.
 */

interface Field {
  number: number;
  bytes: Buffer;
}

class Malformed extends Error {}

function readVarint(buffer: Buffer, from: number): { value: number; next: number } {
  let value = 0;
  let scale = 1;
  for (let at = from; at < buffer.length && at < from + 10; at += 1) {
    const byte = buffer.readUInt8(at);
    value += (byte & 127) * scale;
    scale *= 128;
    if (byte < 128) return { value, next: at + 1 };
  }
  throw new Malformed('a number does not end');
}

/** The length-delimited fields of a message; numbers are passed over, since none is needed. */
function bytesFields(buffer: Buffer): Field[] {
  const fields: Field[] = [];
  let at = 0;
  while (at < buffer.length) {
    const tag = readVarint(buffer, at);
    const wireType = tag.value % 8;
    const next = readVarint(buffer, tag.next);
    if (wireType === 0) {
      at = next.next;
      continue;
    }
    if (wireType !== 2 || next.next + next.value > buffer.length) throw new Malformed('not a message of the SDK');
    fields.push({ number: Math.floor(tag.value / 8), bytes: buffer.subarray(next.next, next.next + next.value) });
    at = next.next + next.value;
  }
  return fields;
}

/** The parameters of an open API call, still as bytes; `undefined` where the message is malformed. */
export function readCommApiData(buffer: Buffer): Map<string, Buffer> | undefined {
  try {
    const pairs = bytesFields(buffer)
      .filter((field) => field.number === 2)
      .flatMap((openapi) => bytesFields(openapi.bytes))
      .filter((field) => field.number === 1);
    return new Map(
      pairs.map((pair) => {
        const parts = bytesFields(pair.bytes);
        const part = (number: number) => parts.find((field) => field.number === number)?.bytes ?? Buffer.alloc(0);
        return [part(1).toString('utf8'), part(2)] as const;
      }),
    );
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

function varint(value: bigint): Buffer {
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  while (rest > 127n) {
    bytes.push(Number(rest & 127n) | 128);
    rest >>= 7n;
  }
  return Buffer.from([...bytes, Number(rest)]);
}

const bytesField = (number: number, bytes: Buffer): Buffer =>
  Buffer.concat([varint(BigInt(number * 8 + 2)), varint(BigInt(bytes.length)), bytes]);
const numberField = (number: number, value: number): Buffer =>
  Buffer.concat([varint(BigInt(number * 8)), varint(BigInt(value))]);

/** An answer of an open API; WeChat's own errors travel inside it, as `errcode`. */
export const openApiResponse = (result: Record<string, unknown>): Buffer =>
  Buffer.concat([
    bytesField(1, Buffer.from(JSON.stringify(result))),
    bytesField(2, Buffer.from('application/json')),
    numberField(3, 0),
    numberField(4, 200),
  ]);

/** A refusal before the API was reached: not known (-604100) or not permitted to the function (-604101). */
export const openApiError = (errorCode: number): Buffer => numberField(3, errorCode);
