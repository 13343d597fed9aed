import { ADMINISTRATION } from './administration';
import { AGRICULTURE } from './agriculture';
import { AUDIT } from './audit';
import { COMMON } from './common';
import { CONSTRUCTION } from './construction';
import { CULTURE } from './culture';
import { EDUCATION } from './education';
import { EMERGENCY } from './emergency';
import { ENGINEERING } from './engineering';
import { FINANCE } from './finance';
import { HEALTH } from './health';
import { INFORMATIZATION } from './informatization';
import { JUSTICE } from './justice';
import { LAND } from './land';
import { MARKET } from './market';
import { ORGANIZATION } from './organization';
import { PROCUREMENT } from './procurement';
import { REVITALIZATION } from './revitalization';
import { TECHNOLOGY } from './technology';
import { TRAINING } from './training';
import { TRANSPORT } from './transport';
import { WATER } from './water';
import { WELFARE } from './welfare';

/** The fields of county government with their indicators, in the order in which they are offered. */
export const FIELDS = {
  common: { name: '部门通用', rows: COMMON },
  organization: { name: '组织人事', rows: ORGANIZATION },
  finance: { name: '财政', rows: FINANCE },
  education: { name: '教育', rows: EDUCATION },
  health: { name: '卫生健康', rows: HEALTH },
  welfare: { name: '民政社保', rows: WELFARE },
  transport: { name: '交通运输', rows: TRANSPORT },
  construction: { name: '住建城管', rows: CONSTRUCTION },
  agriculture: { name: '农业农村', rows: AGRICULTURE },
  revitalization: { name: '乡村振兴', rows: REVITALIZATION },
  water: { name: '水利环保', rows: WATER },
  land: { name: '自然资源', rows: LAND },
  emergency: { name: '应急公安', rows: EMERGENCY },
  justice: { name: '司法信访', rows: JUSTICE },
  culture: { name: '文化旅游', rows: CULTURE },
  technology: { name: '科技工信', rows: TECHNOLOGY },
  market: { name: '市场监管', rows: MARKET },
  audit: { name: '统计审计', rows: AUDIT },
  informatization: { name: '政务信息化', rows: INFORMATIZATION },
  engineering: { name: '工程项目', rows: ENGINEERING },
  procurement: { name: '采购修缮', rows: PROCUREMENT },
  training: { name: '培训会议', rows: TRAINING },
  administration: { name: '机关运转', rows: ADMINISTRATION },
} as const;

export type FieldId = keyof typeof FIELDS;

export const FIELD_IDS = Object.keys(FIELDS) as FieldId[];
