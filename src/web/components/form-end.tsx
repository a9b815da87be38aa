import Button from 'antd/es/button';
import Form from 'antd/es/form';
import type { CallError } from '../api/use-query-endpoint.ts';
import { ProblemAlert } from './problem-alert.tsx';

export interface FormEndProps {
  readonly command: { readonly problem: CallError | null; readonly isSending: boolean };
  /** Problems that stand beside their fields already. */
  readonly shownPaths: ReadonlySet<string>;
  readonly submit: string;
}

/** How a form of a public or an own page ends: why it was refused, and its button. */
export function FormEnd({ command, shownPaths, submit }: FormEndProps) {
  return (
    <>
      {command.problem !== null && (
        <Form.Item>
          <ProblemAlert problem={command.problem} shownPaths={shownPaths} />
        </Form.Item>
      )}
      <Form.Item>
        <Button type="primary" htmlType="submit" loading={command.isSending}>
          {submit}
        </Button>
      </Form.Item>
    </>
  );
}
