import type { CodeForm } from './print-job.rules.ts';
import type { LabelTemplate } from './template.contract.ts';

/** The template with what its two-dimensional codes hold as a job asks for; bars always hold the code. */
export function withCodeForm(template: LabelTemplate, codeForm: CodeForm): LabelTemplate {
  if (codeForm === 'template') return template;
  return {
    ...template,
    elements: template.elements.map((element) =>
      element.type === 'qr' || element.type === 'datamatrix' ? { ...element, content: codeForm } : element,
    ),
  };
}
