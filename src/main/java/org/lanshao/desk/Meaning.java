package org.lanshao.desk;

/**
 * What the words of a known person can mean. The first that fits wins, in this order: an emergency
 * must not be taken for an answer, a control word must not be taken for free text, and a form is
 * opened only by words that mean nothing else.
 */
enum Meaning {
  /** The start word of an urgent form. */
  EMERGENCY,
  /** 登记, 离职, 排班, 确认 R12 …: people, duty and groups. */
  STAFF,
  /** 返回, 取消, 提交 …, while a form is open. */
  CONTROL,
  /** 继续, with or without a number, also while no form is open. */
  RESUME,
  /** 统计, 我的, 帮助. */
  COMMAND,
  /** Where pictures and files belong that came before any form. */
  PLACE,
  /** An answer to the open question or preview. */
  ANSWER,
  /** 收到, alone. */
  RECEIPT,
  /** The start word of a form. */
  START,
  /** None of these. */
  NOTHING
}
