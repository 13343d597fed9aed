import { describeEmpty } from '../../../support/form-cases';

describeEmpty('department-self-evaluation');
