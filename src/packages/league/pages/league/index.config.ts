export default definePageConfig({ navigationBarTitleText: '联赛', enableShareAppMessage: true });
