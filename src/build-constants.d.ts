/** True in a build that talks to this project's emulator; what hangs on it is cut out of every other build. */
declare const EMULATED: boolean;
/** The cloud environment of a WeChat build; empty: the account's first. */
declare const CLOUD_ENV: string;
/** Ids of the platform's templates by kind of message, as far as the deployment has them; JSON. */
declare const MESSAGE_TEMPLATES: string;
