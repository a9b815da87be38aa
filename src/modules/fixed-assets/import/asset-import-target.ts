import type { ImportTarget } from '../../imports/import-target.ts';
import { settleAssetRows } from './settle-asset-rows.ts';

/** Fixed assets can be imported: new cards are taken over (期初建账), cards that are there are corrected. */
export const ASSET_IMPORT_TARGET: ImportTarget = {
  id: 'fixed_assets',
  title: { zh: '固定资产', en: 'Fixed assets' },
  permission: 'asset.import',
  settle: settleAssetRows,
};
