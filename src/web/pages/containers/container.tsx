import Button from 'antd/es/button';
import Skeleton from 'antd/es/skeleton';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { readContainerEndpoint } from '../../../modules/seized-items/containers/containers.contract.ts';
import { useQueryEndpoint } from '../../api/use-query-endpoint.ts';
import { useOpenCommand } from '../../components/command-form/use-open-command.ts';
import { ItemCode } from '../../components/item-code.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { RowMenu } from '../../components/row-menu.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { When } from '../../components/when.tsx';
import { usePickSentence } from '../../i18n/use-language.ts';
import { useSayQuantity } from '../../i18n/use-quantity.ts';
import { useShippedWords } from '../../i18n/use-shipped-words.ts';
import { ThingLabel } from '../printing/thing-label.tsx';
import { UnsealingApproval } from '../releases/unsealing-approval.tsx';
import { ItemStateTag } from '../seized-items/item-state-tag.tsx';
import { ContainerForms, type Box } from './container-forms.tsx';
import { BoxLine, Contents } from './containers.tsx';
import '../item-care/item-care.css';
import './containers.css';

/** The likeliest stand as buttons, the rest behind three dots. */
const SHOWN = 3;

function BoxSentence({ box }: { box: Box }) {
  const { t } = useTranslation('containers');
  const parts = [
    box.place === null ? null : t('stands', { place: box.place.name }),
    box.holder === null ? null : t('heldBy', { name: box.holder }),
    box.parent === null ? null : t('inside', { name: box.parent.name }),
    box.sealNumber === null ? t('notSealed') : t('sealed', { seal: box.sealNumber }),
  ];
  return <>{parts.filter((part) => part !== null).join(t('comma'))}</>;
}

function Inside({ box }: { box: Box }) {
  const sayQuantity = useSayQuantity();
  const { t } = useTranslation('containers');
  return (
    <section className="cc-box-section" aria-label={t('contents')}>
      <h2>{t('contents')}</h2>
      <p>
        <Contents box={box} />
        {box.lot !== null && (
          <>
            {' '}
            <Link to={`/seized-items/${box.lot.itemId}`}>{t('toLot')}</Link>
          </>
        )}
      </p>
      <ul className="cc-boxes">
        {box.boxes.map((inner) => (
          <BoxLine key={inner.id} box={inner} />
        ))}
        {box.items.map((item) => (
          <li key={item.id} className="cc-box">
            <Link to={`/seized-items/${item.id}`}>
              <strong>{item.name}</strong>
            </Link>
            <span>{sayQuantity(item.onHand, item.unit)}</span>
            <ItemStateTag state={item.state} />
            <span className="cc-soft">
              {item.caseNumber}-{item.number}
            </span>
          </li>
        ))}
      </ul>
      {box.isNameHidden && <p className="cc-soft">{t('nameHidden')}</p>}
      {box.hiddenItemCount > 0 && <p className="cc-soft">{t('hidden', { count: box.hiddenItemCount })}</p>}
    </section>
  );
}

function Life({ box }: { box: Box }) {
  const { t } = useTranslation('containers');
  const shipped = useShippedWords();
  const sayEvent = ({ text, itemNames, moreItemCount, hiddenItemCount }: (typeof box.events)[number]) =>
    [
      ...(text === null ? [] : [text]),
      ...(itemNames.length === 0 ? [] : [itemNames.map(shipped).join(t('pause'))]),
      ...(moreItemCount === 0 ? [] : [t('moreItems', { count: moreItemCount })]),
      ...(hiddenItemCount === 0 ? [] : [t('hiddenItems', { count: hiddenItemCount })]),
    ].join(' · ');
  return (
    <section className="cc-box-section" aria-label={t('life')}>
      <h2>{t('life')}</h2>
      <ol className="cc-boxes">
        {box.events.map((event) => (
          <li key={event.id} className="cc-box">
            <When instant={event.occurredAt} />
            <strong>{t(`event.${event.kind}`)}</strong>
            <span>{sayEvent(event)}</span>
            <span className="cc-soft">
              {[event.actorName, event.secondPersonName].filter(Boolean).join(t('and'))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** One box or bag: what lies in it, where it stands, its seal, what happened to it. */
export function Component() {
  const { t } = useTranslation('containers');
  const pick = usePickSentence();
  const { containerId = '' } = useParams();
  const command = useOpenCommand();
  const { data: box, error, refetch } = useQueryEndpoint(readContainerEndpoint, { params: { containerId } });
  if (box === undefined)
    return (
      <>
        <PageHeader title={t('box')} back={{ to: '/containers', label: t('title') }} />
        {error === null ? (
          <Skeleton active />
        ) : (
          <ProblemAlert problem={error} onRetry={() => void refetch()} />
        )}
      </>
    );
  const [shown, more] = [box.availableActions.slice(0, SHOWN), box.availableActions.slice(SHOWN)];
  return (
    <>
      <PageHeader
        title={box.name}
        back={{ to: '/containers', label: t('title') }}
        beside={
          <>
            {box.isClosed && <StatusTag tone="closed">{t('closed')}</StatusTag>}
            <ItemCode code={box.code} />
          </>
        }
        sentence={<BoxSentence box={box} />}
        actions={
          <>
            {shown.map((action, index) => (
              <Button
                key={action.key}
                type={index === 0 ? 'primary' : 'default'}
                onClick={() => command.open(action.key)}
              >
                {pick(action)}
              </Button>
            ))}
            <RowMenu
              label={t('common:more')}
              actions={more.map((action) => ({
                key: action.key,
                label: pick(action),
                isDestructive: action.key === 'close',
                onClick: () => command.open(action.key),
              }))}
            />
          </>
        }
      />
      {!box.availableActions.some(({ key }) => key === 'unseal') && (
        <UnsealingApproval unsealing={box.unsealing} itemIds={box.unsealing?.itemIds ?? []} />
      )}
      <ThingLabel kind="B" thingId={box.id} />
      <Inside box={box} />
      <Life box={box} />
      <ContainerForms box={box} command={command} />
    </>
  );
}
