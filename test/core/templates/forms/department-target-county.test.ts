import { describeEmpty } from '../../../support/form-cases';

describeEmpty('department-target-county');
