import type { EndpointDeclaration } from '../../platform/endpoint.ts';
import { endpointAddress } from './endpoint-address.ts';
import type { AnyRequest, ClientRequest } from './endpoint-request.ts';

/** The address of a download, for links (`<a href download>`), images and printing. */
export function downloadAddress<E extends EndpointDeclaration>(
  declaration: E,
  request: ClientRequest<E>,
): string {
  const plain: AnyRequest = request;
  return endpointAddress(declaration, plain);
}

/** Lets the browser fetch the file under the name that the server gives it; the page stays. */
export function downloadFile<E extends EndpointDeclaration>(declaration: E, request: ClientRequest<E>): void {
  const link = document.createElement('a');
  link.href = downloadAddress(declaration, request);
  link.download = '';
  document.body.append(link);
  link.click();
  link.remove();
}
