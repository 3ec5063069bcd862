/** What goes back over HTTP 200 for one wire call. */
export interface WireAnswer {
  contentType: string;
  body: string | Buffer;
}

/** The SDK compares this content type letter by letter before it reads an answer of `wx.openApi` as JSON. */
const JSON_TYPE = 'application/json; charset=utf-8';

export const jsonAnswer = (requestId: string, fields: Record<string, unknown>): WireAnswer => ({
  contentType: JSON_TYPE,
  body: JSON.stringify({ requestId, ...fields }),
});

export const errorAnswer = (requestId: string, code: string, message: string): WireAnswer =>
  jsonAnswer(requestId, { code, message });
