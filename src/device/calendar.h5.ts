import { type CalendarEntry, icsOf } from './calendar-entry';
import { toast } from './toast';

/** Hands the entry to whatever keeps the calendar on this device, as a file. */
export async function addToCalendar(entry: CalendarEntry): Promise<void> {
  const address = URL.createObjectURL(new Blob([icsOf(entry, Date.now())], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${entry.title}.ics`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1_000);
  toast('日历文件已保存，打开即可加入');
}
