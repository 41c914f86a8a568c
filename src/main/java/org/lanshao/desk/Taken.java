package org.lanshao.desk;

import org.lanshao.desk.talk.Talk;
import org.lanshao.message.Reply;
import org.lanshao.turn.Changes;

/**
 * A turn that was taken but is not yet durable, with where its conversation then stands.
 *
 * @param byOutbox whether the reply is among what the turn sends
 */
record Taken(Changes changes, Talk talk, Reply reply, boolean byOutbox) {}
