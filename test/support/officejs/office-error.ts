/** A failure as Excel words it on the wire. */
export class OfficeError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
    readonly location = '',
  ) {
    super(message);
  }
}

export const invalidArgument = (location: string) =>
  new OfficeError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.', 400, location);

export const itemNotFound = (location: string) =>
  new OfficeError('ItemNotFound', "The requested resource doesn't exist.", 404, location);

export const accessDenied = () =>
  new OfficeError('AccessDenied', 'You do not have the required access to perform the requested operation.', 403);

/** A member that this stand-in does not know: loud, so that a gap is never taken for a behaviour. */
export const apiNotFound = (what: string) => new OfficeError('ApiNotFound', `stand-in: no ${what}`, 501, what);
