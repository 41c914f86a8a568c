package org.lanshao.web;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The sandbox page's files, read from the jar once and kept in memory. */
final class PageFiles {
  /** Nothing but our own files, no script or style inside the page, no frame round it. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String SCRIPT = "text/javascript; charset=utf-8";

  private record File(String path, String name, String type) {}

  private static final List<File> FILES =
      List.of(
          new File("/", "index.html", "text/html; charset=utf-8"),
          new File("/style.css", "style.css", "text/css; charset=utf-8"),
          new File("/page.js", "page.js", SCRIPT),
          new File("/forms.js", "forms.js", SCRIPT),
          new File("/media.js", "media.js", SCRIPT),
          new File("/parts.js", "parts.js", SCRIPT),
          new File("/talk.js", "talk.js", SCRIPT),
          new File("/wire.js", "wire.js", SCRIPT),
          new File("/whistle.svg", "whistle.svg", "image/svg+xml"));

  private PageFiles() {}

  /** Adds a route for each file. */
  static void addTo(Router router) {
    FILES.forEach(file -> router.get(file.path()).handler(serve(file)));
  }

  private static Handler<RoutingContext> serve(File file) {
    byte[] bytes = load(file.name());
    var tag = '"' + digest(bytes) + '"';
    var body = Buffer.buffer(bytes);
    return context -> {
      var response = context.response();
      response
          .putHeader("Content-Type", file.type())
          .putHeader("Content-Security-Policy", POLICY)
          .putHeader("X-Content-Type-Options", "nosniff")
          .putHeader("Referrer-Policy", "no-referrer")
          .putHeader("Cache-Control", "no-cache")
          .putHeader("ETag", tag);
      if (tag.equals(context.request().getHeader("If-None-Match"))) {
        response.setStatusCode(304).end();
      } else {
        response.end(body);
      }
    };
  }

  private static byte[] load(String name) {
    try (var in = PageFiles.class.getResourceAsStream("/web/" + name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks web/" + name);
      }
      return in.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
