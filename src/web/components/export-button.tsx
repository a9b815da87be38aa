import DownloadOutlined from '@ant-design/icons/es/icons/DownloadOutlined';
import Button from 'antd/es/button';
import Dropdown from 'antd/es/dropdown';
import { useTranslation } from 'react-i18next';

const FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof FORMATS)[number];

/** Export of what is shown, as xlsx or csv. */
export function ExportButton({ onExport }: { onExport: (format: ExportFormat) => void }) {
  const { t } = useTranslation('report');
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: FORMATS.map((format) => ({
          key: format,
          label: t(`export.${format}`),
          onClick: () => onExport(format),
        })),
      }}
    >
      <Button icon={<DownloadOutlined aria-hidden />}>{t('export.title')}</Button>
    </Dropdown>
  );
}
