import { describeEmpty } from '../../../support/form-cases';

describeEmpty('project-self-evaluation');
