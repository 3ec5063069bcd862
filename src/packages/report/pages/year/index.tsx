import { useRouter } from '@tarojs/taro';
import { Report } from '../../../../features/report/report';
import { Page } from '../../../../shell/page';

export default function YearPage() {
  const { enterprise, year } = useRouter().params;
  return (
    <Page title="年度报告">
      <Report
        enterprise={enterprise === undefined ? undefined : decodeURIComponent(enterprise)}
        year={year === undefined ? undefined : Number(year)}
      />
    </Page>
  );
}
