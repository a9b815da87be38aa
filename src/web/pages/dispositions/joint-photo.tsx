import { useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { readCaseDisposalEndpoint } from '../../../modules/dispositions/case-disposal.contract.ts';
import {
  shareItemFileEndpoint,
  uploadItemFileEndpoint,
} from '../../../modules/seized-items/item-files.contract.ts';
import { listPhotoNeedsEndpoint } from '../../../modules/seized-items/photo-demands/photo-policy.contract.ts';
import type { PhotoStep } from '../../../modules/seized-items/photo-demands/photo-policy-rules.ts';
import { readItemEndpoint } from '../../../modules/seized-items/items.contract.ts';
import { useCommand } from '../../api/use-command.ts';
import { useUpload } from '../../api/use-upload.ts';
import { CameraButton } from '../../components/camera-button.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { UploadButton } from '../../components/upload-button.tsx';
import { PhotoButton } from '../seized-items/photo-button.tsx';
import { isLacking, PhotoCount, usePhotoNeeds } from '../seized-items/step-photos.tsx';
import type { DisposalItem } from './joint-choice.ts';
import './dispositions.css';

interface Props {
  readonly items: readonly DisposalItem[];
}

export interface ScanProps {
  /** Of one case. */
  readonly items: readonly { readonly id: string }[];
}

/** Each file is sent once and kept for every one of the items; answers the names of those that were. */
function useSharedUpload(items: ScanProps['items'], purpose: 'photo' | 'attachment') {
  const client = useQueryClient();
  const [keptNames, setKeptNames] = useState<readonly string[]>([]);
  const upload = useUpload(uploadItemFileEndpoint);
  const share = useCommand(shareItemFileEndpoint);
  const send = async (files: readonly File[]) => {
    const [first, ...others] = items;
    if (first === undefined) return;
    for (const file of files) {
      const kept = await upload.send({ params: { itemId: first.id }, query: { purpose } }, file);
      if (kept === undefined) return;
      const params = { itemId: first.id, fileId: kept.id };
      const body = { itemIds: others.map(({ id }) => id) };
      if (others.length > 0 && (await share.send({ params, body })) === undefined) return;
      setKeptNames((names) => [...names, kept.fileName]);
    }
    await client.invalidateQueries({ queryKey: [readCaseDisposalEndpoint.name] });
    await client.invalidateQueries({ queryKey: [listPhotoNeedsEndpoint.name] });
    await client.invalidateQueries({ queryKey: [readItemEndpoint.name] });
  };
  return {
    send,
    keptNames,
    isSending: upload.isSending || share.isSending,
    problem: upload.problem ?? share.problem,
  };
}

/** Takes pictures on which all the items are. */
function JointCamera({ items }: Props) {
  const { t } = useTranslation('dispositions');
  const { send, keptNames, isSending, problem } = useSharedUpload(items, 'photo');
  return (
    <>
      <CameraButton
        label={t('joint.photo', { count: items.length })}
        isSending={isSending}
        onPictures={send}
      />
      {keptNames.length > 0 && <span role="status">{t('joint.photoKept', { count: keptNames.length })}</span>}
      <ProblemAlert problem={problem} />
    </>
  );
}

/** A photo of the day of each item, whatever the policy of the court says of other steps. */
export function JointPhoto({ items }: Props) {
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

/** Takes the scan of one paper that speaks of all the items: a picture or a PDF. */
export function JointScan({ items }: ScanProps) {
  const { t } = useTranslation('dispositions');
  const { send, keptNames, isSending, problem } = useSharedUpload(items, 'attachment');
  return (
    <div className="cc-disposition-photo">
      <span role="status">
        {keptNames.length === 0
          ? t('joint.scanNone')
          : t('joint.scanKept', { count: keptNames.length, names: keptNames.join(t('separator')) })}
      </span>
      <UploadButton
        label={t('joint.scanOf', { count: items.length })}
        accept="image/*,.pdf,.ofd"
        size="large"
        isSending={isSending}
        onFiles={send}
      />
      <ProblemAlert problem={problem} />
    </div>
  );
}
