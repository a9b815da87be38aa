/** Every module's endpoints: the router, the OpenAPI document and the denial tests read this one list. */
import { accountEndpoints } from './modules/accounts/endpoints.ts';
import { approvalEndpoints } from './modules/approvals/endpoints.ts';
import { caseEndpoints } from './modules/cases/endpoints.ts';
import { deadlineEndpoints } from './modules/deadlines/endpoints.ts';
import { dispositionEndpoints } from './modules/dispositions/endpoints.ts';
import { assetClassEndpoints } from './modules/fixed-assets/asset-classes.endpoints.ts';
import { depreciationEndpoints } from './modules/fixed-assets/depreciation.endpoints.ts';
import { fixedAssetEndpoints } from './modules/fixed-assets/endpoints.ts';
import { assetFileEndpoints } from './modules/fixed-assets/files.endpoints.ts';
import { assetLabellingEndpoints } from './modules/fixed-assets/labelling.endpoints.ts';
import { assetLedgerEndpoints } from './modules/fixed-assets/ledger.endpoints.ts';
import { assetReadingEndpoints } from './modules/fixed-assets/reading.endpoints.ts';
import { importEndpoints } from './modules/imports/endpoints.ts';
import { labelEndpoints } from './modules/labels/endpoints.ts';
import { itemCodeEndpoints } from './modules/item-codes/endpoints.ts';
import { paperEndpoints } from './modules/papers/endpoints.ts';
import { roomEndpoints } from './modules/rooms/endpoints.ts';
import { handoverEndpoints } from './modules/rooms/handovers.endpoints.ts';
import { visitEndpoints } from './modules/rooms/visits.endpoints.ts';
import { baselineEndpoints } from './modules/seized-items/baseline/baseline.endpoints.ts';
import { moneyEndpoints } from './modules/seized-items/money/money.endpoints.ts';
import { rateEndpoints } from './modules/seized-items/rates/rates.endpoints.ts';
import { ownerEndpoints } from './modules/seized-items/owners/owners.endpoints.ts';
import { seizedItemEndpoints } from './modules/seized-items/endpoints.ts';
import { filingCheckEndpoints } from './modules/seized-items/filing-check/filing-check.endpoints.ts';
import { releaseEndpoints } from './modules/seized-items/releases/releases.endpoints.ts';
import { keepingEndpoints } from './modules/seized-items/keeping/keeping.endpoints.ts';
import { toleranceEndpoints } from './modules/seized-items/tolerances/tolerances.endpoints.ts';
import { odometerEndpoints } from './modules/seized-items/odometers/odometer.endpoints.ts';
import { photoPolicyEndpoints } from './modules/seized-items/photo-demands/photo-policy.endpoints.ts';
import { itemCareEndpoints } from './modules/seized-items/care/care.endpoints.ts';
import { containerEndpoints } from './modules/seized-items/containers/containers.endpoints.ts';
import { examinationEndpoints } from './modules/seized-items/examinations/examinations.endpoints.ts';
import { reattributionEndpoints } from './modules/seized-items/reattribution/reattributions.endpoints.ts';
import { uncasedEndpoints } from './modules/seized-items/uncased/uncased.endpoints.ts';
import { roomMoveEndpoints } from './modules/seized-items/room-moves/room-moves.endpoints.ts';
import { sightingEndpoints } from './modules/seized-items/sightings/sightings.endpoints.ts';
import { roomMapEndpoints } from './modules/seized-items/room-map.endpoints.ts';
import { storageEndpoints } from './modules/storage/endpoints.ts';
import type { ServedEndpoint } from './platform/served-endpoint.ts';

export const endpoints: readonly ServedEndpoint[] = [
  ...accountEndpoints,
  ...storageEndpoints,
  ...roomEndpoints,
  ...roomMapEndpoints,
  ...visitEndpoints,
  ...handoverEndpoints,
  ...labelEndpoints,
  ...assetLabellingEndpoints,
  ...itemCodeEndpoints,
  ...assetReadingEndpoints,
  ...assetLedgerEndpoints,
  ...fixedAssetEndpoints,
  ...assetFileEndpoints,
  ...assetClassEndpoints,
  ...depreciationEndpoints,
  ...importEndpoints,
  ...approvalEndpoints,
  ...dispositionEndpoints,
  ...seizedItemEndpoints,
  ...baselineEndpoints,
  ...paperEndpoints,
  ...releaseEndpoints,
  ...photoPolicyEndpoints,
  ...odometerEndpoints,
  ...toleranceEndpoints,
  ...keepingEndpoints,
  ...itemCareEndpoints,
  ...containerEndpoints,
  ...examinationEndpoints,
  ...reattributionEndpoints,
  ...uncasedEndpoints,
  ...roomMoveEndpoints,
  ...sightingEndpoints,
  ...ownerEndpoints,
  ...filingCheckEndpoints,
  ...moneyEndpoints,
  ...rateEndpoints,
  ...caseEndpoints,
  ...deadlineEndpoints,
];
