import Taro from '@tarojs/taro';
import type { CalendarEntry } from './calendar-entry';
import { toast } from './toast';

export async function addToCalendar({ title, place, startsAt, endsAt }: CalendarEntry): Promise<void> {
  try {
    await Taro.addPhoneCalendar({
      title,
      location: place,
      startTime: Math.floor(startsAt / 1_000),
      endTime: String(Math.floor(endsAt / 1_000)),
      alarm: true,
      alarmOffset: 3_600,
    });
    toast('已加入手机日历');
  } catch {
    // The person said no, or the phone does not allow it; WeChat has shown its own words.
    toast('没有加入日历');
  }
}
