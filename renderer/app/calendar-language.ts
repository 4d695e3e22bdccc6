import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import i18next from 'i18next';

function follow(language: string): void {
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
}

/** Gives the calendars the weekdays and months of the window's language, now and after each change. */
export function followCalendarLanguage(): void {
  follow(i18next.language);
  i18next.on('languageChanged', follow);
}
