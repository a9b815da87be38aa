import {
  listLabelTemplatesEndpoint,
  listLabelTemplateVersionsEndpoint,
  readLabelTemplateEndpoint,
} from '../../../modules/labels/templates.contract.ts';

/** Answers that no longer hold once a template has a new version. */
export const STALE_TEMPLATES = [
  listLabelTemplatesEndpoint,
  listLabelTemplateVersionsEndpoint,
  readLabelTemplateEndpoint,
];
