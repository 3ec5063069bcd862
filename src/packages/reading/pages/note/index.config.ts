export default definePageConfig({ navigationBarTitleText: '随感', enableShareAppMessage: true });
