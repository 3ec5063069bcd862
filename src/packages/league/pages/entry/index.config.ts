export default definePageConfig({ navigationBarTitleText: '参赛', enableShareAppMessage: true });
