import { useState } from 'react';
import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import Radio from 'antd/es/radio';
import { useTranslation } from 'react-i18next';
import { resolveScan } from '../../../modules/item-codes/scan.contract.ts';
import { categoryOf, isItemCategoryId, needsSeal } from '../../../modules/seized-items/item-categories.ts';
import type { CountOutcome } from '../../../modules/seized-items/intake-count.ts';
import {
  readIntakeEndpoint,
  saveIntakeLinesEndpoint,
} from '../../../modules/seized-items/intakes.contract.ts';
import { amountOfMinorUnits } from '../../../modules/seized-items/item-quantity.ts';
import { callEndpoint } from '../../api/call-endpoint.ts';
import { useCommand } from '../../api/use-command.ts';
import { useKeptForm } from '../../components/command-form/use-kept-form.ts';
import { PlacePicker } from '../../components/pickers/place-picker.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useSayQuantity, useUnitAfter } from '../../i18n/use-quantity.ts';
import { usePickSentence } from '../../i18n/use-language.ts';
import { announce } from '../../layout/announcer.tsx';
import { TwiceScanned, type TwiceScannedThing } from '../../scan/twice-scanned.tsx';
import { useScanTarget } from '../../scan/use-scan.ts';
import { countRequestOf, FACES, isMoneyLine, piecesOf, type CountValues } from './count-values.ts';
import type { Intake, IntakeLine } from './intake-answer.ts';
import { useItemWord } from './item-words.ts';
import { PlaceFit } from './place-fit.tsx';
import { CountPhotos } from './count-photos.tsx';

const OUTCOMES: readonly CountOutcome[] = ['matches', 'differs', 'kept_elsewhere', 'refused'];

function MoneyFields({ unit }: { unit: string }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('seized-items');
  const form = Form.useFormInstance<CountValues>();
  const pieces = Form.useWatch('pieces', form) ?? {};
  const sum = FACES.reduce((total, face) => total + face * (pieces[String(face)] ?? 0), 0);
  return (
    <fieldset className="cc-money-fields">
      <legend>{t('receive.denominations')}</legend>
      {FACES.map((face) => (
        <Form.Item
          key={face}
          name={['pieces', String(face)]}
          label={sayQuantity(amountOfMinorUnits(face, unit), unit)}
        >
          <InputNumber<number> min={0} precision={0} suffix={t('receive.pieces')} />
        </Form.Item>
      ))}
      <p>
        {t('receive.sum')} <strong>{sayQuantity(amountOfMinorUnits(sum, unit), unit)}</strong>
      </p>
    </fieldset>
  );
}

function FactFields({ line }: { line: IntakeLine }) {
  const pick = usePickSentence();
  const { t } = useTranslation('seized-items');
  const word = useItemWord();
  const category = isItemCategoryId(line.category) ? categoryOf(line.category) : undefined;
  const facts = category?.required ?? [];
  if (category === undefined || facts.length === 0) return null;
  return (
    <fieldset className="cc-fact-fields">
      <legend>{t('receive.facts', { article: pick(category.article) })}</legend>
      {facts.map((fact) => (
        <Form.Item
          key={fact}
          name={['facts', fact]}
          label={word('fact', fact)}
          rules={[{ required: true, message: t('receive.factMissing') }]}
        >
          <Input maxLength={200} placeholder={t('receive.unknown')} />
        </Form.Item>
      ))}
    </fieldset>
  );
}

/** Where it is put, by scan or by choice, and the seal that it carries. */
function StoreFields({ line: { itemId, category, grade } }: { line: IntakeLine }) {
  const { t } = useTranslation('seized-items');
  const known = isItemCategoryId(category) ? category : undefined;
  const isSealed = known !== undefined && needsSeal(known, grade === 'ordinary' ? grade : 'valuable');
  const takesNone = known !== undefined && categoryOf(known).takesNoSeal === true;
  return (
    <>
      <Form.Item
        name="placeId"
        label={t('form.place')}
        extra={t('receive.scanPlace')}
        rules={[{ required: true, message: t('form.placeMissing') }]}
      >
        <PlacePicker />
      </Form.Item>
      <PlaceFit things={{ itemIds: [itemId] }} placeName="placeId" reasonName="placeReason" />
      {!takesNone && (
        <Form.Item
          name="sealNumber"
          label={t('form.seal')}
          rules={isSealed ? [{ required: true, message: t('form.sealMissing') }] : []}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      )}
    </>
  );
}

interface CountFormProps {
  readonly intake: Intake;
  readonly line: IntakeLine;
  readonly onSaved: () => void;
}

/**
 * A scanned place goes into the form; what means nothing is taken for the number of the seal. A label of a thing that the
 * register knows already is asked about: what is being received bears none yet.
 */
