import Form from 'antd/es/form';
import { useTranslation } from 'react-i18next';
import { useToday } from '../../clock.ts';
import { auctionRuleOn } from '../../../modules/dispositions/auction.rules.ts';
import * as dispositions from '../../../modules/dispositions/dispositions.contract.ts';
import * as preparing from '../../../modules/dispositions/preparing.contract.ts';
import { CommandForm } from '../../components/command-form/command-form.tsx';
import { SecondPersonFields, type SecondPersonValues } from '../../components/second-person.tsx';
import { PhotoButton } from '../seized-items/photo-button.tsx';
import { DestroyFields, toDestruction, type DestroyValues } from './execution-fields.tsx';
import { ApprovalSentence, orNull, QuantityItem } from './form-parts.tsx';
import { ChoiceItem, DayItem, FlagItem, MoneyItem, TextItem } from './fields.tsx';
import { approvalFor, useItemFrame, type ItemFormProps } from './item-form.ts';

interface AnnounceValues {
  valuationNumber: string;
  valuationValueFen: number;
  valuationBaseOn: string;
  valuationValidUntil: string;
  reserveFen: number;
  announcedOn: string;
  heldOn: string;
  isImmovable?: boolean;
}

type ValuationValues = Pick<
  AnnounceValues,
  'valuationNumber' | 'valuationValueFen' | 'valuationBaseOn' | 'valuationValidUntil'
>;

/** The opinion on record that holds today, else that of the round before. */
function knownValuation({ item, shown }: ItemFormProps): ValuationValues | undefined {
  const { valuation } = item;
  if (valuation === null) return shown.auctions.at(-1);
  const { opinionNumber, valueFen, baseDate, validUntil } = valuation;
  return {
    ...{ valuationNumber: opinionNumber, valuationValueFen: valueFen },
    ...{ valuationBaseOn: baseDate, valuationValidUntil: validUntil },
  };
}

function AnnounceForm(props: ItemFormProps) {
  const today = useToday();
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'announce');
  const last = props.shown.auctions.at(-1);
  const known = knownValuation(props);
  const rule = auctionRuleOn(today);
  const hint =
    last?.result === 'failed'
      ? t('form.auctionAgain', { days: rule.repeatNoticeDays.movable, cut: rule.cutPercent })
      : t('form.auctionFirst', { days: rule.noticeDays.movable, share: rule.reservePercent });
  return (
    <CommandForm<typeof preparing.announceAuctionEndpoint, AnnounceValues>
      {...frame}
      declaration={preparing.announceAuctionEndpoint}
      initialValues={{
        announcedOn: today,
        ...(known && {
          ...{ valuationNumber: known.valuationNumber, valuationValueFen: known.valuationValueFen },
          ...{ valuationBaseOn: known.valuationBaseOn, valuationValidUntil: known.valuationValidUntil },
        }),
      }}
      toRequest={({ isImmovable, ...values }) => ({
        body: { itemId: props.item.id, isImmovable: isImmovable ?? false, ...values },
      })}
    >
      <p className="cc-soft">{hint}</p>
      <p className="cc-soft">
        {t(props.item.valuation === null ? 'form.valuationUnknown' : 'form.valuationKnown')}
      </p>
      <TextItem name="valuationNumber" max={100} />
      <MoneyItem name="valuationValueFen" />
      <DayItem name="valuationBaseOn" />
      <DayItem name="valuationValidUntil" isAhead />
      <MoneyItem name="reserveFen" />
      <DayItem name="announcedOn" />
      <DayItem name="heldOn" isAhead />
      <FlagItem name="isImmovable" />
    </CommandForm>
  );
}

interface ResultValues {
  result: 'sold' | 'failed' | 'withdrawn';
  priceFen?: number | null;
  buyer?: string;
  document: string;
}

function ResultForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'result');
  const auction = props.shown.auctions.find(({ result }) => result === null);
  const results = (['sold', 'failed', 'withdrawn'] as const).map((value) => ({
    value,
    label: t(`auction.${value}`),
  }));
  return (
    <CommandForm<typeof preparing.recordAuctionResultEndpoint, ResultValues>
      {...frame}
      declaration={preparing.recordAuctionResultEndpoint}
      toRequest={({ result, priceFen, buyer, document }) => ({
        params: { auctionId: auction?.id ?? '' },
        body: { result, priceFen: priceFen ?? null, buyer: orNull(buyer), document },
      })}
    >
      <ChoiceItem name="result" options={results} />
      <Form.Item noStyle dependencies={['result']}>
        {({ getFieldValue }) =>
          getFieldValue('result') === 'sold' ? (
            <>
              <MoneyItem name="priceFen" />
              <TextItem name="buyer" />
            </>
          ) : null
        }
      </Form.Item>
      <TextItem name="document" label="resultDocument" />
    </CommandForm>
  );
}

interface SaleValues extends Required<SecondPersonValues> {
  paymentSlip: string;
  bank: string;
}

function SaleForm(props: ItemFormProps) {
  const { t } = useTranslation('dispositions');
  const frame = useItemFrame(props, 'sale');
  return (
    <CommandForm<typeof dispositions.sellItemEndpoint, SaleValues>
      {...frame}
      declaration={dispositions.sellItemEndpoint}
      toRequest={(values) => ({
        body: { itemId: props.item.id, requestId: approvalFor(props.shown, ['sell'])?.id ?? null, ...values },
      })}
    >
      <ApprovalSentence shown={props.shown} kinds={['sell']} />
      <p className="cc-soft">{t('form.sale')}</p>
      <TextItem name="paymentSlip" label="depositSlip" max={100} />
      <TextItem name="bank" max={100} />
      <SecondPersonFields sentence={t('form.twoPersons')} />
    </CommandForm>
  );
}

function DestroyForm(props: ItemFormProps) {
  const frame = useItemFrame(props, 'destruction');
  return (
    <CommandForm<typeof dispositions.destroyItemsEndpoint, DestroyValues & { quantity: string }>
      {...frame}
      isDestructive
      declaration={dispositions.destroyItemsEndpoint}
      initialValues={{ quantity: props.shown.onHand }}
      toRequest={({ quantity, ...values }) => ({
        body: {
          items: [{ itemId: props.item.id, quantity }],
          requestId: approvalFor(props.shown, ['destroy'])?.id ?? '',
          ...toDestruction(values),
        },
      })}
    >
      <ApprovalSentence shown={props.shown} kinds={['destroy']} />
      <QuantityItem shown={props.shown} />
      <DestroyFields photo={<PhotoButton itemId={props.item.id} />} />
    </CommandForm>
  );
}

/** Auctions, handing over what was sold, and destruction. */
export function SaleForms(props: ItemFormProps) {
  return (
    <>
      <AnnounceForm {...props} />
      <ResultForm {...props} />
      <SaleForm {...props} />
      <DestroyForm {...props} />
    </>
  );
}
