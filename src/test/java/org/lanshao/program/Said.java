package org.lanshao.program;

/**
 * What came back for a message.
 *
 * @param status of HTTP
 * @param text of all replies together; empty when the response carries none
 */
record Said(int status, String text) {
  boolean acknowledged() {
    return status >= 200 && status < 300;
  }
}
