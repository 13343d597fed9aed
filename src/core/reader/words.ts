/** Words by which rows and labels around the indicators are known; all are matched against squashed text. */

/** The heading of a whole form. */
export const TITLE = /绩效.{0,10}(目标|自评|监控|指标|审核|评价|申报|执行).{0,8}[表书]|绩效目标$/;

/** Labels with which another form begins, where it has no title. */
export const FORM_START = /^(项目名称|部门\(?单位\)?名称|部门名称|单位名称|项目支出名称)$/;

export const SUBTOTAL = /^([^,。;:]{0,6}小计)$/;
export const TOTAL =
  /^(总分|合计|总计|总得分|自评总分|总评分|得分合计|分值合计|合计得分|自评得分|评价得分)(\([^()]*\))?(:.*)?$/;

/** 自评等级, 评价等级. */
export const GRADE = /^(自评|评价|绩效|综合)?(等级|评级|结论等级)$/;

export const SIGNOFF =
  /^.{0,10}((审核|审批|审定|复核|经办|制表|编制|填[报表写]|签字|签章|负责|联系)(人员?|者)?|联系(电话|方式)|(填[报表写]|审核|编制|签字|制表)?(日期|时间)|主管领导|盖章|公章|领导)(\([^()]{0,12}\))?(意见)?$/;

export const NOTE = /^(注|备注|说明|填[报表]说明|附注)\d*[:.、]/;
