import { useEffect, type ReactNode } from 'react';
import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import Button from 'antd/es/button';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import './list-page.css';

export interface SidePreviewProps {
  readonly href: string | undefined;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The row's summary beside the list; Escape closes it, the link opens the whole page. */
export function SidePreview({ href, onClose, children }: SidePreviewProps) {
  const { t } = useTranslation();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && document.querySelector('[aria-modal="true"]') === null) onClose();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onClose]);
  return (
    <aside className="cc-preview cc-no-print" aria-label={t('list.preview')}>
      <div className="cc-preview-head">
        {href !== undefined && <Link to={href}>{t('list.openPage')}</Link>}
        <Button
          type="text"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t('list.closePreview')}
          onClick={onClose}
        />
      </div>
      {children}
    </aside>
  );
}
