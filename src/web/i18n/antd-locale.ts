/** antd's and dayjs's own texts; English is fetched only when somebody switches to it. */
import { useEffect, useState } from 'react';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import type { Locale } from 'antd/es/locale';
import chinese from 'antd/es/locale/zh_CN';
import { useLanguage } from './use-language.ts';

export function useAntdLocale(): Locale {
  const language = useLanguage();
  const [english, setEnglish] = useState<Locale>();
  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
    if (language === 'en') void import('antd/es/locale/en_US').then((module) => setEnglish(module.default));
  }, [language]);
  return language === 'en' && english !== undefined ? english : chinese;
}
