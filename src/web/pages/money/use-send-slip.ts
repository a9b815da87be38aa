import { uploadConversionSlipEndpoint } from '../../../modules/seized-items/money/conversions.contract.ts';
import { uploadDepositSlipEndpoint } from '../../../modules/seized-items/money/deposits.contract.ts';
import { useUpload } from '../../api/use-upload.ts';

export interface UploadedSlip {
  /** Under which the deposit or the conversion is recorded. */
  readonly recordId: string;
  readonly fileName: string;
}

export function useSendDepositSlip() {
  const { send, isSending, problem } = useUpload(uploadDepositSlipEndpoint);
  return {
    ...{ isSending, problem },
    send: async (file: File): Promise<UploadedSlip | undefined> => {
      const kept = await send({}, file);
      return kept && { recordId: kept.depositId, fileName: kept.fileName };
    },
  };
}

export function useSendConversionSlip() {
  const { send, isSending, problem } = useUpload(uploadConversionSlipEndpoint);
  return {
    ...{ isSending, problem },
    send: async (file: File): Promise<UploadedSlip | undefined> => {
      const kept = await send({}, file);
      return kept && { recordId: kept.conversionId, fileName: kept.fileName };
    },
  };
}