function usePlaceScan(form: ReturnType<typeof Form.useForm<CountValues>>[0], onTaken: () => void) {
  const { t } = useTranslation('seized-items');
  const [problem, setProblem] = useState<string>();
  const [labelled, setLabelled] = useState<TwiceScannedThing>();
  const take = async (text: string) => {
    const answer = await callEndpoint(resolveScan, { query: { text } });
    if (answer.outcome === 'thing' && answer.kind === 'L') {
      form.setFieldValue('placeId', answer.id);
      setProblem(undefined);
      announce(answer.title);
    } else if (answer.outcome === 'thing' && answer.kind === 'S')
      setLabelled({ name: answer.title, code: answer.code });
    else if (answer.outcome === 'nothing') form.setFieldValue('sealNumber', answer.text);
    else setProblem(t('receive.notAPlace'));
    onTaken();
  };
  useScanTarget((text) => void take(text), labelled === undefined);
  return { problem, labelled, forget: () => setLabelled(undefined) };
}

/** Where the line before was put: what comes in together mostly lies together. */
function placeBefore({ lines }: Intake, line: IntakeLine): string | null {
  const before = lines.slice(0, lines.indexOf(line)).findLast(({ count }) => count?.placeId != null);
  return before?.count?.placeId ?? null;
}

/** One line as it lies on the table: counted, photographed, sealed, put away. */
export function CountForm({ intake, line, onSaved }: CountFormProps) {
  const unitAfter = useUnitAfter();
  const { t } = useTranslation('seized-items');
  const [form] = Form.useForm<CountValues>();
  const outcome = Form.useWatch('outcome', form) ?? 'matches';
  const command = useCommand(saveIntakeLinesEndpoint, { invalidates: [readIntakeEndpoint] });
  const kept = useKeptForm(form, `count:${intake.id}:${line.itemId}`);
  // A scan is no change of a field, so it is kept here.
  const scanned = usePlaceScan(form, () => kept.keep(form.getFieldsValue()));
  const isTaken = outcome === 'matches' || outcome === 'differs';
  const submit = async (values: CountValues) => {
    const body = { lines: [{ itemId: line.itemId, count: countRequestOf(values, line) }] };
    const answer = await command.send({ params: { intakeId: intake.id }, body });
    if (answer === undefined) return;
    kept.drop();
    announce(t('receive.saved', { name: line.name }));
    onSaved();
  };
  return (
    <Form<CountValues>
      form={form}
      layout="vertical"
      size="large"
      className="cc-count"
      initialValues={{
        outcome: line.count?.outcome ?? 'matches',
        quantity: line.countedQuantity ?? line.listedQuantity ?? '1',
        placeId: line.count?.placeId ?? placeBefore(intake, line),
        placeReason: line.count?.placeReason ?? null,
        sealNumber: line.count?.sealNumber ?? null,
        difference: line.count?.difference ?? null,
        keeper: line.count?.keeper ?? null,
        facts: line.facts,
        pieces: piecesOf(line.count?.denominations ?? []),
      }}
      onValuesChange={(_changed, values) => kept.keep(values)}
      onFinish={(values) => void submit(values)}
    >
      <Form.Item name="outcome" label={t('receive.outcome')} rules={[{ required: true }]}>
        <Radio.Group
          optionType="button"
          options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
        />
      </Form.Item>
      {outcome !== 'refused' && (
        <Form.Item
          name="quantity"
          label={t('receive.counted', { unit: unitAfter(line.unit) })}
          rules={[{ required: true, message: t('receive.quantityMissing') }]}
        >
          <Input inputMode="decimal" maxLength={40} />
        </Form.Item>
      )}
      {(outcome === 'differs' || outcome === 'refused') && (
        <Form.Item
          name="difference"
          label={t(`receive.why.${outcome}`)}
          rules={[{ required: true, message: t('receive.differenceMissing') }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      )}
      {outcome === 'kept_elsewhere' && (
        <Form.Item
          name="keeper"
          label={t('receive.keeper')}
          rules={[{ required: true, message: t('receive.keeperMissing') }]}
        >
          <Input maxLength={200} />
        </Form.Item>
      )}
      {outcome !== 'refused' && <CountPhotos line={line} />}
      {isTaken && <StoreFields line={line} />}
      {scanned.problem !== undefined && <p role="alert">{scanned.problem}</p>}
      {scanned.labelled !== undefined && <TwiceScanned thing={scanned.labelled} onSame={scanned.forget} />}
      {outcome !== 'refused' && isMoneyLine(line) && <MoneyFields unit={line.unit} />}
      {outcome !== 'refused' && <FactFields line={line} />}
      <ProblemAlert problem={command.problem} />
      <Button type="primary" block htmlType="submit" loading={command.isSending}>
        {t('receive.saveLine')}
      </Button>
    </Form>
  );
}
