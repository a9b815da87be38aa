/** Why a thing is not given back: to whom, with what proof, before which judgment. Runs in the browser too. */
import { defineRefusals } from '../../platform/errors.ts';

/** In order of precedence. */
export const RETURN_REFUSALS = defineRefusals({
  TAKER_PROOF_MISSING: {
    status: 409,
    zh: '非权利人本人领取的，须写明证明材料（委托书、继承证明、承受文件等）。',
    en: 'Whoever is not the right holder proves the right to collect: delegation, inheritance, succession. Name the paper.',
  },
  TAKER_NUMBER_INVALID: {
    status: 409,
    zh: '证件号码不符合编码规则，请核对证件。',
    en: 'The number of the document is not well formed. Check the document.',
  },
  CO_OWNERS_CONSENT_MISSING: {
    status: 409,
    zh: '该物品为共有，须取得其他共有人书面同意。',
    en: 'The thing has co-owners. Their written consent is needed.',
  },
  TAKER_NOT_RIGHT_HOLDER: {
    status: 409,
    zh: '领取人不是裁判或权属登记所列的权利人。由他人代领的，请选择与权利人的关系并写明证明；权利人写错的，先补正裁判或更正权属登记。',
    en: 'Whoever collects is not the right holder whom the judgment or the record names. For somebody who collects for them state the relation and its proof; if the name is wrong, have it corrected first.',
  },
  RIGHT_HOLDER_UNSAID: {
    status: 409,
    zh: '裁判将该物品分别返还几名权利人，请到物品页面选择代谁领取。',
    en: 'The judgment gives parts to several people. Say on the page of the item for whom this one is collected.',
  },
  RIGHT_UNPROVED: {
    status: 409,
    zh: '裁判和权属登记均未列明权利人，请核验领取人的权属证明，并写明证明材料。',
    en: 'Neither the judgment nor the record names a right holder. Verify whoever collects, and name the proof of their right.',
  },
  VICTIM_TITLE_UNCLEAR: {
    status: 409,
    zh: '审判期间返还须权属明确为该被害人所有；权属不明、有争议或登记为他人的，待裁判生效后处理（刑诉法解释第438条）。确属该被害人的，请先登记权属。',
    en: 'Before judgment a thing goes back only to the victim whose title is clear. What is unknown, in dispute or recorded as another’s waits for the judgment (article 438); record the ownership first.',
  },
  VICTIM_PHOTO_MISSING: {
    status: 409,
    zh: '返还前须拍照、鉴定、估价，请先拍摄照片（刑诉法解释第438条）。',
    en: 'A thing is photographed, appraised and valued before it goes back. Take its photo first (article 438).',
  },
});
