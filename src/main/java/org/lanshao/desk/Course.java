package org.lanshao.desk;

import org.lanshao.desk.alert.FirstSay;
import org.lanshao.desk.talk.Decision;

/** What a message means for alerts, and what else follows from it. */
record Course(FirstSay first, Decision decision) {}
