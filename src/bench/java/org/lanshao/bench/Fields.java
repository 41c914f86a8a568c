package org.lanshao.bench;

import javax.xml.stream.XMLStreamException;

/** Takes from a request's XML what a limit needs. */
interface Fields {
  /** The encrypted text of an envelope. */
  String encrypted(String envelope) throws XMLStreamException;

  /** Who said what, of a decrypted message. */
  Message message(String xml) throws XMLStreamException;

  /** Who said what. */
  record Message(String id, String from, String text, String xml) {}
}
