import type { ScanAnswer } from '../../../modules/item-codes/scan.contract.ts';
import { recordSightingEndpoint } from '../../../modules/seized-items/sightings/sightings.contract.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';

/** Whoever scans the item next is told where its label was seen. Without the network nothing is lost but this trace. */
export function putOnRecord({ id: itemId, label }: Extract<ScanAnswer, { outcome: 'thing' }>): void {
  const labelVersion = label.scannedVersion;
  if (labelVersion === null) return;
  callEndpoint(recordSightingEndpoint, { params: { itemId }, body: { labelVersion } }).catch(() => undefined);
}
