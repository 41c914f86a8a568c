package org.lanshao.desk;

import org.lanshao.message.Reply;
import org.lanshao.turn.Changes;

/** A turn that was taken but is not yet durable, with where its conversation then stands. */
record Taken(Changes changes, Talk talk, Reply reply) {}
