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
  /^.{0,10}(审核|审批|审定|负责人|填[报表]人|联系人|联系电话|经办人?|复核人?|(填[报表写]|审核|编制|签字)(日期|时间)|日期|制表人?|编制人?|主管领导|签字|盖章|公章)(\([^()]{0,12}\))?(意见)?$/;

export const NOTE = /^(注|备注|说明|填[报表]说明|附注)\d*[:.、]/;
