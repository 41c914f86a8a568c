package org.lanshao.desk.talk;

import org.lanshao.turn.Commit;
import org.lanshao.turn.Facts;

/** What the desk writes to and asks. */
public record DeskPorts(Commit commit, Facts facts) {}
