export default definePageConfig({ navigationBarTitleText: '药谷职工之家', enableShareAppMessage: true });
