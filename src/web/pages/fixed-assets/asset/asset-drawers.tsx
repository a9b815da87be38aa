import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import {
  readAsset,
  readAssetTimeline,
  type AssetPage,
} from '../../../../modules/fixed-assets/asset-page.contract.ts';
import {
  listPendingReceiptsEndpoint,
  refuseReceiptEndpoint,
  signReceiptsEndpoint,
} from '../../../../modules/fixed-assets/contract.ts';
import { ASSET_RECORDS } from '../../../../modules/fixed-assets/rules.ts';
import { CommandForm } from '../../../components/command-form/command-form.tsx';
import { ReasonField } from '../../../components/command-form/reason-field.tsx';
import type { OpenCommand } from '../../../components/command-form/use-open-command.ts';
import { ItemCode } from '../../../components/item-code.tsx';
import { usePickSentence } from '../../../i18n/use-language.ts';
import { isOfferedMove } from '../moves/move-forms.ts';

const MoveDrawer = lazy(() =>
  import('../moves/move-drawer.tsx').then((module) => ({ default: module.MoveDrawer })),
);

const STALE = [readAsset, readAssetTimeline, listPendingReceiptsEndpoint];

interface Props {
  readonly asset: AssetPage;
  readonly command: OpenCommand;
}

function Subject({ asset }: { asset: AssetPage }) {
  return (
    <>
      <strong>{asset.card.name}</strong> <ItemCode code={asset.code} withCopy={false} />
    </>
  );
}

/** Signing or refusing what waits for oneself. */
function ReceiptForms({ asset, command }: Props) {
  const { t } = useTranslation('fixed-assets');
  const pick = usePickSentence();
  const receiptId = asset.pendingReceipt?.id ?? '';
  const shared = {
    subject: <Subject asset={asset} />,
    onClose: command.close,
    onDone: command.close,
    invalidates: STALE,
  };
  return (
    <>
      <CommandForm<typeof signReceiptsEndpoint, object>
        {...shared}
        declaration={signReceiptsEndpoint}
        open={command.current === 'sign_receipt'}
        title={pick(ASSET_RECORDS.sign_receipt)}
        submitLabel={pick(ASSET_RECORDS.sign_receipt)}
        toRequest={() => ({ body: { receiptIds: [receiptId] } })}
        doneSentence={t('receipts.signed', { count: 1 })}
      >
        <p>{t('receipts.signSentence')}</p>
      </CommandForm>
      <CommandForm<typeof refuseReceiptEndpoint, { reason: string }>
        {...shared}
        declaration={refuseReceiptEndpoint}
        open={command.current === 'refuse_receipt'}
        title={pick(ASSET_RECORDS.refuse_receipt)}
        submitLabel={pick(ASSET_RECORDS.refuse_receipt)}
        isDestructive
        toRequest={({ reason }) => ({ params: { receiptId }, body: { reason } })}
        doneSentence={t('receipts.refused')}
      >
        <ReasonField />
      </CommandForm>
    </>
  );
}

/** The forms behind the page's buttons; which one is open stands in the address. */
export function AssetDrawers({ asset, command }: Props) {
  const move = isOfferedMove(command.current) ? command.current : undefined;
  return (
    <>
      <Suspense>
        {move !== undefined && (
          <MoveDrawer
            key={move}
            move={move}
            isOpen
            subjects={[
              {
                ...{ id: asset.id, code: asset.code, name: asset.card.name, status: asset.status },
                department: asset.department?.name ?? null,
                holder: asset.holder?.name ?? null,
                place: asset.place?.path ?? null,
              },
            ]}
            onClose={command.close}
            onDone={command.close}
          />
        )}
      </Suspense>
      {asset.pendingReceipt !== null && <ReceiptForms asset={asset} command={command} />}
    </>
  );
}
