/** True in a build that talks to this project's emulator; what hangs on it is cut out of every other build. */
declare const EMULATED: boolean;
/** The cloud environment of a WeChat build; empty: the account's first. */
declare const CLOUD_ENV: string;
