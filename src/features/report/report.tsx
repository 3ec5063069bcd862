import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { exactWords, grouped, isEmptyYear, rateWords } from '../../../domain/wording/report';
import { BRAND_WORDS, EMPLOYMENT_WORDS, FORMAT_WORDS } from '../../../domain/wording/vocabulary';
import type { YearReport } from '../../../types/contract';
import type { EnterpriseId } from '../../../types/vocabulary';
import { serverNow } from '../../cloud/clock';
import { useAnswer } from '../../cloud/use-answer';
import { go } from '../../routes';
import { Failure, StaleLine } from '../../shell/failure';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Pills } from '../../ui/pills/pills';
import { SkeletonCard, SkeletonRows } from '../../ui/skeleton/skeleton';
import { WIDEST } from '../../ui/wide/wide';
import { CountTable, MEASURES, Section } from './count-table';
import { Enterprises } from './enterprises';
import { Months } from './months';
import { print } from './on-paper';
import { PointsTable, pointsSum } from './points-table';
import { enterprisesServed } from './whose';
import { yearAt } from './year-at';
import { YearLine } from './year-line';
import './report.css';
import './report-top.css';

/** What the year came to, and up to when that is so. */
function Headline({ report }: { report: YearReport }) {
  const { total, points } = report;
  const facts = [
    `到场率 ${rateWords(total.attendance)}`,
    `福利发放 ${grouped(total.benefits)} 份`,
    ...(points ? [`攒下积分 ${grouped(pointsSum(points).issued)}`] : []),
  ];
  return (
    <View className="pad">
      <View className="headline">
        {MEASURES.map(({ measure, words }) => (
          <View key={measure} data-testid={`total-${measure}`}>
            <View className="large number">{grouped(total[measure])}</View>
            <View className="note">{words}</View>
          </View>
        ))}
      </View>
      <View className="number headline__facts" data-testid="facts">
        {facts.map((words) => (
          <Text key={words}>{words}</Text>
        ))}
      </View>
      <View className="note number" data-testid="exact">
        {exactWords(report)}
      </View>
    </View>
  );
}

function Sections({ report }: { report: YearReport }) {
  const { brands, formats, months, employments, enterprises, points, year } = report;
  const formatsSeen = formats.filter(({ times, attendance }) => times > 0 || attendance.expected > 0);
  return (
    <View className="report__sections">
      <View className="report__column">
        <Section title="按品牌" first kept testId="by-brand">
          <CountTable
            head="品牌"
            rows={brands.map(({ brand, ...line }) => ({
              key: brand,
              words: BRAND_WORDS[brand].name,
              line,
              tone: brand,
            }))}
          />
        </Section>
        <Section title="按形式" kept testId="by-format">
          <CountTable
            head="形式"
            rows={formatsSeen.map(({ format, ...line }) => ({ key: format, words: FORMAT_WORDS[format], line }))}
          />
        </Section>
        <Section title="按用工" kept testId="by-employment">
          <CountTable
            head="用工"
            rows={employments.map(({ employment, ...line }) => ({
              key: employment,
              words: EMPLOYMENT_WORDS[employment].name,
              line,
            }))}
          />
        </Section>
      </View>
      <View className="report__column">
        <Months months={months} />
        {points && <PointsTable points={points} />}
      </View>
      {enterprises && enterprises.length > 0 && (
        <Enterprises enterprises={enterprises} onOpen={(id) => go.report(id, year)} />
      )}
      <View className="note report__foot">
        一个人来过几次都算一位，换过单位的在两边各算一位，所以各行的人数加起来会比总数多。人次里有同行的人，人数里没有。
      </View>
    </View>
  );
}

/** What there is to read: the numbers, or why there are none. */
function Body({ report }: { report: YearReport }) {
  if (report.exactUpTo === 0) {
    return <Notice icon="clock" title="还没开始统计" text="记录都在，过几分钟再来看" testId="not-counted" />;
  }
  if (isEmptyYear(report)) {
    return <Notice icon="empty" title={`${report.year} 年还没有记录`} text="有人签到以后，这里就有数" testId="empty" />;
  }
  return (
    <View data-testid="report">
      <Headline report={report} />
      <Sections report={report} />
    </View>
  );
}

interface OwnProps {
  id: EnterpriseId;
  year: number;
  chosen: boolean;
  onChoose: (id: EnterpriseId) => void;
}

/** One of the enterprises that an officer serves, by its name as soon as its report is known. */
function OwnEnterprise({ id, year, chosen, onChoose }: OwnProps) {
  const { value } = useAnswer('report.year', { year, enterpriseId: id });
  const options = [{ value: id, words: value?.enterprise?.name ?? '…' }];
  return <Pills options={options} chosen={chosen ? [id] : []} onPress={onChoose} />;
}

interface ReportProps {
  /** Whose; without it that of all, or of the enterprise that one serves. */
  enterprise: EnterpriseId | undefined;
  year: number | undefined;
}

/** Whose report is asked for, once it is known who asks. */
function useWhose(asked: EnterpriseId | undefined) {
  const me = useAnswer('member.me', {});
  const [chosen, setChosen] = useState<EnterpriseId>();
  const served = me.value === undefined ? [] : enterprisesServed(me.value.grants, serverNow());
  const enterpriseId = asked ?? chosen ?? served[0];
  const known = asked !== undefined || me.value !== undefined;
  return { me, served: asked === undefined ? served : [], enterpriseId, known, choose: setChosen };
}

/** 年度报告: one year of the union, or of one enterprise, counted. */
export function Report({ enterprise, year: first }: ReportProps) {
  const thisYear = yearAt(serverNow());
  const [year, setYear] = useState(first ?? thisYear);
  const { me, served, enterpriseId, known, choose } = useWhose(enterprise);
  const input = enterpriseId === undefined ? { year } : { year, enterpriseId };
  const { value, refused, asking, again } = useAnswer('report.year', known ? input : undefined);
  const failure = known ? { refused, again, asking } : { refused: me.refused, again: me.again, asking: me.asking };
  return (
    <View className={`report ${WIDEST}`}>
      <View className="report__top">
        <YearLine year={year} last={Math.max(thisYear, year)} onChoose={setYear} />
        {value && (
          <View className="report__no-paper report__print">
            <Button small onPress={() => go.exportsYear(year, value.enterprise)} testId="export">
              导出表格
            </Button>
            {print && (
              <Button small onPress={print} testId="print">
                打印
              </Button>
            )}
          </View>
        )}
      </View>
      {served.length > 1 && (
        <View className="pad report__served">
          {served.map((id) => (
            <OwnEnterprise key={id} id={id} year={year} chosen={id === enterpriseId} onChoose={choose} />
          ))}
        </View>
      )}
      {value && (
        <Text className="pad report__whose" data-testid="whose">
          {value.enterprise?.name ?? '园区工会，全部单位'}
        </Text>
      )}
      {value && failure.refused && <StaleLine />}
      {value && <Body report={value} />}
      {!value && failure.refused && <Failure refused={failure.refused} again={failure.again} asking={failure.asking} />}
      {!value && !failure.refused && (
        <View className="pad">
          <SkeletonCard />
          <SkeletonRows count={5} />
        </View>
      )}
    </View>
  );
}
