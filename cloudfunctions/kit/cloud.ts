import sdk from 'wx-server-sdk';

/** What the store answers, as far as the functions use it; the vendor's own types say `any`. */
interface Answers {
  data?: unknown;
  _id?: unknown;
  stats?: { updated?: number; removed?: number };
}

export interface DocumentHandle {
  field(projection: Record<string, boolean>): DocumentHandle;
  get(): Promise<Answers>;
  set(change: { data: object }): Promise<Answers>;
  update(change: { data: object }): Promise<Answers>;
  remove(): Promise<Answers>;
}

export interface QueryHandle {
  where(filter: object): QueryHandle;
  orderBy(field: string, order: 'asc' | 'desc'): QueryHandle;
  limit(count: number): QueryHandle;
  field(projection: Record<string, boolean>): QueryHandle;
  get(): Promise<Answers>;
  count(): Promise<{ total?: number }>;
  update(change: { data: object; multi?: boolean }): Promise<Answers>;
  remove(): Promise<Answers>;
}

/** Stages that the store runs one after the other over the documents that match. */
export interface AggregateHandle {
  match(filter: object): AggregateHandle;
  project(fields: object): AggregateHandle;
  group(by: object): AggregateHandle;
  addFields(fields: object): AggregateHandle;
  /** Documents of another collection whose field is that of this one, or is in its list; under `as`, as a list. */
  lookup(
    join:
      | { from: string; localField: string; foreignField: string; as: string }
      /** What stages of their own find there, whatever this document is. */
      | { from: string; pipeline: Stages; as: string },
  ): AggregateHandle;
  sort(by: Record<string, 1 | -1>): AggregateHandle;
  limit(count: number): AggregateHandle;
  end(): Promise<{ list: unknown[] }>;
}

export interface CollectionHandle extends QueryHandle {
  aggregate(): AggregateHandle;
  doc(id: string): DocumentHandle;
  add(document: { data: object }): Promise<Answers>;
}

export interface TransactionHandle {
  collection(name: string): Pick<CollectionHandle, 'doc' | 'add'>;
}

/** A condition or change of the store's own making; nothing but a part of a filter or an update. */
export interface Command {
  readonly command?: never;
}

/** Stages of a join, to be run over the other collection. */
export interface Stages {
  readonly stages?: never;
}

interface PipelineHandle {
  match(filter: object): PipelineHandle;
  group(by: object): PipelineHandle;
  done(): Stages;
}

/** Expressions inside a stage; `$$name` reads what `as` named. */
interface Expressions {
  objectToArray(field: string): object;
  filter(over: { input: object; as: string; cond: object }): object;
  map(over: { input: object | string; as: string; in: object | string }): object;
  push(value: string): object;
  pipeline(): PipelineHandle;
  slice(parts: [object, number]): object;
  cond(choice: [whether: object, yes: number, no: number]): object;
  eq(pair: [unknown, unknown]): object;
  lt(pair: [unknown, unknown]): object;
  size(list: object | string): object;
  sum(of: number | string | object): object;
  indexOfArray(pair: [string, unknown]): object;
}

interface Commands {
  aggregate: Expressions;
  eq(value: unknown): Command;
  neq(value: unknown): Command;
  gt(value: unknown): Command & { and(other: Command): Command };
  gte(value: unknown): Command & { and(other: Command): Command };
  lt(value: unknown): Command;
  lte(value: unknown): Command;
  in(values: readonly unknown[]): Command;
  all(values: readonly unknown[]): Command;
  not(command: Command): Command;
  exists(present: boolean): Command;
  set(value: unknown): Command;
  inc(by: number): Command;
  min(value: number): Command;
  max(value: number): Command;
  pull(match: object): Command;
  addToSet(value: unknown): Command;
  remove(): Command;
  nin(values: readonly unknown[]): Command;
  and(...filters: object[]): Command;
  or(...filters: object[]): Command;
  push(items: { each: readonly unknown[]; slice?: number; position?: number }): Command;
}

interface Database {
  command: Commands;
  collection(name: string): CollectionHandle;
  runTransaction<T>(run: (transaction: TransactionHandle) => Promise<T>, times?: number): Promise<T>;
}

export interface PlatformContext {
  OPENID?: string;
  SOURCE?: string;
  /** The environment that the function runs in; file ids begin with it. */
  ENV?: string;
}

/** The platform's open interfaces that are called here; each throws what the platform refuses, with its `errCode`. */
interface OpenApi {
  phonenumber: {
    getPhoneNumber(input: { code: string }): Promise<{ phoneInfo?: { purePhoneNumber?: string } }>;
  };
  subscribeMessage: {
    send(input: {
      touser: string;
      templateId: string;
      page: string;
      data: Record<string, { value: string }>;
    }): Promise<object>;
  };
  security: {
    /** `scene` 1 is a profile, 2 a comment, 3 a forum; wants an account that was here within two hours. */
    msgSecCheck(input: {
      version: 2;
      openid: string;
      scene: 1 | 2 | 3;
      content: string;
    }): Promise<{ result?: { suggest?: string } }>;
  };
}

interface Sdk {
  DYNAMIC_CURRENT_ENV: symbol;
  init(options: { env: symbol }): void;
  database(options: { throwOnNotFound: boolean }): Database;
  getWXContext(): PlatformContext;
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID?: string }>;
  downloadFile(file: { fileID: string }): Promise<{ fileContent?: Buffer }>;
  getTempFileURL(files: {
    fileList: readonly { fileID: string; maxAge: number }[];
  }): Promise<{ fileList?: { tempFileURL?: string; status?: number }[] }>;
  deleteFile(files: { fileList: readonly string[] }): Promise<{ fileList?: { fileID?: string; status?: number }[] }>;
  openapi: OpenApi;
}

// The one place where the vendor's loose types become ours.
const wx = sdk as unknown as Sdk;

wx.init({ env: wx.DYNAMIC_CURRENT_ENV });

export const database = wx.database({ throwOnNotFound: false });
export const _ = database.command;
export const openapi = wx.openapi;

export function platformContext(): PlatformContext {
  return wx.getWXContext();
}

export function deleteFile(files: Parameters<Sdk['deleteFile']>[0]): ReturnType<Sdk['deleteFile']> {
  return wx.deleteFile(files);
}

/** The cloud's storage, as the SDK has it; `files.ts` says what its answers mean. */
export const storage: Pick<Sdk, 'uploadFile' | 'downloadFile' | 'getTempFileURL'> = {
  uploadFile: (file) => wx.uploadFile(file),
  downloadFile: (file) => wx.downloadFile(file),
  getTempFileURL: (files) => wx.getTempFileURL(files),
};
