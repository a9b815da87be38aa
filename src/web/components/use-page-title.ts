import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Sets the tab's title: 「资产清单 · 装备与涉案财物管理系统」. */
export function usePageTitle(title: string): void {
  const { t } = useTranslation();
  const product = t('productName');
  useEffect(() => {
    document.title = title === '' ? product : `${title} · ${product}`;
  }, [title, product]);
}
