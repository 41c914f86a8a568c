package org.lanshao.notice;

import static javax.xml.stream.XMLStreamConstants.CDATA;
import static javax.xml.stream.XMLStreamConstants.CHARACTERS;
import static javax.xml.stream.XMLStreamConstants.DTD;
import static javax.xml.stream.XMLStreamConstants.END_ELEMENT;
import static javax.xml.stream.XMLStreamConstants.ENTITY_REFERENCE;
import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.lanshao.message.SafeXml;

/**
 * An element with what is in it. Prefixes of names are left out.
 *
 * @param text its own, stripped
 * @param children in order
 */
record XmlNode(String name, String text, List<XmlNode> children) {
  private static final XMLInputFactory FACTORY =
      SafeXml.factory(new SafeXml.Limits(65_536, 262_144, 10_000));

  XmlNode {
    children = List.copyOf(children);
  }

  /** The root; empty when the bytes are not well-formed, have a document type or pass a limit. */
  static Optional<XmlNode> read(byte[] bytes) {
    try {
      XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
      try {
        Optional<XmlNode> root = Optional.empty();
        while (reader.hasNext()) {
          int next = reader.next();
          if (next == DTD || next == ENTITY_REFERENCE) {
            return Optional.empty();
          }
          root = next == START_ELEMENT ? Optional.of(element(reader)) : root;
        }
        return root;
      } finally {
        reader.close();
      }
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
  }

  private static XmlNode element(XMLStreamReader reader) throws XMLStreamException {
    var name = reader.getLocalName();
    var text = new StringBuilder();
    var children = new ArrayList<XmlNode>();
    while (true) {
      switch (reader.next()) {
        case START_ELEMENT -> children.add(element(reader));
        case CHARACTERS, CDATA -> text.append(reader.getText());
        case ENTITY_REFERENCE -> throw new XMLStreamException("an entity");
        case END_ELEMENT -> {
          return new XmlNode(
              name.substring(name.indexOf(':') + 1), text.toString().strip(), children);
        }
        default -> {
          // Comments and processing instructions say nothing.
        }
      }
    }
  }

  /** The elements of this name in it. */
  List<XmlNode> all(String wanted) {
    return children.stream().filter(child -> child.name().equals(wanted)).toList();
  }

  /** The text of the first element of one of these names in it; empty when there is none in it. */
  Optional<String> text(String... wanted) {
    var names = List.of(wanted);
    return children.stream()
        .filter(child -> names.contains(child.name()))
        .map(XmlNode::text)
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  /**
   * The {@code value} of the first element of this name whose {@code valueName} is one of these.
   */
  Optional<String> value(String element, List<String> names) {
    return all(element).stream()
        .filter(
            one ->
                one.text("valueName")
                    .filter(n -> names.stream().anyMatch(n::equalsIgnoreCase))
                    .isPresent())
        .flatMap(one -> one.text("value").stream())
        .findFirst();
  }

  /** Without what it says. */
  @Override
  public String toString() {
    return "XmlNode[" + name + "]";
  }
}
