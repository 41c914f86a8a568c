package org.lanshao.turn;

import java.time.Instant;
import org.lanshao.directory.PersonId;

/** Somebody said that they read an alert (收到). It stops nothing and stands beside its events. */
public record AlertSeen(String number, PersonId person, Instant at) {}
