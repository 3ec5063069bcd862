/** The unmodified SDK. Its own types fit no current call of it, so the fixtures take it as untyped as it is. */
export const cloud = require('wx-server-sdk');

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
