package org.lanshao.directory;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lanshao.form.Mistake;

/** The bytes of a CSV file as text, and a plain word where they are something else. */
final class CsvText {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String REMEDY = "请在表格软件里另存为“CSV UTF-8（逗号分隔）”。";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private CsvText() {}

  /** The text without its byte order mark; empty, with the mistake added, if it is not UTF-8. */
  static Optional<String> decode(String path, byte[] bytes, List<Mistake> mistakes) {
    var problem = isWorkbook(bytes) ? Optional.of("这是 Excel 工作簿，不是 CSV。") : isUtf16(bytes);
    var text =
        problem.isEmpty() ? strictly(bytes, StandardCharsets.UTF_8) : Optional.<String>empty();
    if (text.isEmpty()) {
      var gbk = strictly(bytes, GB18030).isPresent();
      var other = gbk ? "这个文件是 GBK 编码，不是 UTF-8。" : "这个文件不是 UTF-8 编码。";
      int line = problem.isPresent() ? 1 : firstBadLine(bytes);
      mistakes.add(new Mistake(DirectoryCode.ENCODING, path, line, problem.orElse(other), REMEDY));
    }
    return text.map(t -> !t.isEmpty() && t.charAt(0) == BYTE_ORDER_MARK ? t.substring(1) : t);
  }

  private static boolean isWorkbook(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] < ' ';
  }

  private static Optional<String> isUtf16(byte[] bytes) {
    boolean marked =
        bytes.length > 1
            && ((bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE)
                || (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF));
    return marked ? Optional.of("这个文件是 UTF-16（“Unicode 文本”），不是 UTF-8。") : Optional.empty();
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException wrong) {
      return Optional.empty();
    }
  }

  private static int firstBadLine(byte[] bytes) {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var in = ByteBuffer.wrap(bytes);
    decoder.decode(in, CharBuffer.allocate(bytes.length), true);
    int line = 1;
    for (int i = 0; i < in.position(); i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
