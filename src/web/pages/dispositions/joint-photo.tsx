import { useRef, useState } from 'react';
import CameraOutlined from '@ant-design/icons/es/icons/CameraOutlined';
import Button from 'antd/es/button';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readCaseDisposalEndpoint } from '../../../modules/dispositions/case-disposal.contract.ts';
import {
  shareItemPhotoEndpoint,
  uploadItemFileEndpoint,
} from '../../../modules/seized-items/item-files.contract.ts';
import { listPhotoNeedsEndpoint } from '../../../modules/seized-items/photo-demands/photo-policy.contract.ts';
import type { PhotoStep } from '../../../modules/seized-items/photo-demands/photo-policy-rules.ts';
import { useCommand } from '../../api/use-command.ts';
import { useUpload } from '../../api/use-upload.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { PhotoButton } from '../seized-items/photo-button.tsx';
import { isLacking, PhotoCount, usePhotoNeeds } from '../seized-items/step-photos.tsx';
import type { DisposalItem } from './joint-choice.ts';
import '../seized-items/seized-items.css';

/** Takes pictures on which all the items are; each is sent once and kept as a photo of every one of them. */
function JointCamera({ items }: { items: readonly DisposalItem[] }) {
  const { t } = useTranslation('dispositions');
  const client = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [keptCount, setKeptCount] = useState(0);
  const upload = useUpload(uploadItemFileEndpoint);
  const share = useCommand(shareItemPhotoEndpoint);
  const send = async (files: readonly File[]) => {
    const [first, ...others] = items;
    if (first === undefined) return;
    for (const file of files) {
      const request = { params: { itemId: first.id }, query: { purpose: 'photo' as const } };
      const kept = await upload.send(request, file);
      if (kept === undefined) return;
      const params = { itemId: first.id, fileId: kept.id };
      const body = { itemIds: others.map(({ id }) => id) };
      if (others.length > 0 && (await share.send({ params, body })) === undefined) return;
      setKeptCount((count) => count + 1);
    }
    await client.invalidateQueries({ queryKey: [readCaseDisposalEndpoint.name] });
    await client.invalidateQueries({ queryKey: [listPhotoNeedsEndpoint.name] });
  };
  return (
    <>
      <Button
        size="large"
        icon={<CameraOutlined aria-hidden />}
        loading={upload.isSending || share.isSending}
        onClick={() => input.current?.click()}
      >
        {t('joint.photo', { count: items.length })}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        className="cc-photo-input"
        multiple
        accept="image/*"
        capture="environment"
        aria-label={t('joint.photo', { count: items.length })}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void send(files);
        }}
      />
      {keptCount > 0 && <span role="status">{t('joint.photoKept', { count: keptCount })}</span>}
      <ProblemAlert problem={upload.problem ?? share.problem} />
    </>
  );
}

/** A photo of the day of each item, whatever the policy of the court says of other steps. */
export function JointPhoto({ items }: { items: readonly DisposalItem[] }) {
  const { t } = useTranslation('dispositions');
  const missing = items.filter(({ hasPhotoToday }) => !hasPhotoToday).length;
  return (
    <>
      <span role="status">
        {missing > 0
          ? t('joint.photoMissing', { count: missing })
          : t('joint.photoThere', { count: items.length })}
      </span>
      <JointCamera items={items} />
    </>
  );
}

/** Named one by one; the others are counted. */
const NAMED_MAX = 50;

interface JointStepPhotosProps {
  readonly caseId: string;
  readonly step: PhotoStep;
  readonly items: readonly DisposalItem[];
}

/** What the policy of the court demands of each item: those that lack photos by name, and a camera for all or for one. */
export function JointStepPhotos({ caseId, step, items }: JointStepPhotosProps) {
  const { t } = useTranslation('dispositions');
  const needs = usePhotoNeeds(step, { caseId });
  const known = items.flatMap((item) => {
    const need = needs.get(item.id);
    return need === undefined ? [] : [{ item, need }];
  });
  const lacking = known.filter(({ need }) => isLacking(need));
  const isFree = known.every(({ need }) => need.needed === 0);
  return (
    <>
      <span role="status">
        {lacking.length > 0 && t('joint.needMissing', { count: lacking.length })}
        {known.length > 0 &&
          lacking.length === 0 &&
          t(isFree ? 'joint.needFree' : 'joint.needThere', { count: items.length })}
      </span>
      <JointCamera items={items} />
      {lacking.length > 0 && (
        <ul className="cc-joint-lacking">
          {lacking.slice(0, NAMED_MAX).map(({ item, need }) => (
            <li key={item.id}>
              <span>
                {t('joint.item', { number: item.number, name: item.name })} <PhotoCount need={need} />
              </span>
              <PhotoButton itemId={item.id} />
            </li>
          ))}
          {lacking.length > NAMED_MAX && (
            <li className="cc-soft">{t('joint.needMore', { count: lacking.length - NAMED_MAX })}</li>
          )}
        </ul>
      )}
    </>
  );
}
