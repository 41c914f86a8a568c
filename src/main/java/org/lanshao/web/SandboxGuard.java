package org.lanshao.web;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who may use the sandbox. With a token: who knows it, by {@code Authorization: Bearer}, by {@code
 * ?token=}, or by the cookie that the page's address with {@code ?token=} sets. Without one: who
 * asks this machine by a loopback name, so that no web site can reach it through a name that it
 * points here. Either way no page of another site may use it through somebody's browser.
 */
final class SandboxGuard {
  static final String COOKIE = "lanshao-sandbox";
  private static final String BEARER = "Bearer ";

  private final Optional<String> token;

  /** Empty: no token is needed. */
  SandboxGuard(Optional<String> token) {
    this.token = token;
  }

  /** What is wrong with this request, as a code; empty if it may pass. */
  Optional<Refusal> check(HttpServerRequest request) {
    if (isCrossSite(request)) {
      return Optional.of(new Refusal(403, "origin"));
    }
    if (token.isEmpty()) {
      return Listen.isLoopback(hostOf(request))
          ? Optional.empty()
          : Optional.of(new Refusal(403, "host"));
    }
    return knowsToken(request) ? Optional.empty() : Optional.of(new Refusal(401, "token"));
  }

  /** A refused request: HTTP status and stable code. */
  record Refusal(int status, String code) {}

  /** Whether this text is the token. */
  boolean isToken(@Nullable String offered) {
    return offered != null
        && token.isPresent()
        && MessageDigest.isEqual(
            offered.getBytes(StandardCharsets.UTF_8), token.get().getBytes(StandardCharsets.UTF_8));
  }

  private boolean knowsToken(HttpServerRequest request) {
    var authorization = request.getHeader("Authorization");
    if (authorization != null && authorization.startsWith(BEARER)) {
      return isToken(authorization.substring(BEARER.length()).strip());
    }
    Cookie cookie = request.getCookie(COOKIE);
    return isToken(request.getParam("token")) || (cookie != null && isToken(cookie.getValue()));
  }

  private static String hostOf(HttpServerRequest request) {
    var authority = request.authority();
    return authority == null ? "" : authority.host();
  }

  /** Browsers say where a request comes from; other clients do not, and need not. */
  private static boolean isCrossSite(HttpServerRequest request) {
    var site = request.getHeader("Sec-Fetch-Site");
    if (site != null && (site.equals("cross-site") || site.equals("same-site"))) {
      return !isNavigation(request);
    }
    var origin = request.getHeader("Origin");
    return origin != null && !isOurs(origin, request.getHeader("Host"));
  }

  /** Following a link to the page from elsewhere is fine: it changes and tells nothing. */
  private static boolean isNavigation(HttpServerRequest request) {
    return "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
        && request.method().name().equals("GET");
  }

  private static boolean isOurs(String origin, @Nullable String host) {
    try {
      var authority = new URI(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (URISyntaxException odd) {
      return false;
    }
  }
}
