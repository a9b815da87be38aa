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

type Format = 'xlsx' | 'csv';

/** Downloads what the list shows, or only the chosen assets of it, with the columns that are shown. */
export function useAssetExport({ listKey, state, columns }: AssetListExportProps) {
  const language = useLanguage();
  return (format: Format, chosenIds?: readonly string[]) => {
    const column = chosenColumns(listKey, columns, state.columns)
      .map(({ key }) => key)
      .filter(isColumnKey);
    const all = assetFiltersOf(state.filters);
    const { courtId, allCourts } = all;
    const filters = chosenIds === undefined ? all : { courtId, allCourts, assetId: [...chosenIds] };
    downloadFile(exportAssets, {
      query: { ...filters, ...assetOrderOf(state.sort), column, format, language },
    });
  };
}

/** The whole filtered list as xlsx or csv. */
export function AssetListExport(props: AssetListExportProps) {
  const { t } = useTranslation('fixed-assets');
  const download = useAssetExport(props);
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
