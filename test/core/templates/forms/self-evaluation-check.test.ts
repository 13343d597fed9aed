import { describeEmpty } from '../../../support/form-cases';

describeEmpty('self-evaluation-check');
