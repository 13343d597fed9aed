import { describeEmpty } from '../../../support/form-cases';

describeEmpty('target-adjustment');
