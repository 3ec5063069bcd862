import type { Calendar } from '../calendar';
import { enterpriseId } from '../enterprises';
import { type DemoActivity, demoActivity, hours, session, window } from './demo-activity';
import { asked, choice, contact, note } from './questions';
import { VENUES } from './venues';

function summerCool(cal: Calendar): DemoActivity {
  const day = cal.season('07-18');
  return demoActivity({
    id: 'summer-cool',
    title: '夏送清凉领取日',
    tagline: '三伏天，先喝一口凉的',
    brand: 'warm',
    format: 'care',
    description: [
      '绿豆汤、藿香水、冰袖和一条毛巾，给在高温里干活的人。选一个顺路的时段来领。',
      '车间走不开的班组可以由班组长统一登记，志愿者推车送到门口。',
    ],
    rules: ['凭电子票领取，每人一份', '冰饮请当天喝完', '没领的份额第二天转给户外岗位'],
    venue: VENUES.station,
    questions: [note],
    ...window(cal, day, 14, 1),
    sessions: [
      session('s1', '领取日', hours(cal, day, '11:00', '19:00'), {
        a: ['中午 11:00–13:00', 160],
        b: ['傍晚 17:00–19:00', 140],
      }),
    ],
    taken: { s1_a: 131, s1_b: 104 },
  });
}

function winterWarm(cal: Calendar): DemoActivity {
  const day = cal.season('12-22');
  return demoActivity({
    id: 'winter-warm',
    title: '冬送温暖饺子宴',
    tagline: '冬至这天，有人给你留了一碗',
    brand: 'warm',
    format: 'care',
    description: [
      '冬至，多功能厅支起二十张案板。会包的包，不会的擀皮，都不会就负责吃。',
      '素馅和清真馅单独一口锅。夜班的同事选晚上那场，汤会一直热着。',
    ],
    rules: ['包之前洗手，戴一次性手套', '有忌口请在报名里写明', '吃不完的可以打包带给同事'],
    venue: VENUES.hall,
    questions: [choice('filling', '吃哪种馅', '猪肉白菜', '素三鲜', '清真牛肉'), note],
    ...window(cal, day, 21, 1),
    sessions: [
      session('s1', '中午场', hours(cal, day, '11:30', '13:30'), 160),
      session('s2', '夜班场', hours(cal, day, '20:00', '22:00'), 80),
    ],
    taken: { s1: 102, s2: 34 },
  });
}

/** For couriers, riders and drivers alone. */
function ridersDay(cal: Calendar): DemoActivity {
  const day = cal.next(1, 3);
  return demoActivity({
    id: 'riders-day',
    title: '骑手司机暖冬补给站',
    tagline: '停一停车，换副手套再走',
    brand: 'warm',
    format: 'care',
    description: [
      '给在园区里跑的骑手、司机和快递员：防风手套、保温杯、车辆小检修，还有一位医生量血压、看肩颈。',
      '驿站门口留了三十个停车位，来回不超过二十分钟，不耽误下一单。',
    ],
    rules: ['面向新就业形态会员', '凭电子票领取，每人一份', '电动车请停在白线内，不进楼充电'],
    venue: VENUES.station,
    eligibility: { employments: ['new-form'] },
    questions: [choice('size', '手套尺码', '小', '中', '大')],
    ...window(cal, day, 10, 1),
    sessions: [
      session('s1', '补给日', hours(cal, day, '14:00', '20:00'), {
        a: ['下午 14:00–17:00', 40],
        b: ['晚上 17:00–20:00', 40],
      }),
    ],
    taken: { s1_a: 26, s1_b: 13 },
  });
}

function overtimeTalk(cal: Calendar): DemoActivity {
  const day = cal.next(4, 3);
  return demoActivity({
    id: 'overtime-talk',
    title: '法律讲座：加班费怎么算',
    tagline: '一张工资条，一行一行看懂',
    brand: 'warm',
    format: 'training',
    description: [
      '一个半小时只讲一件事：加班费。平时、休息日、法定节假日各怎么算，倒班和包薪又怎么算。',
      '带上自己的工资条，律师现场教你核对，不收走，不拍照。',
    ],
    rules: ['请提前十分钟入场', '个人案例会后单独问', '需要法律援助可现场登记'],
    venue: VENUES.hall,
    questions: [asked('想先说明的情况', 200)],
    ...window(cal, day, 10, 1),
    sessions: [session('s1', '晚间', hours(cal, day, '18:30', '20:00'), 100)],
    taken: { s1: 57 },
  });
}

