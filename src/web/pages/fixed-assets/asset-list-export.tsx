import DownloadOutlined from '@ant-design/icons/es/icons/DownloadOutlined';
import Button from 'antd/es/button';
import Dropdown from 'antd/es/dropdown';
import { useTranslation } from 'react-i18next';
import { exportAssets, type AssetListItem } from '../../../modules/fixed-assets/asset-list.contract.ts';
import { downloadFile } from '../../api/download-file.ts';
import { chosenColumns } from '../../components/list-page/column-chooser.tsx';
import type { ListState } from '../../components/list-page/list-state.ts';
import type { ListColumn } from '../../components/list-page/list-types.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { isColumnKey } from './asset-list-columns.tsx';
import { assetFiltersOf, assetOrderOf } from './asset-list-query.ts';

export interface AssetListExportProps {
  readonly listKey: string;
  readonly state: ListState;
  readonly columns: readonly ListColumn<AssetListItem>[];
}

/** The whole filtered list with the columns that are shown, as xlsx or csv. */
export function AssetListExport({ listKey, state, columns }: AssetListExportProps) {
  const { t } = useTranslation('fixed-assets');
  const language = useLanguage();
  const download = (format: 'xlsx' | 'csv') => {
    const column = chosenColumns(listKey, columns, state.columns)
      .map(({ key }) => key)
      .filter(isColumnKey);
    const query = { ...assetFiltersOf(state.filters), ...assetOrderOf(state.sort), column, format, language };
    downloadFile(exportAssets, { query });
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'xlsx', label: t('list.exportXlsx'), onClick: () => download('xlsx') },
          { key: 'csv', label: t('list.exportCsv'), onClick: () => download('csv') },
        ],
      }}
    >
      <Button icon={<DownloadOutlined aria-hidden />}>{t('list.export')}</Button>
    </Dropdown>
  );
}
