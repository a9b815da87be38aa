import type { EndpointDeclaration } from '../../platform/endpoint.ts';

const API_ROOT = '/api';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** `/api/assets/7?status=idle&status=in_use`; undefined and null are left out, arrays are repeated. */
export function endpointAddress(
  declaration: EndpointDeclaration,
  request: { params?: unknown; query?: unknown },
): string {
  const params = isRecord(request.params) ? request.params : {};
  const path = declaration.path.replaceAll(/:([A-Za-z]\w*)/g, (_whole, name: string) => {
    const value = params[name];
    if (typeof value !== 'string' && typeof value !== 'number')
      throw new TypeError(`${declaration.name}: parameter ${name} is missing`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(isRecord(request.query) ? request.query : {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) search.append(key, String(one));
    }
  }
  const text = search.toString();
  return `${API_ROOT}${path}${text === '' ? '' : `?${text}`}`;
}