function quietMind(cal: Calendar): DemoActivity {
  const day = cal.next(3, 9);
  return demoActivity({
    id: 'quiet-mind',
    title: '下班后的减压小课',
    tagline: '一小时，什么都不用想',
    brand: 'warm',
    format: 'care',
    description: [
      '心理老师带着做呼吸和放松，最后二十分钟可以聊，也可以只坐着。',
      '名单只有老师看得到，不记录，不反馈给单位。',
    ],
    rules: ['穿宽松的衣服', '中途可以随时离开', '听到的故事留在这间屋子里'],
    venue: VENUES.studio,
    ...window(cal, day, 20, 1),
    sessions: [session('s1', '晚间', hours(cal, day, '19:00', '20:00'), 30)],
    taken: { s1: 30 },
  });
}

function stationDay(cal: Calendar): DemoActivity {
  const day = cal.next(2, -20);
  return demoActivity({
    id: 'station-day',
    title: '工会驿站体验日',
    tagline: '热水、充电、歇脚，都在这里',
    brand: 'warm',
    format: 'care',
    description: [
      '新升级的驿站开门，二十四小时热水，六个充电口，还有一张能躺平的椅子。',
      '当天来了一百多位，留言本写满了十一页。',
    ],
    rules: ['凭电子票领一只水杯', '充电柜请设好密码', '用过的桌面顺手擦一下'],
    venue: VENUES.station,
    ...window(cal, day, 10, 1),
    sessions: [session('s1', '全天', hours(cal, day, '09:00', '20:00'), 150)],
    taken: { s1: 118 },
  });
}

function repairDay(cal: Calendar): DemoActivity {
  const day = cal.next(6, -11);
  return demoActivity({
    id: 'repair-day',
    title: '便民修理日',
    tagline: '剪头发、磨剪刀、修雨伞',
    brand: 'warm',
    format: 'care',
    description: ['六位老师傅摆开摊子，理发、配钥匙、修伞、改裤脚，都不收钱。', '报名只为错开时间，不用排长队。'],
    rules: ['每人最多选两样', '衣物请先洗净', '大件家电修不了'],
    venue: VENUES.loop,
    questions: [choice('need', '想做的一件事', '理发', '磨剪刀', '修雨伞', '改裤脚')],
    ...window(cal, day, 9, 1),
    sessions: [session('s1', '上午', hours(cal, day, '09:00', '12:00'), 70)],
    taken: { s1: 63 },
  });
}

/** For four enterprises alone: whoever works elsewhere is told why. */
function factoryOpenDay(cal: Calendar): DemoActivity {
  const day = cal.next(6, 8);
  return demoActivity({
    id: 'factory-open-day',
    title: '四家单位联合家属开放日',
    tagline: '带家里人看看你上班的地方',
    brand: 'warm',
    format: 'care',
    description: [
      '禾芩、砚苓、苒石和榆茗四家单位同一天打开大门。上午参观展厅和透明走廊，中午在职工食堂吃一顿家常饭。',
      '洁净区不进人，隔着玻璃看。孩子有一张找设备的小地图，集齐印章换一支试管笔。',
    ],
    rules: [
      '只面向这四家单位的职工，本人带队',
      '名额按职工计，随行家属到现场登记',
      '参观路线内请听讲解员安排',
      '三岁以下的孩子请全程抱着或坐推车',
    ],
    venue: VENUES.arcade,
    eligibility: { enterprises: [0, 2, 5, 8].map(enterpriseId) },
    questions: [contact, note],
    ...window(cal, day, 18, 3),
    sessions: [session('s1', '上午场', hours(cal, day, '09:00', '13:00'), 80)],
    taken: { s1: 27 },
  });
}

export const warmActivities = (cal: Calendar): DemoActivity[] =>
  [summerCool, winterWarm, ridersDay, overtimeTalk, quietMind, stationDay, repairDay, factoryOpenDay].map((make) =>
    make(cal),
  );
