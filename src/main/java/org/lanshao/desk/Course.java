package org.lanshao.desk;

/** What a message means for alerts, and what else follows from it. */
record Course(FirstSay first, Decision decision) {}
