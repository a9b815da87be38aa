/** Why a step waits for photos, or a policy of photos is not kept. Runs in the browser too. */
import { defineRefusals, Refusal, type Facts, type Problem } from '../../../platform/errors.ts';

/** In order of precedence: an earlier reason hides a later one. */
export const PHOTO_REFUSALS = defineRefusals({
  PHOTO_RULE_TWICE: {
    status: 409,
    zh: '“{step}”对同一等级或类别规定了两次，请删去一条。',
    en: '“{stepEnglish}” has two rules for the same grade or category. Remove one.',
  },
  PHOTO_RULE_BELOW_FLOOR: {
    status: 409,
    zh: '“{step}”至少须拍 {floor} 张，不能再少，请改为不少于 {floor} 张。',
    en: '“{stepEnglish}” takes at least {floor} photo(s). Set no fewer.',
  },
  PHOTOS_MISSING: {
    status: 409,
    zh: '{count} 件还缺照片：按本院规定，{step}须当场拍照。请用表单中的“拍照”逐件补拍后再提交。',
    en: '{count} item(s) lack photos: by the rule of the court, “{stepEnglish}” is photographed on the spot. Take them with “Take a photo” in the form, then send again.',
  },
});

export type PhotoRefusalReason = keyof typeof PHOTO_REFUSALS;

/** To be thrown. */
export function refusePhotos(
  reason: PhotoRefusalReason,
  facts: Facts = {},
  problems: readonly Problem[] = [],
): Refusal {
  return new Refusal(reason, PHOTO_REFUSALS[reason], facts, problems);
}
