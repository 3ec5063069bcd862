export default definePageConfig({ navigationBarTitleText: '小队', enableShareAppMessage: true });
