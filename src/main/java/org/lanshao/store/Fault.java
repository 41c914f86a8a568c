package org.lanshao.store;

/** What an error of the database means for those who wait. */
sealed interface Fault {
  /** Two nodes stood in each other's way: the same again. */
  record Again() implements Fault {}

  /** Somebody else kept what is to be written for longer than this one could wait. */
  record Locked() implements Fault {
    /** Its code in logs and metrics. */
    static final String CODE = "locked";
  }

  /** Nothing can be written now; the code goes to logs and metrics. */
  record Down(String code) implements Fault {}

  /** One of the writes is to blame. */
  record Guilty() implements Fault {}
}
