import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { grouped } from '../../../domain/wording/report';
import type { YearReport } from '../../../types/contract';
import type { EnterpriseId } from '../../../types/vocabulary';
import { TextInput } from '../../ui/field/text-input';
import { useTypedText } from '../../ui/field/use-typed-text';
import { Icon } from '../../ui/icon/icon';
import { Press } from '../../ui/press/press';
import { CountTable, Section } from './count-table';
import { useOnPaper } from './on-paper';

const PER_PAGE = 20;

interface EnterprisesProps {
  enterprises: NonNullable<YearReport['enterprises']>;
  onOpen: (id: EnterpriseId) => void;
}

interface PagerProps {
  page: number;
  pages: number;
  onTurn: (page: number) => void;
}

function Pager({ page, pages, onTurn }: PagerProps) {
  const step = (to: number, icon: 'back' | 'forward', label: string) => {
    const off = to < 0 || to >= pages;
    return (
      <Press
        className={`pager__step${off ? ' pager__step--off' : ''}`}
        label={label}
        disabled={off}
        onPress={() => onTurn(to)}
        testId={icon === 'back' ? 'page-before' : 'page-after'}
      >
        <Icon name={icon} />
      </Press>
    );
  };
  return (
    <View className="pager report__no-paper">
      {step(page - 1, 'back', '上一页')}
      <Text className="note number" data-testid="page">
        第 {page + 1} / {pages} 页
      </Text>
      {step(page + 1, 'forward', '下一页')}
    </View>
  );
}

/** Every enterprise in which something was, most person-times first: a page of them, or those with some words in their name. */
export function Enterprises({ enterprises, onOpen }: EnterprisesProps) {
  const { text, type } = useTypedText();
  const [turned, setTurned] = useState({ text: '', page: 0 });
  const onPaper = useOnPaper();
  const found = enterprises
    .map((each, at) => ({ ...each, rank: at + 1 }))
    .filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  // Other words begin on their first page; fewer enterprises than before may have fewer pages.
  const page = turned.text === text ? Math.min(turned.page, pages - 1) : 0;
  const shown = onPaper ? found : found.slice(page * PER_PAGE, (page + 1) * PER_PAGE);
  return (
    <Section title={`按单位（${grouped(enterprises.length)} 家）`} whole testId="by-enterprise">
      <View className="enterprises-seek report__no-paper">
        <TextInput
          label="找单位"
          placeholder="单位名里的几个字"
          maxLength={30}
          keyboard="search"
          onType={type}
          testId="seek"
        />
      </View>
      {found.length === 0 ? (
        <View className="note" data-testid="none-found">
          没有叫这个名字的单位
        </View>
      ) : (
        <CountTable
          long
          head="单位"
          most={enterprises[0]?.times ?? 0}
          rows={shown.map(({ id, name, rank, ...line }) => ({
            key: id,
            words: `${rank}  ${name === '' ? '已经撤销的单位' : name}`,
            line,
            onPress: () => onOpen(id),
          }))}
        />
      )}
      {pages > 1 && <Pager page={page} pages={pages} onTurn={(to) => setTurned({ text, page: to })} />}
    </Section>
  );
}
