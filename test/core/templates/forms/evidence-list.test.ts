import { describeEmpty } from '../../../support/form-cases';

describeEmpty('evidence-list');
